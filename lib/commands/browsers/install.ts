import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from '../child.ts';
import type { BrowserKind } from './places.ts';

/** Milliseconds for a package manager or a download: slow lines are allowed for, endless ones are not. */
const INSTALL_LIMIT = 600_000;

const PACKAGES: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
/** Where Puppeteer keeps browsers; Playwright has a folder of its own. */
const FIREFOX_FOLDER = path.join(os.homedir(), '.cache', 'puppeteer');

const say = (line: string) => process.stderr.write(`${line}\n`);

async function isDebianLike(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(release);
}

const isRoot = () => process.getuid?.() === 0;

/** The command by which a person gets this browser on this system. */
export async function commandFor(kind: BrowserKind): Promise<string> {
  if (await isDebianLike()) return `${isRoot() ? '' : 'sudo '}apt-get install --no-install-recommends ${PACKAGES[kind]}`;
  if (process.platform === 'darwin') return `brew install --cask ${kind}`;
  if (process.platform === 'win32') return `winget install ${kind === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox'}`;
  return kind === 'chromium' ? 'npx playwright-core install chromium' : 'npx @puppeteer/browsers install firefox@stable';
}

/** Installs a browser by the system's package manager; whether it tried and that went well. */
export async function installByApt(kind: BrowserKind): Promise<boolean> {
  if (!isRoot() || !(await isDebianLike())) return false;
  say(`no ${kind} found: installing the package ${PACKAGES[kind]} with apt-get`);
  const options = { limit: INSTALL_LIMIT, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::http::Timeout=30', '-o', 'Acquire::Retries=2'];
  // Stale lists may still serve; whether the install went well is what counts.
  await runChild('apt-get', ['update', ...wait], options);
  const { code } = await runChild('apt-get', ['install', '-y', '--no-install-recommends', ...wait, PACKAGES[kind]], options);
  return code === 0;
}

/** Programs that were downloaded before; whether they are still there is not looked at. */
export async function downloadedBefore(kind: BrowserKind): Promise<string[]> {
  if (kind === 'chromium') return [(await import('playwright-core')).chromium.executablePath()];
  const { getInstalledBrowsers } = await import('@puppeteer/browsers');
  const installed = await getInstalledBrowsers({ cacheDir: FIREFOX_FOLDER });
  return installed.filter(({ browser }) => browser === 'firefox').map(({ executablePath }) => executablePath);
}

/**
 * Downloads a browser: Chromium by Playwright; Firefox by Puppeteer's downloader, since Playwright's own build of Firefox
 * is patched for its own protocol. Whether that went well.
 */
export async function download(kind: BrowserKind): Promise<boolean> {
  say(`no ${kind} found: downloading one (${kind === 'chromium' ? 'Playwright' : 'Mozilla'}'s build, about 150 MB)`);
  const [tool, ...args] =
    kind === 'chromium'
      ? [path.join(path.dirname(fileURLToPath(import.meta.resolve('playwright-core'))), 'cli.js'), 'install', '--no-shell', 'chromium']
      : [
          path.join(path.dirname(fileURLToPath(import.meta.resolve('@puppeteer/browsers'))), 'main-cli.js'),
          'install',
          'firefox@stable',
          '--path',
          FIREFOX_FOLDER,
        ];
  return (await runChild(process.execPath, [tool, ...args], { limit: INSTALL_LIMIT })).code === 0;
}
