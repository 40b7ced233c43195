import { browser } from 'wxt/browser';
import type { PageRequest } from '#lib/protocol/index.ts';
import type { Sender } from './sender.ts';

/** The bare API, in both browsers: what runs in a page has nothing else. */
declare const chrome: { runtime?: { id?: string; lastError?: unknown; sendMessage(message: unknown, onReply: () => void): void } };

/** Tells of Esc. Runs in a frame, by itself. */
const tellEscape = () => {
  const scope = globalThis as { dramatisHears?: unknown };
  // An element of the page may go by the name.
  if (scope.dramatisHears === true) return;
  scope.dramatisHears = true;
  const pressed = ({ isTrusted, key, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
    const { runtime } = chrome;
    if (isTrusted && key === 'Escape' && !altKey && !ctrlKey && !metaKey && runtime?.id)
      runtime.sendMessage({ type: 'escape' }, () => runtime.lastError);
  };
  addEventListener('keydown', pressed, { capture: true, passive: true });
};

/** Sees to it that one frame of a page at a time has a card open. */
export class OpenCards {
  /** The frame of each tab that asked for a card last. Lost when the background is stopped: then it may be the page itself. */
  readonly #last = new Map<number, number>();

  /** A frame is about to open a card: another one's is to close. */
  opened({ tab, frameId }: Sender): void {
    if (tab?.id === undefined || frameId === undefined) return;
    const last = this.#last.get(tab.id) ?? 0;
    this.#last.set(tab.id, frameId);
    const request: PageRequest = { type: 'card-elsewhere' };
    if (last !== frameId) void browser.tabs.sendMessage(tab.id, request, { frameId: last }).catch(() => undefined);
  }

  /** Esc was pressed in a frame: cards of the others are to close. */
  closeAll({ tab }: Sender): void {
    const request: PageRequest = { type: 'card-elsewhere' };
    if (tab?.id !== undefined) void browser.tabs.sendMessage(tab.id, request).catch(() => undefined);
  }

  /** Has Esc heard in every frame of the page, those without a reader too: the focus is seldom where the pointer is. @throws where the page has gone. */
  async hearEscape({ tab }: Sender): Promise<void> {
    if (tab?.id === undefined) return;
    await browser.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, func: tellEscape, injectImmediately: true });
  }
}
