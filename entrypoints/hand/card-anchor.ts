import { type Box, CARD_WATCH, type Hovered, type Marks } from '#lib/page/index.ts';
import type { CardDesk } from './card-desk.tsx';

export interface AnchorOptions {
  readonly marks: Marks;
  readonly desk: CardDesk;
  /** The name whose card is open, or null. */
  readonly target: () => Hovered | null;
  /** That name is no more to be seen. */
  readonly onGone: () => void;
}

/** Keeps the open card beside its name: pages change under it. */
export class CardAnchor {
  readonly #options: AnchorOptions;
  #watch: ReturnType<typeof setInterval> | undefined;
  /** Where the name was when the card was put beside it. */
  #at: Box | null = null;

  constructor(options: AnchorOptions) {
    this.#options = options;
  }

  /** Where a name stands in the viewport; null where it is gone. */
  boxOf(target: Hovered): Box | null {
    const rects = this.#options.marks.rangeOf(target.mention)?.getClientRects();
    const rect = rects?.[target.rect] ?? rects?.[0];
    return rect ? { left: rect.left, top: rect.top, width: rect.width, height: rect.height } : null;
  }

  /** Looks after the card from now on, which comes beside this. */
  begin(box: Box): void {
    this.#at = box;
    this.#watch ??= setInterval(() => this.#check(), CARD_WATCH);
  }

  /** Moves the card beside this. */
  move(box: Box): void {
    this.#at = box;
    this.#options.desk.place(box);
  }

  end(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Sees whether the name is still there, and puts the card beside it where it is now. */
  #check(): void {
    const target = this.#options.target();
    if (!target) {
      this.end();
      return;
    }
    if (this.#options.desk.isRefused) return;
    const box = this.boxOf(target);
    if (!box || (box.width === 0 && box.height === 0)) this.#options.onGone();
    else if (!this.#at || Math.abs(box.left - this.#at.left) > 1 || Math.abs(box.top - this.#at.top) > 1) this.move(box);
  }
}
