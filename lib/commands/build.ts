import { fileURLToPath } from 'node:url';
import { build, zip } from 'wxt';
import { runCommand } from './usage.ts';

const HELP = `
npm run build    builds .output/chrome-mv3/ (Chrome, Edge) and .output/firefox-mv3/
npm run zip      makes the store archives of both
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Builds the extension for one browser; gives the folder. */
export async function buildFor(browser: Target): Promise<string> {
  await build({ root: ROOT, browser, manifestVersion: 3, logger: QUIET });
  return fileURLToPath(new URL(`../../.output/${browser}-mv3/`, import.meta.url));
}

const say = (...words: unknown[]) => process.stderr.write(`${words.join(' ')}\n`);
/** Only warnings and errors are worth a line. */
const QUIET = {
  debug: () => undefined,
  log: () => undefined,
  info: () => undefined,
  success: () => undefined,
  warn: say,
  error: say,
  fatal: say,
  level: 1,
};

if (import.meta.main) {
  await runCommand(HELP, async (args) => {
    for (const browser of TARGETS) {
      if (args.includes('--zip')) {
        const files = await zip({ root: ROOT, browser, manifestVersion: 3, logger: QUIET });
        for (const file of files) process.stdout.write(`${file}\n`);
      } else process.stdout.write(`${await buildFor(browser)}\n`);
    }
    return 0;
  });
}
