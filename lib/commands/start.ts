import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  type BrowserKind,
  type DrivenBrowser,
  findBrowser,
  hoverName,
  launchBrowser,
  openedCard,
  serveFolder,
  settledNames,
  type Tab,
} from './browsers.ts';
import { buildFor } from './build.ts';
import { InputError, runCommand, UsageError } from './usage.ts';

const HELP = `
npm start [-- [--firefox] [--page FILE_OR_URL]]

Builds the extension and opens it in Chromium, with the article that comes with it. A machine without a browser gets one.
Without a display it does the same unseen, hovers the first name and prints where it saved a screenshot of the card.
  --firefox           opens Firefox
  --page FILE_OR_URL  opens another page
`;

const SCREENSHOTS = fileURLToPath(new URL('../../.output/screenshots/', import.meta.url));
/** Milliseconds an article may take to be marked, and a card to open. */
const MARKS_LIMIT = 15_000;
const CARD_LIMIT = 8_000;
/** Milliseconds between a window's closing and its browser's end. */
const LEAVE = 3_000;

interface Options {
  readonly kind: BrowserKind;
  readonly page: string | null;
}

function parseOptions(args: readonly string[]): Options {
  let kind: BrowserKind = 'chromium';
  let page: string | null = null;
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = (args[at] ?? '').split(/=(.*)/s);
    if (name === '--firefox' && inline === undefined) kind = 'firefox';
    else if (name === '--page') {
      page = inline ?? args[++at] ?? '';
      if (page === '') throw new UsageError('--page wants a file or an address; see --help');
    } else throw new UsageError(`unknown argument ${args[at]}; see --help`);
  }
  return { kind, page };
}

interface Page {
  readonly address: string;
  close(): Promise<void>;
}

/** Where a page is to be had: an address as it is, a file through a server of our own. */
async function pageAt(given: string): Promise<Page> {
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw new InputError(`${given} is not an address`);
    return { address: given, close: async () => undefined };
  }
  const file = given.startsWith('file:') ? fileURLToPath(given) : path.resolve(given);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new InputError(`${given} is neither a file nor an http address`);
  const folder = await serveFolder(path.dirname(file));
  return { address: `http://localhost:${folder.port}/${encodeURIComponent(path.basename(file))}`, close: folder.close };
}

/** Whether a window could be seen. */
const hasDisplay = () =>
  process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Hovers the page's first name; gives the path of a picture of its card. */
async function showFirstCard(tab: Tab, kind: BrowserKind): Promise<string> {
  await settledNames(tab, MARKS_LIMIT).catch(() => {
    throw new InputError('no name was marked on this page, so there is no card to show');
  });
  await hoverName(tab, 0);
  await openedCard(tab, CARD_LIMIT).catch(() => {
    throw new InputError('the pointer rests on a name, but no card opened');
  });
  const file = path.join(SCREENSHOTS, `start-${kind}.png`);
  await mkdir(SCREENSHOTS, { recursive: true });
  await writeFile(file, await tab.screenshot());
  return file;
}

/** What a browser says against something, as one line about that. */
function refused(what: string): (error: unknown) => never {
  return (error) => {
    throw new InputError(`${what} could not be opened: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`);
  };
}

async function show(browser: DrivenBrowser, address: string | null, window: boolean): Promise<void> {
  const tab = await browser.welcomeTab();
  if (address !== null) await tab.navigate(address).catch(refused(address));
  if (window) await browser.closed;
  else process.stdout.write(`${await showFirstCard(tab, browser.kind)}\n`);
}

/** Whether a browser is gone, or going: its user may close it while it is still being told what to show. */
const isGone = (browser: DrivenBrowser) => Promise.race([browser.closed.then(() => true), setTimeout(LEAVE, false)]);

await runCommand(HELP, async (args) => {
  const { kind, page } = parseOptions(args);
  const window = hasDisplay();
  let browser: DrivenBrowser | null = null;
  let stopped = false;
  const stop = () => {
    stopped = true;
    void (browser?.close() ?? Promise.resolve()).finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  const opened = page === null ? null : await pageAt(page);
  try {
    const program = await findBrowser(kind);
    const extension = await buildFor(kind === 'chromium' ? 'chrome' : 'firefox');
    browser = await launchBrowser(kind, { program, extension, window }).catch(refused(program));
    await show(browser, opened?.address ?? null, window);
  } catch (error) {
    if (stopped) return 130;
    if (!window || !browser || !(await isGone(browser))) throw error;
  } finally {
    await browser?.close();
    await opened?.close();
  }
  return 0;
});
