import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './browsers.ts';
import { runCommand, UsageError } from './usage.ts';

const HELP = `
npm run icons

Draws public/icon/ from lib/store/icon.svg, by Chromium, and prints the files.
`;

const SOURCE = fileURLToPath(new URL('../store/icon.svg', import.meta.url));
const ICONS = fileURLToPath(new URL('../../public/icon/', import.meta.url));

/** Looks of the icon and the sizes of each in pixels: for stores and menus; for toolbars where names are off; for dark toolbars. */
const LOOKS = {
  on: [16, 19, 24, 32, 38, 48, 96, 128],
  off: [16, 19, 24, 32, 38],
  dark: [16, 24, 32],
} as const;

await runCommand(HELP, async (args) => {
  if (args.length > 0) throw new UsageError(`unknown argument ${args[0]}; see --help`);
  const svg = await readFile(SOURCE, 'utf8');
  const browser = await chromium.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await mkdir(ICONS, { recursive: true });
    for (const [look, sizes] of Object.entries(LOOKS)) {
      for (const size of sizes) {
        await page.setViewportSize({ width: size, height: size });
        await page.setContent(`<style>body { margin: 0 } svg { display: block }</style><div class="${look}">${svg}</div>`);
        const file = path.join(ICONS, look === 'on' ? `${size}.png` : `${look}-${size}.png`);
        await writeFile(file, await page.screenshot({ omitBackground: true }));
        process.stdout.write(`${file}\n`);
      }
    }
  } finally {
    await browser.close();
  }
  return 0;
});
