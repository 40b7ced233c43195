import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.ts';
import { InputError, runCommand, UsageError } from './usage.ts';

const HELP = `
npm run build    builds .output/chrome-mv3/ (Chrome, Edge) and .output/firefox-mv3/, and prints the two folders
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUTPUT = path.join(ROOT, '.output');
const WXT = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
/** Milliseconds; a build takes some seconds. */
const BUILD_LIMIT = 300_000;

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/**
 * Builds the extension for one browser; gives the folder. WXT's own command line in a process of its own: it draws a progress line that
 * belongs to nobody's output.
 */
export async function buildFor(browser: Target): Promise<string> {
  const { code, output } = await runChild(process.execPath, [WXT, 'build', '--browser', browser, '--mv3'], {
    limit: BUILD_LIMIT,
    cwd: ROOT,
    // A test runner's NODE_ENV would make another build, with the paths of this machine in it.
    env: { NO_COLOR: '1', NODE_ENV: 'production' },
  });
  if (code !== 0) {
    process.stderr.write(`${output.trim()}\n`);
    throw new InputError(`the build for ${browser} failed; what it said stands above`);
  }
  return path.join(OUTPUT, `${browser}-mv3`);
}

if (import.meta.main) {
  await runCommand(HELP, async (args) => {
    if (args.length > 0) throw new UsageError(`unknown argument ${args[0]}; see --help`);
    for (const browser of TARGETS) process.stdout.write(`${await buildFor(browser)}\n`);
    return 0;
  });
}
