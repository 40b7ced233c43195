import { browser } from 'wxt/browser';
import type { PageRequest } from '#lib/protocol.ts';
import type { Sender } from './sender.ts';

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
}
