import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hoverName, openedCard, settledNames, type Tab } from '#lib/commands/browsers.ts';
import { buildFor } from '#lib/commands/build.ts';
import { runCommand, UsageError } from '#lib/commands/usage.ts';
import { wearNoto } from '../store/fonts.ts';
import { openBeside, openPopup } from './harness/popup.ts';
import { numberOf, openSession, pause, type Session } from './harness/session.ts';

const HELP = `
npm run shots

Draws the README's pictures (tests/pictures/: a card of each kind, the panel and the popup, light and dark) and, into
.output/screenshots/, further ones, as headless Chromium shows them. Prints the files.
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SCREENSHOTS = path.join(ROOT, '.output/screenshots');
const PICTURE = { width: 900, height: 560 };
/** A card and the lines round it. */
const CLOSE = { width: 620, height: 580 };
const PANEL = { width: 400, height: 900 };
const PHONE = { width: 320, height: 640 };
/** Milliseconds for an article to be marked and a card to open. */
const LIMIT = 15_000;
/** Milliseconds after which a map is drawn. */
const MAP_COMES = 900;

async function save(tab: Tab, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await tab.screenshot());
  process.stdout.write(`${file}\n`);
}

const picture = (name: string) => path.join(ROOT, 'tests/pictures', `${name}.png`);
const shot = (name: string) => path.join(SCREENSHOTS, `${name}.png`);

/** Opens the card of a name's nth mention; the page is scrolled so that there is room for it. */
async function showCard(tab: Tab, text: string, nth = 0): Promise<void> {
  await tab.press('Escape');
  await tab.movePointer(1, 1);
  const names = await settledNames(tab, LIMIT);
  await hoverName(tab, numberOf(names, text, nth));
  await openedCard(tab, LIMIT);
}

/** Scrolls an element to the top, a little space above it. */
const scrollTo = (tab: Tab, selector: string) =>
  tab.evaluate(
    `scrollBy({ top: document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().top - 28, behavior: 'instant' })`,
  );

/** A name of each kind in the built-in article, and what its picture is called. */
const KINDS = [
  ['Lavrov', 'person'],
  ['Collective Security Treaty Organization', 'organisation'],
  ['Azerbaijanis', 'group'],
  ['Nagorno-Karabakh', 'place'],
  ['Bayraktar TB2', 'thing'],
] as const;

async function drawArticle(session: Session): Promise<void> {
  const tab = await session.browser.welcomeTab();
  for (const scheme of ['light', 'dark'] as const) {
    await tab.wear(scheme);
    await tab.resize(CLOSE.width, CLOSE.height);
    for (const [text, kind] of KINDS) {
      await showCard(tab, text);
      await pause(MAP_COMES);
      await save(tab, picture(`${kind}-${scheme}`));
    }
  }
  await tab.wear('light');
  await tab.resize(PICTURE.width, PICTURE.height);
  await scrollTo(tab, 'h2');
  await showCard(tab, 'Zohrab Mnatsakanyan');
  await save(tab, picture('card'));
  await showCard(tab, 'Baku');
  await pause(MAP_COMES);
  await save(tab, shot('place-metonym'));
  await tab.resize(PHONE.width, PHONE.height);
  await tab.evaluate('scrollTo({ top: 0, behavior: "instant" })');
  await tab.press('Escape');
  await save(tab, shot('narrow-welcome'));
  await showCard(tab, 'Ilham Aliyev');
  await save(tab, shot('narrow-card'));
}

async function drawPanel(session: Session, of: Tab): Promise<void> {
  const panel = await openBeside(session, of, 'sidepanel.html');
  await panel.resize(PANEL.width, PANEL.height);
  for (const scheme of ['light', 'dark'] as const) {
    await panel.wear(scheme);
    await pause(MAP_COMES);
    await save(panel, picture(`panel-${scheme}`));
  }
}

async function drawPage(session: Session): Promise<Tab> {
  const { tab } = await session.openMarked('wire.html');
  await tab.resize(PICTURE.width, PICTURE.height);
  await showCard(tab, 'Stanislav Zas');
  await save(tab, shot('article-only'));
  return tab;
}

async function drawPopup(session: Session, of: Tab): Promise<void> {
  const popup = await openPopup(session, of);
  for (const scheme of ['light', 'dark'] as const) {
    await popup.tab.wear(scheme);
    const height = await popup.tab.evaluate<number>('Math.ceil(document.querySelector("main").getBoundingClientRect().height)');
    await popup.tab.resize(330, height);
    await save(popup.tab, picture(`popup-${scheme}`));
  }
}

await runCommand(HELP, async (args) => {
  if (args.length > 0) throw new UsageError(`unknown argument ${args[0]}; see --help`);
  await buildFor('chrome');
  const fonts = await wearNoto();
  const session = await openSession('chromium');
  try {
    await drawArticle(session);
    const article = await drawPage(session);
    await drawPanel(session, article);
    await drawPopup(session, article);
  } finally {
    await session.close();
    await rm(fonts, { recursive: true, force: true });
  }
  return 0;
});
