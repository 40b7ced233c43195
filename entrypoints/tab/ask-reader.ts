import { browser } from 'wxt/browser';
import { type PageRequest, type PageState, pageState, parseMessage } from '#lib/protocol.ts';

async function ask(tab: number, request: PageRequest, inner: boolean): Promise<PageState | null> {
  const asked = inner ? browser.tabs.sendMessage(tab, { ...request, inner }) : browser.tabs.sendMessage(tab, request, { frameId: 0 });
  return parseMessage(pageState, await asked.catch(() => null));
}

/**
 * Asks a tab's reader, which says how it stands after: that of the page itself, or where this holds no article, that of a frame
 * which does; null where there is none.
 */
export async function askReader(tab: number, request: PageRequest): Promise<PageState | null> {
  const state: PageRequest = { type: 'state' };
  const top = await ask(tab, state, false);
  if (request.type === 'read-anyway' || top?.state === 'marked') return request.type === 'state' ? top : ask(tab, request, false);
  const inner = await ask(tab, request, true);
  return inner ?? (request.type === 'state' ? top : ask(tab, request, false));
}
