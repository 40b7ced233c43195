import type { ArticleBlock } from '#lib/article/index.ts';
import { bandsOf, watchNear } from './bands.ts';
import { hideHighlights, showCurrent, showHighlights } from './highlights.ts';
import { MarkedText, type MarkSpec } from './marked-text.ts';
import { type Place, rangeOf, staticRangeOf } from './stretch.ts';

/** Where a mark of before is now; null where its text is gone. */
export type Follow = (mention: number) => number | null;

/** A mark under a point of the viewport. */
export interface Hit {
  readonly mention: number;
  readonly range: Range;
  /** Number of the client rectangle of the range that holds the point. */
  readonly rect: number;
}

/** A mark as it is drawn. */
interface Drawn {
  readonly range: AbstractRange;
  readonly highlight: Highlight;
}

/** A pointer this many CSS pixels beside a letter is still on the name. */
const SLACK = 1;
/**
 * A page with more marks has only those looked for in its nodes and drawn that come near the viewport: ten thousand at once would hold the page
 * up, and every range that is drawn costs at each change.
 */
const MOST_DRAWN = 1000;
/** Marks that are looked up and drawn in one go. */
const MOST_AT_ONCE = 400;

/** The marks of one page: CSS highlights over ranges of the page's own text. Nothing of the page's tree is changed. */
export class Marks {
  #text = new MarkedText();
  readonly #drawn = new Map<number, Drawn>();
  readonly #byLook = new Map<string, Highlight>();
  #current: Highlight | null = null;
  /** Marks that came near and are not drawn yet. */
  readonly #due = new Set<number>();
  #later: ReturnType<typeof setTimeout> | undefined;
  #endWatch: (() => void) | null = null;
  #revealed = true;
  #restless = false;
  #trees: readonly ShadowRoot[] = [];

  /** How many names are marked. */
  get count(): number {
    return this.#text.count;
  }

  /** The mentions that are marked, in the order of the text. */
  get mentions(): number[] {
    return this.#text.mentions;
  }

  /** Takes away what was marked and marks these. Stretches whose nodes have changed since are left out. */
  show(blocks: readonly ArticleBlock[], specs: readonly MarkSpec[]): Follow {
    const before = this.#text;
    this.clear();
    this.#text = new MarkedText(blocks, specs);
    if (this.#text.count <= MOST_DRAWN) this.#drawAll(this.#text.mentions);
    else
      this.#endWatch = watchNear(bandsOf(blocks, specs), (changed) => {
        for (const [band, near] of changed) {
          for (const { mention } of band.specs) {
            if (near) this.#due.add(mention);
            else if (!this.#due.delete(mention)) this.#erase(mention);
          }
        }
        this.#drawDue();
      });
    if (this.#revealed) showHighlights(this.#byLook);
    return (mention) => this.#text.like(before.of(mention));
  }

  clear(): void {
    hideHighlights(this.#byLook);
    this.showCurrent(null);
    this.#byLook.clear();
    this.#drawn.clear();
    this.#endWatch?.();
    this.#endWatch = null;
    this.#due.clear();
    this.#text = new MarkedText();
  }

  /** A text node's text was changed: what was marked in it is no more, unless the text is the same again. */
  forget(node: Text): void {
    for (const { mention } of this.#text.in(node)) {
      const wasDrawn = this.#erase(mention);
      const place = this.#text.placeOf(mention);
      if (!place) this.#text.delete(mention);
      else if (wasDrawn) this.#draw(mention, place);
    }
  }

  /** Takes away the marks of nodes that are no more in the page. */
  forgetGone(): void {
    for (const mention of this.#text.dropGone()) this.#erase(mention);
  }

  /** The shadow trees in which marked text may stand. */
  setTrees(trees: readonly ShadowRoot[]): void {
    this.#trees = trees;
  }

  /**
   * In a page that changes many times a second marks are drawn over ranges that do not follow its changes: the browser has to
   * mend each that does, at every change.
   */
  setRestless(restless: boolean): void {
    if (restless === this.#restless) return;
    this.#restless = restless;
    this.#drawAll(this.#text.mentions.filter((mention) => this.#erase(mention)));
  }

  /** Draws the marks, or leaves them undrawn; names that are not drawn are not hit either. */
  reveal(revealed: boolean): void {
    if (revealed === this.#revealed) return;
    this.#revealed = revealed;
    if (revealed) showHighlights(this.#byLook);
    else hideHighlights(this.#byLook);
  }

  /** Draws a stretch of the text as the one where the reader is, marked or not; or none. */
  showCurrent(range: Range | null): void {
    this.#current = showCurrent(range, this.#current);
  }

  /** The stretch of a mark; null where it is gone, or its text is another by now. */
  rangeOf(mention: number): Range | null {
    const place = this.#text.placeOf(mention);
    if (!place) return null;
    const drawn = this.#drawn.get(mention)?.range;
    return drawn instanceof Range && !drawn.collapsed ? drawn : rangeOf(place);
  }

  /** The mark under a point of the viewport, if its text is what is painted there. */
  hit(x: number, y: number): Hit | null {
    if (this.#text.count === 0 || !this.#revealed) return null;
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...this.#trees] });
    if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE) return null;
    const found = this.#text.at(caret.offsetNode as Text, caret.offset);
    const range = found && this.rangeOf(found.mention);
    if (!found || !range) return null;
    const rects = [...range.getClientRects()];
    const rect = rects.findIndex(
      (box) => x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top - SLACK && y <= box.bottom + SLACK,
    );
    return rect < 0 ? null : { mention: found.mention, range, rect };
  }

  /** Draws some of what is to be drawn, and the rest after the page had its turn: one text may hold ten thousand names. */
  #drawDue(): void {
    clearTimeout(this.#later);
    const some = [...this.#due].slice(0, MOST_AT_ONCE);
    for (const mention of some) this.#due.delete(mention);
    this.#drawAll(some);
    if (this.#revealed) showHighlights(this.#byLook);
    if (this.#due.size > 0) this.#later = setTimeout(() => this.#drawDue(), 0);
  }

  #drawAll(mentions: readonly number[]): void {
    for (const [mention, place] of this.#text.lay(mentions)) this.#draw(mention, place);
  }

  #draw(mention: number, place: Place): void {
    const placed = this.#text.of(mention);
    if (!placed || this.#drawn.has(mention)) return;
    const range = (this.#restless ? staticRangeOf : rangeOf)(place);
    // Text may stand in a shadow tree without an element around it.
    const look = placed.spec.look(place[0].node.parentElement ?? placed.block.element);
    const highlight = this.#byLook.get(look) ?? new Highlight();
    this.#byLook.set(look, highlight);
    highlight.add(range);
    this.#drawn.set(mention, { range, highlight });
  }

  /** Whether it was drawn. */
  #erase(mention: number): boolean {
    const drawn = this.#drawn.get(mention);
    drawn?.highlight.delete(drawn.range);
    return this.#drawn.delete(mention);
  }
}
