import { type ArticleBlock, plain } from '#lib/article/index.ts';
import { bandsOf, watchNear } from './bands.ts';
import { isIntact, partsOf, rangeOf, staticRangeOf } from './stretch.ts';

/** A name to be marked: a stretch of one block. UTF-16 units. */
export interface MarkSpec {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Which highlight it belongs to; a word for the name `dramatis-…`. Asked once it is drawn. */
  readonly look: string | (() => string);
  readonly mention: number;
}

/** A mark and the block that it stands in. */
interface Placed {
  readonly spec: MarkSpec;
  readonly block: ArticleBlock;
}

/** The part of a mark that lies in one node. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly mention: number;
}

/** A mark as it is drawn. */
interface Drawn {
  readonly range: AbstractRange;
  readonly highlight: Highlight;
}

/** Where a mark of before is now; null where its text is gone. */
export type Follow = (mention: number) => number | null;

/** A mark under a point of the viewport. */
export interface Hit {
  readonly mention: number;
  readonly range: Range;
  /** Number of the client rectangle of the range that holds the point. */
  readonly rect: number;
}

const PREFIX = 'dramatis-';
const CURRENT = `${PREFIX}current`;
/** A pointer this many CSS pixels beside a letter is still on the name. */
const SLACK = 1;

/** Whether this browser can mark text without changing it (CSS Custom Highlight API, and a caret for the hit test). */
export function canMark(): boolean {
  return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS && 'caretPositionFromPoint' in document;
}

/**
 * Takes away marks of these looks that a reader left behind which is cut off: one of the extension before its update. By
 * name, since Firefox lets no content script go through the page's registry.
 */
export function clearStaleMarks(looks: readonly string[]): void {
  for (const name of [...looks.map((look) => PREFIX + look), CURRENT]) CSS.highlights.delete(name);
}

/**
 * A page with more marks has only those looked for in its nodes and drawn that come near the viewport: ten thousand at once would hold the page
 * up, and every range that is drawn costs at each change.
 */
const MOST_DRAWN = 1000;
/** Marks that are looked up and drawn in one go. */
const MOST_AT_ONCE = 400;

/** The marks of one page: CSS highlights over ranges of the page's own text. Nothing of the page's tree is changed. */
export class Marks {
  #placed = new Map<number, Placed>();
  /** Marks whose text was found as it was read; a page with many has others that nobody looked for yet. */
  readonly #laid = new Set<number>();
  readonly #byNode = new Map<Text, Part[]>();
  readonly #drawn = new Map<number, Drawn>();
  readonly #highlights = new Map<string, Highlight>();
  /** Marks that came near and are not drawn yet. */
  readonly #due = new Set<number>();
  #later: ReturnType<typeof setTimeout> | undefined;
  #endWatch: (() => void) | null = null;
  #current: Highlight | null = null;
  #revealed = true;
  #restless = false;
  #trees: readonly ShadowRoot[] = [];

  /** How many names are marked. */
  get count(): number {
    return this.#placed.size;
  }

