import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ChromiumTab, eventually, type Tab } from '#lib/commands/browsers.ts';
import { type Shape, shapeOf } from '../../unit/support/score.ts';
import { type OurTask, ourTasks, TRACED } from './long-tasks.ts';
import type { Session } from './session.ts';

const SHAPES = fileURLToPath(new URL('../../fixtures/pages/shapes/', import.meta.url));
/** Milliseconds an article may take to be marked on a busy machine. */
const MARKS_LIMIT = 15_000;
/** Milliseconds after which the gate has looked at a page for the last time, and a reader has read it. */
const LAST_LOOK = 17_000;

/** A name that is marked, and what the text it stands in is to the article. */
interface SeenMark {
  readonly text: string;
  readonly role: 'body' | 'title' | 'maybe' | 'out';
}

/** What a visit to a page found. */
interface Visit {
  readonly shape: Shape;
  readonly marks: readonly SeenMark[];
  /** What the reader says of the page; null where none was sent there. */
  readonly state: string | null;
  /** Changes to the page's nodes after it was parsed, and whether it reads as before. */
  readonly changes: readonly string[];
}

export interface Visits {
  readonly visits: readonly Visit[];
  /** Requests that no page asked for. */
  readonly requests: readonly string[];
  /** Tasks of ours on the pages, the longest first; only Chromium tells. */
  readonly tasks: readonly OurTask[];
}

/** Runs at the start of each page: notes what its nodes are once it is parsed, and every change after. */
const WATCH = `
  window.seenChanges = [];
  addEventListener('DOMContentLoaded', () => {
    window.seenBefore = document.documentElement.outerHTML;
    new MutationObserver((changes) => {
      for (const { type, target, attributeName } of changes) window.seenChanges.push([type, target.nodeName, attributeName].join(' '));
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }, { once: true, capture: true });`;
const CHANGES = `[...window.seenChanges, ...(window.seenBefore === document.documentElement.outerHTML ? [] : ['it reads otherwise'])]`;
const MARKS = `[...CSS.highlights].filter(([name]) => name.startsWith('dramatis-')).flatMap(([, highlight]) => [...highlight]).map((range) => {
  const part = range.startContainer.parentElement.closest('[data-out], [data-maybe], [data-title], [data-body]');
  const role = ['out', 'maybe', 'title', 'body'].find((role) => part?.hasAttribute('data-' + role));
  return { text: String(range), role: role ?? 'out' };
})`;
/** How the readers of all tabs stand, asked by a page of the extension: pairs of address and state. */
const STATES = `(async () => {
  const { tabs } = globalThis.browser ?? chrome;
  const ask = ({ id, url }) => tabs.sendMessage(id, { type: 'state' }, { frameId: 0 }).then((reply) => [url, reply?.state ?? null], () => [url, null]);
  return Promise.all((await tabs.query({})).map(ask));
})()`;

async function readShapes(): Promise<Shape[]> {
  const files = (await readdir(SHAPES)).filter((file) => file.endsWith('.html'));
  return Promise.all(files.map(async (file) => shapeOf(file.replace('.html', ''), await readFile(SHAPES + file, 'utf8'))));
}

const isMarked = ({ facts }: Shape) => facts.article && facts.language === 'en';
const pathOf = ({ name }: Shape) => `/shapes/${name}.html`;

/** Visits every page of `shapes/` once: articles that are to be marked one after the other in one tab, the others in one each. */
export async function visitShapes(session: Session): Promise<Visits> {
  const { browser, site } = session;
  const shapes = await readShapes();
  const asking = await browser.newTab();
  await asking.navigate(browser.pageAddress('popup.html'));
  const addressOf = (shape: Shape) => `http://127.0.0.1:${site.port}${pathOf(shape)}`;
  const stateOf = async (shape: Shape) =>
    (await asking.evaluate<[string, string | null][]>(STATES)).find(([address]) => address === addressOf(shape))?.[1] ?? null;
  const visit = async (tab: Tab, shape: Shape): Promise<Visit> => ({
    shape,
    marks: await tab.evaluate<SeenMark[]>(MARKS),
    state: await stateOf(shape),
    changes: await tab.evaluate<string[]>(CHANGES),
  });
  const open = async () => {
    const tab = await browser.newTab();
    await tab.activate();
    await tab.atStart(WATCH);
    return tab;
  };

  const waiting: { shape: Shape; tab: Tab }[] = [];
  const visits: Visit[] = [];
  const run = async (main: Tab) => {
    for (const shape of shapes.filter((shape) => !isMarked(shape))) {
      const tab = await open();
      await tab.navigate(addressOf(shape));
      waiting.push({ shape, tab });
    }
    const opened = performance.now();
    await main.activate();
    for (const shape of shapes.filter(isMarked)) {
      await main.navigate(addressOf(shape));
      await eventually(
        `${shape.name} is marked`,
        async () =>
          (await main.evaluate<boolean>(`[...CSS.highlights.keys()].some((name) => name.startsWith('dramatis-'))`)) ? true : null,
        MARKS_LIMIT,
      ).catch(() => undefined);
      visits.push(await visit(main, shape));
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, LAST_LOOK - (performance.now() - opened))));
    for (const { shape, tab } of waiting) visits.push(await visit(tab, shape));
  };

  const main = await open();
  const tasks = main instanceof ChromiumTab ? await traced(main, () => run(main)) : [];
  if (!(main instanceof ChromiumTab)) await run(main);
  return { visits, tasks, requests: strayRequests(shapes, site.requests) };
}

async function traced(tab: ChromiumTab, run: () => Promise<void>): Promise<OurTask[]> {
  const browser = tab.page.context().browser();
  if (!browser) throw new Error('Chromium has gone');
  await browser.startTracing(tab.page, { categories: TRACED });
  await run();
  return ourTasks((await browser.stopTracing()).toString('utf8'));
}

/** Requests for what no page names, and those for a page beyond the visit itself. */
function strayRequests(shapes: readonly Shape[], requests: readonly string[]): string[] {
  const named = new Set(['/favicon.ico']);
  for (const shape of shapes)
    for (const [, address = ''] of shape.html.matchAll(/(?:src|href|srcset|poster|data)=["']?([^"'\s>]+)/g))
      if (URL.canParse(address, `http://site${pathOf(shape)}`)) named.add(new URL(address, `http://site${pathOf(shape)}`).pathname);
  const visited = new Set(shapes.map(pathOf));
  const stray = requests.filter((path) => !named.has(path) && !visited.has(path));
  const twice = [...visited].filter((path) => requests.filter((other) => other === path).length !== 1);
  return [...stray, ...twice];
}
