import { browser } from 'wxt/browser';
import { FROM_PAGES, parseMessage, type Request, requestSchema } from '#lib/protocol/index.ts';

/** What the browser, not the sender itself, says of who sent a message. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/** Whether a message is from one of the extension's own pages. */
export function isOwnPage({ url }: Sender): boolean {
  return url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

/** The tab whose page's script sent a message; null for the extension's own pages. */
export function tabOf(sender: Sender): number | null {
  return isOwnPage(sender) ? null : (sender.tab?.id ?? null);
}

/** A frame of a tab's page. */
export interface FrameOfTab {
  readonly tab: number;
  readonly frame: number;
}

/** The frame whose script sent a message; null for the extension's own pages. */
export function frameOf(sender: Sender): FrameOfTab | null {
  const tab = tabOf(sender);
  return tab === null ? null : { tab, frame: sender.frameId ?? 0 };
}

/** The request in a message, or null where it is none, or one that this sender may not make. */
export function readRequest(message: unknown, sender: Sender): Request | null {
  if (sender.id !== browser.runtime.id) return null;
  const request = parseMessage(requestSchema, message);
  if (!request || isOwnPage(sender)) return request;
  // A script on a page has a tab; whatever has neither is not of this extension's making.
  return tabOf(sender) !== null && FROM_PAGES.has(request.type) ? request : null;
}
