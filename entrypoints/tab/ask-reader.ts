import { browser } from 'wxt/browser';
import { type PageRequest, type PageState, pageState, parseMessage } from '#lib/protocol/index.ts';

/** Asks the reader of one frame of a tab; null where there is none. */
export async function askFrame(tab: number, frameId: number, request: PageRequest): Promise<PageState | null> {
  return parseMessage(pageState, await browser.tabs.sendMessage(tab, request, { frameId }).catch(() => null));
}

/** Asks the frames in a tab's page whose articles are marked. */
async function askInner(tab: number, request: PageRequest): Promise<PageState | null> {
  return parseMessage(pageState, await browser.tabs.sendMessage(tab, { ...request, inner: true }).catch(() => null));
}

/**
 * Asks a tab's reader, which says how it stands after: that of the page itself, or where this holds no article, that of a frame
 * which does; null where there is none.
 */
export async function askReader(tab: number, request: PageRequest): Promise<PageState | null> {
  const top = await askFrame(tab, 0, { type: 'state' });
  const itself = () => (request.type === 'state' ? top : askFrame(tab, 0, request));
  if (top?.state === 'marked') return itself();
  return (await askInner(tab, request)) ?? itself();
}
