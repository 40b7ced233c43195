import { browser } from 'wxt/browser';
import type { PageStanding } from '#components/settings/index.ts';
import { pageState, parseMessage } from '#lib/protocol.ts';
import { type Settings, standingOn } from '#lib/settings/index.ts';

export interface Tab {
  readonly id: number;
  readonly url: string;
}

/** The tab behind the popup; as a page of its own (in tests) the address names the tab. */
export async function tabBehind(): Promise<Tab | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = named ? [await browser.tabs.get(named)] : await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

/** Whether the browser lets us read this page; local files have no such pattern by host. */
async function mayRead({ url }: Tab): Promise<boolean> {
  const { protocol, origin } = new URL(url);
  return browser.permissions.contains({ origins: [protocol === 'file:' ? 'file:///*' : `${origin.replace(/:\d+$/, '')}/*`] });
}

/** How the page behind stands, and why nothing is marked where nothing is. */
export async function standingOf(tab: Tab | null, host: string | null, settings: Settings): Promise<PageStanding> {
  const ownPage = tab?.url.startsWith(browser.runtime.getURL('/welcome.html')) ?? false;
  if (!tab || (host === null && !ownPage)) return { type: 'browser-page', anyway: false };
  const asked = ownPage ? browser.runtime.sendMessage({ type: 'state' }) : browser.tabs.sendMessage(tab.id, { type: 'state' });
  const state = parseMessage(pageState, await asked.catch(() => null));
  if (state?.state === 'marked') return { type: 'marked', names: state.names, kinds: state.kinds, anyway: state.anyway };
  const anyway = state?.anyway ?? false;
  const site = host === null ? 'shown' : standingOn(settings, host);
  if (!anyway && site !== 'shown') return { type: site, anyway };
  if (state) return { type: state.state, anyway };
  return { type: (await mayRead(tab)) ? 'no-article' : 'withheld', anyway };
}
