import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BrowserKind,
  type DrivenBrowser,
  findBrowser,
  launchBrowser,
  type MarkedName,
  markedNames,
  type ServedFolder,
  serveFolder,
  settledNames,
  type Tab,
} from '#lib/commands/browsers.ts';
import type { Language } from '#lib/words/index.ts';
import { type Outside, watchOutside } from './outside.ts';

const PAGES = fileURLToPath(new URL('../../fixtures/pages/', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../../../.output/', import.meta.url));
/** As strict as pages come: nothing inline, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
/** Milliseconds an article may take to be marked on a busy machine. */
const MARKS_LIMIT = 15_000;

/** Two names of one machine: two sites to the extension. */
type Host = 'localhost' | '127.0.0.1';

/** A browser with the extension, a site that serves the fixture pages, and a watch on what goes elsewhere. */
export interface Session {
  readonly browser: DrivenBrowser;
  readonly site: ServedFolder;
  readonly outside: Outside;
  /** Opens a fixture page in a new tab ("wire.html"); where `on` names another host, from there. */
  open(page: string, on?: Host): Promise<Tab>;
  /** Opens a fixture page and waits for its marks. */
  openMarked(page: string, on?: Host): Promise<{ tab: Tab; names: MarkedName[] }>;
  close(): Promise<void>;
}

/**
 * The built extension as a browser in another language has it. Browsers here speak English alone, so the other language's
 * messages are put in the place of the English ones.
 */
async function inLanguage(extension: string, language: Language): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dramatis-language-'));
  await cp(extension, folder, { recursive: true });
  await cp(path.join(extension, '_locales', language), path.join(folder, '_locales', 'en'), { recursive: true });
  return folder;
}

interface SessionOptions {
  /** The Content-Security-Policy of the pages; the strictest where none is given. */
  readonly policy?: string;
  readonly language?: Language;
}

/** Opens a session; the welcome page that the extension opens first is waited for and closed. */
export async function openSession(kind: BrowserKind, { language = 'en', policy = POLICY }: SessionOptions = {}): Promise<Session> {
  const site = await serveFolder(PAGES, { 'content-security-policy': policy });
  const outside = await watchOutside();
  const built = `${OUTPUT}${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
  const extension = language === 'en' ? built : await inLanguage(built, language);
  const browser = await launchBrowser(kind, {
    program: await findBrowser(kind),
    extension,
    window: false,
    proxyPort: outside.port,
  });
  const open = async (page: string, on: Host = '127.0.0.1') => {
    const tab = await browser.newTab();
    await tab.activate();
    await tab.navigate(`http://${on}:${site.port}/${page}`);
    return tab;
  };
  return {
    browser,
    site,
    outside,
    open,
    openMarked: async (page, on) => {
      const tab = await open(page, on);
      return { tab, names: await settledNames(tab, MARKS_LIMIT) };
    },
    close: async () => {
      await browser.close();
      if (extension !== built) await rm(extension, { recursive: true, force: true });
      await outside.close();
      await site.close();
    },
  };
}

/** How many names are marked with each look. */
export async function looksOf(tab: Tab): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { look } of await markedNames(tab)) counts[look] = (counts[look] ?? 0) + 1;
  return counts;
}

/** Number of the nth mention (from 0) of a name among the marks. @throws where it is not marked that often. */
export function numberOf(names: readonly MarkedName[], text: string, nth = 0): number {
  const numbers = names.flatMap((name, number) => (name.text === text ? [number] : []));
  const number = numbers[nth];
  if (number === undefined)
    throw new Error(
      `"${text}" is marked ${numbers.length} times, wanted number ${nth}; marked are: ${names.map((name) => name.text).join(', ')}`,
    );
  return number;
}

/** Waits, in milliseconds: where something must not happen, there is nothing to wait for. */
export function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
