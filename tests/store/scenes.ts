import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  findBrowser,
  hoverName,
  launchBrowser,
  markedNames,
  openedCard,
  serveFolder,
  settledNames,
  type Tab,
} from '#lib/commands/browsers.ts';
import { buildFor } from '#lib/commands/build.ts';

/** What is shown of a page in a scene, CSS pixels. */
export const SCENE = { width: 1120, height: 640 };
const PANEL_WIDTH = 380;
/** Milliseconds for an article to be marked and a card to open; and for a map to be drawn. */
const LIMIT = 15_000;
const SETTLE = 1_200;

/** A picture of the built extension as Chromium shows it, and where the pointer is (it is in no screenshot). */
export interface Scene {
  readonly png: Uint8Array;
  readonly pointer: { readonly x: number; readonly y: number } | null;
}

export interface Scenes {
  readonly article: Scene;
  readonly person: Scene;
  readonly stepped: Scene;
  readonly place: Scene;
  readonly capital: Scene;
  readonly dark: Scene;
  /** The article, narrower, and the panel beside it. */
  readonly beside: Scene;
  readonly panel: Scene;
  readonly popup: Scene;
}

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Lays out a page with the article that comes with the extension; gives its folder. */
async function layPage(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dramatis-store-'));
  const welcome = await readFile(fileURLToPath(new URL('../../entrypoints/welcome/index.html', import.meta.url)), 'utf8');
  const article = /<article>[\s\S]*<\/article>/.exec(welcome)?.[0];
  if (!article) throw new Error('the welcome page has no article');
  await cp(fileURLToPath(new URL('article.css', import.meta.url)), path.join(folder, 'article.css'));
  await writeFile(
    path.join(folder, 'article.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ten hours in Moscow</title>
<meta property="article:published_time" content="2020-10-13"><link rel="stylesheet" href="article.css"></head>
<body><header class="masthead"><b>The Quarterly</b><span>World</span></header><main>${article}</main></body></html>`,
  );
  return folder;
}

/** Opens the card of a name and waits until nothing in it changes any more. */
async function hover(tab: Tab, text: string): Promise<Scene['pointer']> {
  await tab.press('Escape');
  await tab.movePointer(2, 2);
  await wait(400);
  const number = (await settledNames(tab, LIMIT)).findIndex((name) => name.text === text);
  if (number < 0) throw new Error(`${text} is not marked`);
  await hoverName(tab, number);
  await openedCard(tab, LIMIT);
  await wait(SETTLE);
  const box = (await markedNames(tab))[number]?.boxes[0];
  return box ? { x: box.x + Math.min(box.width / 2, 12), y: box.y + box.height / 2 } : null;
}

const scrollTo = (tab: Tab, top: number) => tab.evaluate(`scrollTo({ top: ${top}, behavior: 'instant' })`);

/** Builds the extension and takes every scene, in Chromium. */
export async function takeScenes(): Promise<Scenes> {
  const folder = await layPage();
  const site = await serveFolder(folder);
  const browser = await launchBrowser('chromium', {
    program: await findBrowser('chromium'),
    extension: await buildFor('chrome'),
    window: false,
  });
  const shot = async (tab: Tab, pointer: Scene['pointer'] = null): Promise<Scene> => ({ png: await tab.screenshot(), pointer });
  try {
    await browser.welcomeTab();
    const tab = await browser.newTab();
    await tab.activate();
    await tab.resize(SCENE.width, SCENE.height);
    await tab.navigate(`http://quarterly.localhost:${site.port}/article.html`);
    await tab.wear('light');
    await settledNames(tab, LIMIT);
    await wait(SETTLE);
    const article = await shot(tab);
    const person = await shot(tab, await hover(tab, 'Zohrab Mnatsakanyan'));
    await tab.clickInCard('Armenia');
    await wait(SETTLE);
    const stepped = await shot(tab);
    // Near the top there is room for the whole card.
    await scrollTo(tab, 232);
    const place = await shot(tab, await hover(tab, 'Nagorno-Karabakh'));
    await scrollTo(tab, 420);
    const capital = await shot(tab, await hover(tab, 'Ankara'));
    await tab.wear('dark');
    const dark = await shot(tab, await hover(tab, 'Lavrov'));
    await tab.press('Escape');
    await tab.movePointer(2, 2);

    const own = await browser.newTab();
    await own.navigate(browser.pageAddress('popup.html'));
    const id = await own.evaluate<number>(
      `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url?.includes('article.html'))?.id)`,
    );
    await own.navigate(browser.pageAddress(`popup.html?tab=${id}`));
    await own.wear('dark');
    await own.activate();
    await wait(SETTLE);
    await own.resize(330, await own.evaluate<number>('Math.ceil(document.querySelector("main").getBoundingClientRect().height)'));
    const popup = await shot(own);

    await tab.wear('light');
    await tab.activate();
    await tab.resize(SCENE.width - PANEL_WIDTH, SCENE.height);
    await scrollTo(tab, 0);
    await wait(400);
    const beside = await shot(tab);
    await own.wear('light');
    await own.activate();
    await own.resize(PANEL_WIDTH, SCENE.height);
    await own.navigate(browser.pageAddress(`sidepanel.html?tab=${id}`));
    await wait(2 * SETTLE);
    const panel = await shot(own);
    return { article, person, stepped, place, capital, dark, beside, panel, popup };
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
