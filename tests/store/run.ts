import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '#lib/commands/browsers.ts';
import { runCommand, UsageError } from '#lib/commands/usage.ts';
import { wearNoto } from './fonts.ts';
import { drawFrame, drawLogo, drawScreenshot, drawTile, type Screen } from './frame.ts';
import { type Scene, type Scenes, takeScenes } from './scenes.ts';
import { writeTour } from './tour.ts';

const HELP = `
npm run store

Draws what the stores' pages show, from the built extension in Chromium, into tests/pictures/store/: screenshots (1280 x 800, for
Chrome, Edge and Mozilla), tiles (440 x 280, 1400 x 560), Edge's logo (300 x 300) and the tour. Prints the files.
`;

const PICTURES = fileURLToPath(new URL('../pictures/store/', import.meta.url));

const alone = (scene: Scene): Screen => ({ layers: [{ scene }] });
const withPanel = ({ beside, panel }: Scenes): Screen => ({ layers: [{ scene: beside }, { scene: panel, at: 'right:0;top:0' }] });
const withPopup = ({ dark, popup }: Scenes): Screen => ({
  layers: [{ scene: dark }, { scene: popup, at: 'right:14px;top:12px;border-radius:10px;box-shadow:0 10px 36px rgb(0 0 0 / 60%)' }],
});

async function* pictures(scenes: Scenes): AsyncGenerator<readonly [string, Uint8Array]> {
  const browser = await chromium.launch({ executablePath: await findBrowser('chromium'), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const screenshots = [
      ['Lost the thread at a name?', 'Rest on it. A card says who that was on the day the article was written.', alone(scenes.person)],
      ['Places, with their map', 'Where it lies, who held it then, and what came later.', alone(scenes.place)],
      ['A capital that speaks is a government', 'Short names, adjectives and capitals lead to whom they stand for.', alone(scenes.capital)],
      ['The whole cast beside the page', 'Who and where in this article, on one map, with the way to each mention.', withPanel(scenes)],
      ['Nothing leaves your browser', 'The glossary is inside. No account, no requests, no history.', withPopup(scenes)],
    ] as const;
    for (const [number, [title, line, shown]] of screenshots.entries())
      yield [`screenshot-${number + 1}.png`, await drawScreenshot(page, title, line, shown)];
    yield ['tile-440x280.png', await drawTile(page, 440, 280, null)];
    yield ['tile-1400x560.png', await drawTile(page, 1400, 560, { ...alone(scenes.person), shift: 200 })];
    yield ['logo-300.png', await drawLogo(page, 300)];

    const frames = [
      ['An article. Names of people, states, places and groups are underlined softly.', alone(scenes.article), 3200],
      ['Rest on a name: who that was on the day the article was written.', alone(scenes.person), 4200],
      ['Move into the card and step on, to the country and its leaders then.', alone(scenes.stepped), 3800],
      ['A place: where it lies, who held it then, what came later.', alone(scenes.place), 4200],
      ['“Ankara backs President Aliyev”: the government is meant, and the card says so.', alone(scenes.capital), 4200],
      ['Beside the page: who and where in this article.', withPanel(scenes), 4200],
      ['Everything comes from a glossary inside the extension. Nothing leaves your browser.', withPopup(scenes), 4200],
    ] as const;
    const drawn = [];
    for (const [said, shown, stands] of frames) drawn.push({ png: await drawFrame(page, said, shown), stands });
    yield ['tour.gif', writeTour(drawn)];
  } finally {
    await browser.close();
  }
}

await runCommand(HELP, async (args) => {
  if (args.length > 0) throw new UsageError(`unknown argument ${args[0]}; see --help`);
  const fonts = await wearNoto();
  try {
    const scenes = await takeScenes();
    await mkdir(PICTURES, { recursive: true });
    for await (const [name, bytes] of pictures(scenes)) {
      await writeFile(path.join(PICTURES, name), bytes);
      process.stdout.write(`${path.join(PICTURES, name)}\n`);
    }
  } finally {
    await rm(fonts, { recursive: true, force: true });
  }
  return 0;
});
