import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.ts';
import { InputError, runCommand, UsageError } from './usage.ts';

const HELP = `
npm run build    builds .output/chrome-mv3/ (Chrome, Edge) and .output/firefox-mv3/, and prints the two folders
npm run zip      builds both and makes their store archives in .output/, and prints the archives
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUTPUT = path.join(ROOT, '.output');
const WXT = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
/** Milliseconds; a build takes some seconds. */
const BUILD_LIMIT = 300_000;

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** WXT's own command line in a process of its own: it draws a progress line that belongs to nobody's output. */
async function runWxt(verb: 'build' | 'zip', browser: Target): Promise<void> {
  const { code, output } = await runChild(process.execPath, [WXT, verb, '--browser', browser, '--mv3'], {
    limit: BUILD_LIMIT,
    cwd: ROOT,
    env: { NO_COLOR: '1' },
  });
  if (code === 0) return;
  process.stderr.write(`${output.trim()}\n`);
  throw new InputError(`the ${verb} for ${browser} failed; what it said stands above`);
}

/** Builds the extension for one browser; gives the folder. */
export async function buildFor(browser: Target): Promise<string> {
  await runWxt('build', browser);
  return path.join(OUTPUT, `${browser}-mv3`);
}

/** Builds the extension for one browser and packs it for its store; gives the archives. */
async function zipFor(browser: Target): Promise<string[]> {
  const begun = Date.now();
  await runWxt('zip', browser);
  const archives: string[] = [];
  for (const name of (await readdir(OUTPUT)).sort()) {
    const file = path.join(OUTPUT, name);
    // A file system may keep whole seconds only.
    if (name.endsWith('.zip') && (await stat(file)).mtimeMs >= begun - 1000) archives.push(file);
  }
  return archives;
}

if (import.meta.main) {
  await runCommand(HELP, async (args) => {
    const unknown = args.find((arg) => arg !== '--zip');
    if (unknown !== undefined) throw new UsageError(`unknown argument ${unknown}; see --help`);
    const made = new Set<string>();
    for (const browser of TARGETS)
      for (const file of args.includes('--zip') ? await zipFor(browser) : [await buildFor(browser)]) made.add(file);
    for (const file of made) process.stdout.write(`${file}\n`);
    return 0;
  });
}
