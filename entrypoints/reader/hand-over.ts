import type { Follow, Marks } from '#lib/page/index.ts';
import type { ArticleRequest } from '#lib/protocol/index.ts';
import type { ArticleChoices } from './choices.ts';

/** What the reader's hand does on a page, as far as the page's reader has to tell it anything. */
export interface Hand {
  /** Goes to the next or the previous name. */
  step(to: 'next' | 'previous'): Promise<void>;
  /** Closes the card and ends the tour: the marks under them are going. */
  dismiss(): void;
  /** The marks were made anew: what is open stays so, if its name is still there. */
  follow(follow: Follow): void;
}

/** What the hand did last before anybody listened to it. */
export interface Before {
  readonly moved: PointerEvent | null;
  readonly clicked: PointerEvent | null;
}

export interface HandOptions {
  readonly marks: Marks;
  readonly choices: ArticleChoices;
  /** The article that is marked now, or null. */
  readonly article: () => ArticleRequest | null;
  /** Milliseconds. */
  readonly openDelay: () => number;
  /** Has the names of the article found anew: the reader's choices have changed. */
  readonly reread: () => Promise<void>;
  readonly before: Before;
  readonly signal: AbortSignal;
}

export type MakeHand = (options: HandOptions) => Hand;

/** Milliseconds after which it is asked for again, where it did not come. */
const AGAIN = 1000;

/**
 * Stands for the hand until there is need of it: cards, keys and pointer are more code than all that marks a page, and most pages that are
 * opened are never pointed at. It is fetched when the pointer first moves over a page with marks, a finger taps or a key asks for a name.
 */
export class HandOver implements Hand {
  readonly #options: Omit<HandOptions, 'before'>;
  readonly #fetch: () => Promise<MakeHand | null>;
  readonly #waits = new AbortController();
  #hand: Hand | null = null;
  #coming: Promise<void> | null = null;
  #mayAt = 0;
  #moved: PointerEvent | null = null;
  #clicked: PointerEvent | null = null;

  constructor(options: Omit<HandOptions, 'before'>, fetch: () => Promise<MakeHand | null>) {
    this.#options = options;
    this.#fetch = fetch;
    const signal = AbortSignal.any([options.signal, this.#waits.signal]);
    const quiet = { signal, passive: true, capture: true } as const;
    const isHand = (event: Event): event is PointerEvent => event.isTrusted && event instanceof PointerEvent;
    const moved = (event: Event) => {
      if (!isHand(event)) return;
      this.#moved = event;
      this.#clicked = null;
      this.#wake();
    };
    document.addEventListener('pointermove', moved, quiet);
    document.addEventListener('pointerdown', moved, quiet);
    document.addEventListener(
      'click',
      (event) => {
        if (!isHand(event)) return;
        this.#clicked = event;
        this.#wake();
      },
      quiet,
    );
  }

  async step(to: 'next' | 'previous'): Promise<void> {
    await this.#call();
    await this.#hand?.step(to);
  }

  dismiss(): void {
    this.#hand?.dismiss();
  }

  follow(follow: Follow): void {
    this.#hand?.follow(follow);
  }

  #wake(): void {
    if (this.#options.marks.count > 0 && performance.now() >= this.#mayAt) void this.#call();
  }

  #call(): Promise<void> {
    this.#coming ??= this.#come();
    return this.#coming;
  }

  async #come(): Promise<void> {
    if (this.#hand) return;
    const make = await this.#fetch();
    if (this.#options.signal.aborted) return;
    if (make) {
      this.#waits.abort();
      this.#hand = make({ ...this.#options, before: { moved: this.#moved, clicked: this.#clicked } });
    } else {
      this.#mayAt = performance.now() + AGAIN;
      this.#coming = null;
    }
  }
}
