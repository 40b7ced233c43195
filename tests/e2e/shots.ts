import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChromiumTab } from '#lib/commands/browsers/chromium.ts';
import { hoverName, openedCard, settledNames, type Tab } from '#lib/commands/browsers.ts';
import { buildFor } from '#lib/commands/build.ts';
import { runCommand, UsageError } from '#lib/commands/usage.ts';
import { openPopup } from './harness/popup.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

const HELP = `
npm run shots

Draws the README's picture (tests/pictures/card.png) and, into .output/screenshots/, one picture of everything the reader sees, as
headless Chromium shows it. Prints the files.
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SCREENSHOTS = path.join(ROOT, '.output/screenshots');
const PICTURE = { width: 900, height: 560 };
const PHONE = { width: 320, height: 640 };
/** Milliseconds for an article to be marked and a card to open. */
const LIMIT = 15_000;

type Scheme = 'light' | 'dark';

async function save(tab: Tab, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await tab.screenshot());
  process.stdout.write(`${file}\n`);
}

const shot = (name: string) => path.join(SCREENSHOTS, `${name}.png`);

async function setScheme(tab: Tab, scheme: Scheme): Promise<void> {
  if (tab instanceof ChromiumTab) await tab.page.emulateMedia({ colorScheme: scheme });
}

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

async function drawArticle(session: Session): Promise<void> {
  const tab = await session.browser.welcomeTab();
  await tab.resize(PICTURE.width, PICTURE.height);
  await setScheme(tab, 'light');
  await scrollTo(tab, 'h2');
  await showCard(tab, 'Zohrab Mnatsakanyan');
  await save(tab, path.join(ROOT, 'tests/pictures/card.png'));
  await showCard(tab, 'Lavrov');
  await save(tab, shot('person-by-surname'));
  await showCard(tab, 'Baku');
  await save(tab, shot('place-metonym'));
  await showCard(tab, 'Nagorno-Karabakh');
  await save(tab, shot('place-contested'));
  await showCard(tab, 'Collective Security Treaty Organization');
  await save(tab, shot('organisation-over-two-lines'));
  await showCard(tab, 'Bayraktar TB2');
  await save(tab, shot('thing'));
  await setScheme(tab, 'dark');
  await scrollTo(tab, 'h2');
  await showCard(tab, 'Zohrab Mnatsakanyan');
  await save(tab, shot('dark'));
  await setScheme(tab, 'light');
  await tab.resize(PHONE.width, PHONE.height);
  await tab.evaluate('scrollTo({ top: 0, behavior: "instant" })');
  await tab.press('Escape');
  await save(tab, shot('narrow-welcome'));
  await showCard(tab, 'Ilham Aliyev');
  await save(tab, shot('narrow-card'));
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
    await setScheme(popup.tab, scheme);
    const height = await popup.tab.evaluate<number>('Math.ceil(document.querySelector("main").getBoundingClientRect().height)');
    await popup.tab.resize(330, height);
    await save(popup.tab, shot(`popup-${scheme}`));
  }
}

await runCommand(HELP, async (args) => {
  if (args.length > 0) throw new UsageError(`unknown argument ${args[0]}; see --help`);
  await buildFor('chrome');
  const session = await openSession('chromium');
  try {
    await drawArticle(session);
    await drawPopup(session, await drawPage(session));
  } finally {
    await session.close();
  }
  return 0;
});
