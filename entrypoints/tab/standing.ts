import { browser } from 'wxt/browser';
import type { PageStanding } from '#components/settings/index.ts';
import { type PageRequest, type PageState, pageState, parseMessage, requestSchema } from '#lib/protocol/index.ts';
import { type Settings, standingOn } from '#lib/settings/index.ts';
import { askReader } from './ask-reader.ts';

export interface Tab {
  readonly id: number;
  readonly url: string;
  readonly window: number | undefined;
}

/** The tab behind the popup or beside the panel; as a page of its own (in tests) the address names the tab. */
export async function tabBehind(): Promise<Tab | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = named ? [await browser.tabs.get(named)] : await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '', window: tab.windowId };
}

/** Whether the browser lets us read this page; local files have no such pattern by host. */
async function mayRead({ url }: Tab): Promise<boolean> {
  const { protocol, origin } = new URL(url);
  return browser.permissions.contains({ origins: [protocol === 'file:' ? 'file:///*' : `${origin.replace(/:\d+$/, '')}/*`] });
}

/** Whether the browser lets us read pages at all; where it does not, it hides their addresses too. */
const mayReadPages = () => browser.permissions.contains({ origins: ['http://*/*', 'https://*/*'] });

const isOwn = ({ url }: Tab) => url.startsWith(browser.runtime.getURL('/welcome.html'));

/** Asks a tab's reader, which says how it stands after; null where there is none. */
export async function askPage(tab: Tab, request: PageRequest): Promise<PageState | null> {
  if (!isOwn(tab)) return askReader(tab.id, request);
  return parseMessage(pageState, await browser.runtime.sendMessage(request).catch(() => null));
}

/** Calls back whenever a tab's page stands otherwise, as it says or the background, which has marked it. */
export function watchPages(onChange: (tab: number) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string | undefined; tab?: { id?: number | undefined } }) => {
    const told = sender.id === browser.runtime.id ? parseMessage(requestSchema, message) : null;
    const tab = told?.type === 'page-changed' ? (sender.tab?.id ?? told.tab) : undefined;
    if (tab !== undefined) onChange(tab);
    return undefined;
  });
}

/** How the page behind stands, and why nothing is marked where nothing is. */
export async function standingOf(tab: Tab | null, host: string | null, settings: Settings): Promise<PageStanding> {
  if (tab?.url === '' && !(await mayReadPages())) return { type: 'withheld', anyway: false };
  if (!tab || (host === null && !isOwn(tab))) return { type: 'browser-page', anyway: false };
  const state = await askPage(tab, { type: 'state' });
  if (state?.state === 'marked') return { type: 'marked', names: state.names, kinds: state.kinds, anyway: state.anyway };
  const anyway = state?.anyway ?? false;
  const site = host === null ? 'shown' : standingOn(settings, host);
  if (!anyway && site !== 'shown') return { type: site, anyway };
  if (state) return { type: state.state, anyway };
  return { type: (await mayRead(tab)) ? 'no-article' : 'withheld', anyway };
}
