import { plain } from '#lib/article/index.ts';
import type { Card } from '#lib/card/index.ts';
import type { Follow, Marks } from '#lib/page/index.ts';
import type { Words } from '#lib/words/index.ts';
import type { CardDesk } from './card-desk.tsx';
import type { HoverControl } from './hover-control.ts';
import { isTyping, modalAround } from './surroundings.ts';

export interface TourOptions {
  readonly marks: Marks;
  readonly desk: CardDesk;
  readonly hover: HoverControl;
  readonly words: Words;
  /** What a name is called where there is no card to say it. */
  readonly askForCard: (mention: number) => Promise<Card | null>;
  readonly signal: AbortSignal;
}

/** Where the reader was before the card took the focus. */
interface Place {
  readonly focus: Element | null;
  readonly selection: readonly Range[];
}

/** The keyboard's way through the names: from one to the next, into the card and back. */
export class Tour {
  readonly #options: TourOptions;
  #current: number | null = null;
  /** Where the focus was when the reader last went to a name: Enter is the name's until it goes elsewhere. */
  #focusThen: Element | null = null;
  #place: Place | null = null;
  #steps = 0;

  constructor(options: TourOptions) {
    this.#options = options;
    const { signal } = options;
    window.addEventListener('keydown', (event) => this.#pressed(event), { signal, capture: true });
    const elsewhere = (event: Event) => event.isTrusted && !options.desk.host.holds(event.target) && this.leave();
    document.addEventListener('pointerdown', elsewhere, { signal, capture: true, passive: true });
  }

  /** Goes to the next or the previous name, brings it into view and says what it is. */
  async step(to: 'next' | 'previous'): Promise<void> {
    const { marks, desk, hover, words } = this.#options;
    if (desk.host.isOpen) this.close();
    hover.dismiss();
    const names = marks.mentions.filter((mention) => this.#boxOf(mention) !== null);
    const at = this.#nextOf(names, to);
    const mention = names[at];
    if (mention === undefined) {
      desk.host.announce(words.say('card_no_names'), null);
      return;
    }
    const step = ++this.#steps;
    this.#current = mention;
    this.#focusThen = document.activeElement;
    marks.showCurrent(marks.rangeOf(mention));
    this.#bringIntoView(mention);
    const card = await this.#options.askForCard(mention);
    if (step !== this.#steps) return;
    const name = String(marks.rangeOf(mention) ?? '');
    const said = card ? [card.name, card.lead].filter(Boolean).join(', ') : name;
    const place = [words.number(at + 1), words.number(names.length)] as const;
    desk.host.announce(words.say('card_announce', said, ...place), modalAround(marks.rangeOf(mention)));
  }

  /** The marks were made anew: the current one stays, if it is still there. */
  follow(follow: Follow): void {
    if (this.#current === null) return;
    const { marks } = this.#options;
    this.#current = follow(this.#current);
    marks.showCurrent(this.#current === null ? null : marks.rangeOf(this.#current));
  }

  /** Ends the tour. */
  leave(): void {
    this.#current = null;
    this.#options.marks.showCurrent(null);
  }

  #nextOf(names: readonly number[], to: 'next' | 'previous'): number {
    const known = this.#current === null ? -1 : names.indexOf(this.#current);
    if (known >= 0) return (known + (to === 'next' ? 1 : names.length - 1)) % names.length;
    // From where the reader is: the first name in view, or the last above.
    const first = names.findIndex((mention) => (this.#boxOf(mention)?.top ?? -1) >= 0);
    if (to === 'next') return first < 0 ? 0 : first;
    return ((first < 0 ? names.length : first) - 1 + names.length) % names.length;
  }

  #boxOf(mention: number): DOMRect | null {
    const box = this.#options.marks.rangeOf(mention)?.getClientRects()[0];
    return box && box.width > 0 ? box : null;
  }

  /** Scrolls as little as shows the name with some lines around it; at once, since nobody asked for motion. */
  #bringIntoView(mention: number): void {
    const element = this.#options.marks.rangeOf(mention)?.startContainer.parentElement;
    const margin = Math.min(120, innerHeight / 4);
    const isIn = (box: DOMRect | null) => box !== null && box.top >= margin && box.bottom <= innerHeight - margin;
    if (isIn(this.#boxOf(mention))) return;
    if (element) plain(element).scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const box = this.#boxOf(mention);
    if (box && !isIn(box)) scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const { desk, hover } = this.#options;
    const bare = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Escape' && bare) {
      const open = desk.host.isOpen;
      if (!open && this.#current === null) {
        hover.dismiss();
        return;
      }
      // Esc closes the card, or ends the tour, and nothing of the page behind it.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (open) this.close();
      else this.leave();
    } else if (event.key === 'Enter' && bare && !event.shiftKey && this.#mayEnter()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#enter();
    } else if (event.key === 'Tab' && bare && desk.host.hasFocus && desk.host.isAtEnd(event.shiftKey)) {
      // Out of the card, and on from where the reader was: the browser moves the focus from there.
      this.close();
    }
  }

  /** Enter opens the current name's card, unless the focus went elsewhere since, or text is being written. */
  #mayEnter(): boolean {
    const { desk } = this.#options;
    return this.#current !== null && !desk.host.isOpen && document.activeElement === this.#focusThen && !isTyping();
  }

  #enter(): void {
    if (this.#current === null) return;
    const selection = document.getSelection();
    const ranges = selection ? Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at).cloneRange()) : [];
    this.#place = { focus: document.activeElement, selection: ranges };
    this.#options.hover.call(this.#current, 'keyboard');
  }

  /** Closes the card and brings focus and selection back to where they were. */
  close(): void {
    const { desk, hover } = this.#options;
    const inside = desk.host.hasFocus;
    hover.dismiss();
    const place = this.#place;
    this.#place = null;
    if (!inside || !place) return;
    if (place.focus instanceof HTMLElement && place.focus !== document.body) place.focus.focus({ preventScroll: true });
    const selection = document.getSelection();
    if (!selection || place.selection.length === 0) return;
    selection.removeAllRanges();
    for (const range of place.selection) selection.addRange(range);
  }
}
