import { plain } from '#lib/article/index.ts';
import { type Follow, type Marks, placeOf, rangeOf, VISIT_SHOWN } from '#lib/page/index.ts';
import type { Reading } from './marked-article.ts';

/** What the panel does on a page: brings mentions into view, and the reader back to where they were. */
export class Visits {
  readonly #marks: Marks;
  #before: { x: number; y: number } | null = null;
  #current: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /** The mention where the panel has led the reader, or null. */
  get current(): number | null {
    return this.#current;
  }

  /** Scrolls to a mention, whether it is marked or not, at once (nobody asked for motion), and sets it off for a while. */
  show(mention: number, { marks, article }: Reading): void {
    const mark = marks.find((one) => one.mention === mention);
    const block = mark && article.blocks[mark.block];
    const place = mark && block ? placeOf(block, mark) : null;
    this.#current = null;
    if (!place || !block) return;
    const element = place[0].node.parentElement ?? block.element;
    const range = rangeOf(place);
    this.#before ??= { x: scrollX, y: scrollY };
    plain(element).scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    // In a tall paragraph the middle of the element is not where the name is.
    const box = range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
    this.#current = mention;
    this.#marks.showCurrent(range);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#marks.showCurrent(null), VISIT_SHOWN);
  }

  /** Goes back to where the reader was before the first visit. */
  goBack(): void {
    if (this.#before) scrollTo({ left: this.#before.x, top: this.#before.y, behavior: 'instant' });
    this.forget();
  }

  /** The marks were made anew. */
  follow(follow: Follow): void {
    if (this.#current !== null) this.#current = follow(this.#current);
  }

  /** The article is another: there is nowhere to go back to. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#before = null;
    this.#current = null;
    this.#marks.showCurrent(null);
  }
}