  /** Takes away what was marked and marks these. Stretches whose nodes have changed since are left out. */
  show(blocks: readonly ArticleBlock[], specs: readonly MarkSpec[]): Follow {
    const before = this.#placed;
    this.clear();
    for (const spec of specs) {
      const block = blocks[spec.block];
      if (block) this.#placed.set(spec.mention, { spec, block });
    }
    if (this.#placed.size <= MOST_DRAWN) this.#drawAll([...this.#placed.keys()]);
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
    if (this.#revealed) this.#register();
    return (mention) => this.#placeOf(before.get(mention));
  }

  /** A text node's text was changed: what was marked in it is no more, unless the text is the same again. */
  forget(node: Text): void {
    for (const { mention } of this.#byNode.get(node) ?? []) {
      const placed = this.#placed.get(mention);
      const wasDrawn = this.#erase(mention);
      if (!placed || !isIntact(placed.block, placed.spec)) this.#placed.delete(mention);
      else if (wasDrawn) this.#draw(mention);
    }
  }

  /** Takes away the marks of nodes that are no more in the page. */
  forgetGone(): void {
    for (const [node, parts] of this.#byNode) {
      if (node.isConnected) continue;
      this.#byNode.delete(node);
      for (const { mention } of parts) {
        this.#erase(mention);
        this.#placed.delete(mention);
      }
    }
    for (const [mention, { block }] of this.#placed)
      if (!this.#laid.has(mention) && !plain(block.element).isConnected) this.#placed.delete(mention);
  }

  /** The shadow trees in which marked text may stand. */
  setTrees(trees: readonly ShadowRoot[]): void {
    this.#trees = trees;
  }

  /** Whether a text node holds marks. */
  holds(node: Node): boolean {
    return this.#byNode.has(node as Text);
  }

  /**
   * In a page that changes many times a second marks are drawn over ranges that do not follow its changes: the browser has to
   * mend each that does, at every change.
   */
  setRestless(restless: boolean): void {
    if (restless === this.#restless) return;
    this.#restless = restless;
    for (const mention of [...this.#drawn.keys()]) {
      this.#erase(mention);
      this.#draw(mention);
    }
  }

  /** Draws the marks, or leaves them undrawn; names that are not drawn are not hit either. */
  reveal(revealed: boolean): void {
    if (revealed === this.#revealed) return;
    this.#revealed = revealed;
    if (revealed) this.#register();
    else this.#unregister();
  }

  /** Draws one mark as the one where the reader is, or none. */
  setCurrent(mention: number | null): void {
    this.showCurrent(mention === null ? null : this.rangeOf(mention));
  }

  /** Draws a stretch of the text as the one where the reader is, marked or not; or none. */
  showCurrent(range: Range | null): void {
    if (!range) {
      this.#take(CURRENT, this.#current);
      this.#current = null;
      return;
    }
    const highlight = new Highlight(range);
    // Over the name's own mark.
    highlight.priority = 1;
    this.#current = highlight;
    CSS.highlights.set(CURRENT, highlight);
  }

  /** The mentions that are marked, in the order of the text. */
  get mentions(): number[] {
    return [...this.#placed.keys()];
  }

  clear(): void {
    this.#unregister();
    this.showCurrent(null);
    this.#endWatch?.();
    this.#endWatch = null;
    this.#due.clear();
    this.#highlights.clear();
    this.#drawn.clear();
    this.#byNode.clear();
    this.#laid.clear();
    this.#placed = new Map();
  }

  /** The stretch of a mark; null where it is gone, or its text is another by now. */
  rangeOf(mention: number): Range | null {
    const placed = this.#placed.get(mention);
    if (!placed || !isIntact(placed.block, placed.spec)) return null;
    const drawn = this.#drawn.get(mention)?.range;
    return drawn instanceof Range && !drawn.collapsed ? drawn : rangeOf(placed.block, placed.spec.start, placed.spec.end);
  }

  /** The mark under a point of the viewport, if its text is what is painted there. */
  hit(x: number, y: number): Hit | null {
    if (this.#placed.size === 0 || !this.#revealed) return null;
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...this.#trees] });
    if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE) return null;
    const parts = this.#byNode.get(caret.offsetNode as Text);
    const found = parts && spanAt(parts, caret.offset);
    const range = found && this.rangeOf(found.mention);
    if (!found || !range) return null;
    const rects = [...range.getClientRects()];
    const rect = rects.findIndex(
      (box) => x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top - SLACK && y <= box.bottom + SLACK,
    );
    return rect < 0 ? null : { mention: found.mention, range, rect };
  }

  /** The mark that begins where another began. */
  #placeOf(before: Placed | undefined): number | null {
    const [first] = before ? partsOf(before.block, before.spec) : [];
    if (!first) return null;
    this.#lay([...this.#placed].flatMap(([mention, { block }]) => (block.runs.some(({ node }) => node === first.node) ? [mention] : [])));
    const part = this.#byNode.get(first.node)?.find(({ start, end }) => start === first.start && end === first.end);
    return part?.mention ?? null;
  }

  /** Looks marks up in the nodes of the page; those whose text is another by now are dropped. */
  #lay(mentions: readonly number[]): void {
    const touched = new Set<Part[]>();
    for (const mention of mentions) {
      const placed = this.#placed.get(mention);
      if (!placed || this.#laid.has(mention)) continue;
      const { block, spec } = placed;
      if (!isIntact(block, spec)) {
        this.#placed.delete(mention);
        continue;
      }
      this.#laid.add(mention);
      for (const { node, start, end } of partsOf(block, spec)) {
        const parts = this.#byNode.get(node) ?? [];
        if (parts.length === 0) this.#byNode.set(node, parts);
        parts.push({ start, end, mention });
        touched.add(parts);
      }
    }
    for (const parts of touched) parts.sort((a, b) => a.start - b.start);
  }

  /** Draws some of what is to be drawn, and the rest after the page had its turn: one text may hold ten thousand names. */
  #drawDue(): void {
    clearTimeout(this.#later);
    const some = [...this.#due].slice(0, MOST_AT_ONCE);
    for (const mention of some) this.#due.delete(mention);
    this.#drawAll(some);
    if (this.#revealed) this.#register();
    if (this.#due.size > 0) this.#later = setTimeout(() => this.#drawDue(), 0);
  }

  #drawAll(mentions: readonly number[]): void {
    this.#lay(mentions);
    for (const mention of mentions) this.#draw(mention);
  }

  #draw(mention: number): void {
    const placed = this.#placed.get(mention);
    if (!placed || this.#drawn.has(mention)) return;
    const { block, spec } = placed;
    const range = this.#restless ? staticRangeOf(block, spec.start, spec.end) : rangeOf(block, spec.start, spec.end);
    if (!range) return;
    const highlight = this.#highlightOf(typeof spec.look === 'string' ? spec.look : spec.look());
    highlight.add(range);
    this.#drawn.set(mention, { range, highlight });
  }

  /** Whether it was drawn. */
  #erase(mention: number): boolean {
    const drawn = this.#drawn.get(mention);
    drawn?.highlight.delete(drawn.range);
    return this.#drawn.delete(mention);
  }

  #register(): void {
    for (const [look, highlight] of this.#highlights) CSS.highlights.set(PREFIX + look, highlight);
  }

  #unregister(): void {
    for (const [look, highlight] of this.#highlights) this.#take(PREFIX + look, highlight);
  }

  /** Another reader of this page, after an update of the extension, may have put its own under the name. */
  #take(name: string, highlight: Highlight | null): void {
    if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }

  #highlightOf(look: string): Highlight {
    const known = this.#highlights.get(look);
    if (known) return known;
    const made = new Highlight();
    this.#highlights.set(look, made);
    return made;
  }
}

/** The span at a caret offset; a caret right behind a name's last letter counts, since carets snap to letter edges. */
function spanAt(parts: readonly Part[], offset: number): Part | null {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found = parts[low];
  const next = parts[low + 1];
  if (next && next.start <= offset) return next;
  return found && found.start <= offset ? found : null;
}
