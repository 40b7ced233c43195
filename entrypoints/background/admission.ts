import { browser } from 'wxt/browser';
import type { PageRequest } from '#lib/protocol/index.ts';
import { hostOf, isShownOn, type Settings } from '#lib/settings/index.ts';
import { askFrame, askReader } from '../tab/ask-reader.ts';
import type { Sender } from './sender.ts';

/** Times and milliseconds a reader that was just sent is asked whether it is there. */
const TRIES = 100;
const BETWEEN_TRIES = 50;
/** Letters of prose that make a frame worth reading. */
const LEAST_PROSE = 500;

/**
 * Sends the reader into a frame of a page; where there is one already, nothing happens. `parsed`: the page is there whole, and its pictures
 * are not waited for. @throws where the browser forbids it.
 */
export async function sendReader(tabId: number, frameId = 0, parsed = false): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  await Promise.all([
    // As the reader's own sheet: one of the page's reaches into no shadow tree.
    browser.scripting.insertCSS({ target, files: ['/marks.css'], origin: 'USER' }),
    browser.scripting.executeScript({ target, files: ['/reader.js'], injectImmediately: parsed }),
  ]);
}

/** Sends what opens cards into a frame that has a reader. @throws where the frame has gone. */
export async function sendHand(tabId: number, frameId = 0): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/hand.js'], injectImmediately: true });
}

/** Pages that were opened while names were off have no reader: they are asked again whether they are articles. */
export async function welcomeBack(settings: Settings): Promise<void> {
  if (!settings.on) return;
  for (const tab of await browser.tabs.query({})) {
    const host = hostOf(tab.url ?? '');
    if (tab.id === undefined || host === null || !isShownOn(settings, host)) continue;
    // A reader that is there follows the settings by itself; a second one would make it start anew.
    if (await askReader(tab.id, { type: 'state' })) continue;
    // A tab without a page of its own (crashed, discarded, forbidden) refuses; that is all there is to know.
    await browser.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: ['/gate.js'] }).catch(() => undefined);
  }
}

/** Letters of prose on a page. Runs there, by itself. */
const proseIn = () =>
  [...document.querySelectorAll('p')].reduce((sum, { textContent: text }) => sum + (text.length > 120 ? text.length : 0), 0);

/** The frame of a tab that a reader means who wants its page read: the page itself, unless only a frame in it has an article's prose. */
async function frameToRead(tabId: number): Promise<number> {
  // At once: a frame that never loads would keep the others waiting.
  const found = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: proseIn, injectImmediately: true });
  const proses = found.map(({ frameId, result }) => ({ frameId, prose: Number(result ?? 0) })).filter(({ prose }) => prose >= LEAST_PROSE);
  if (proses.some(({ frameId }) => frameId === 0)) return 0;
  return proses.sort((a, b) => b.prose - a.prose)[0]?.frameId ?? 0;
}

/** Has a tab's page read whatever the settings say, or no longer. @throws where the browser lets nobody read it. */
export async function readAnyway(tabId: number, anyway: boolean): Promise<void> {
  if (!anyway) {
    await askReader(tabId, { type: 'read-anyway', anyway });
    return;
  }
  const frameId = await frameToRead(tabId);
  const tell = () => askFrame(tabId, frameId, { type: 'read-anyway', anyway });
  if (await tell()) return;
  await sendReader(tabId, frameId);
  for (let tries = 0; tries < TRIES; tries++) {
    if (await tell()) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES));
  }
  throw new Error('the page does not answer');
}

/** Tells every open page, and the extension's own pages that hold an article. Where there is no reader, nobody hears it. */
export function tellPages(request: PageRequest): void {
  void browser.runtime.sendMessage(request).catch(() => undefined);
  browser.tabs.query({}).then(
    (tabs) => {
      for (const { id } of tabs) if (id !== undefined) void browser.tabs.sendMessage(id, request).catch(() => undefined);
    },
    (error: unknown) => console.warn(`dramatis: open pages were not told ${request.type}:`, error),
  );
}

/** Tells the popup and the panel that a page has its names, which spares the page a message. A frame tells it itself, once it has marks. */
export function tellMarked({ tab, frameId }: Sender): void {
  if (tab?.id !== undefined && !frameId) void browser.runtime.sendMessage({ type: 'page-changed', tab: tab.id }).catch(() => undefined);
}

/** Has every open page ask for its names again. */
export const reread = (): void => tellPages({ type: 'reread' });
