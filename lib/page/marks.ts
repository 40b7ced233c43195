import type { ArticleBlock } from '#lib/article/index.ts';

/** A name to be marked: a stretch of one block. UTF-16 units. */
export interface MarkSpec {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Which highlight it belongs to; a word for the name `dramatis-…`. */
  readonly look: string;
  readonly mention: number;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly mention: number;
}

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

/** Takes away marks that a reader left behind which is cut off: one of the extension before its update. */
export function clearStaleMarks(): void {
  const names: string[] = [];
  // Firefox lets no iterator of the page's objects through to a content script.
  CSS.highlights.forEach((_, name) => void names.push(name));
  for (const name of names) if (name.startsWith(PREFIX)) CSS.highlights.delete(name);
}

/** The marks of one page: CSS highlights over ranges of the page's own text. Nothing of the page's tree is changed. */
export class Marks {
  readonly #byNode = new Map<Text, Placed[]>();
  readonly #ranges = new Map<number, Range>();
  readonly #highlights = new Map<string, Highlight>();
  #current: Highlight | null = null;
  #revealed = true;

  /** How many names are marked. */
  get count(): number {
    return this.#ranges.size;
  }

  /** Takes away what was marked and marks these. Stretches whose nodes have changed since are left out. */
  show(blocks: readonly ArticleBlock[], specs: readonly MarkSpec[]): void {
    this.clear();
    for (const spec of specs) {
      const block = blocks[spec.block];
      const range = block ? rangeOf(block, spec.start, spec.end) : null;
      if (!block || !range) continue;
      this.#ranges.set(spec.mention, range);
      this.#highlightOf(spec.look).add(range);
      for (const run of block.runs) {
        const start = Math.max(spec.start, run.start) - run.start;
        const end = Math.min(spec.end, run.end) - run.start;
        if (start >= end) continue;
        const placed = this.#byNode.get(run.node) ?? [];
        placed.push({ start, end, range, mention: spec.mention });
        this.#byNode.set(run.node, placed);
      }
    }
    for (const placed of this.#byNode.values()) placed.sort((a, b) => a.start - b.start);
    if (this.#revealed) this.#register();
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
    return [...this.#ranges.keys()];
  }

  clear(): void {
    this.#unregister();
    this.showCurrent(null);
    this.#highlights.clear();
    this.#byNode.clear();
    this.#ranges.clear();
  }

  rangeOf(mention: number): Range | null {
    return this.#ranges.get(mention) ?? null;
  }

  /** The mark under a point of the viewport, if its text is what is painted there. */
  hit(x: number, y: number): Hit | null {
    if (this.#ranges.size === 0 || !this.#revealed) return null;
    const caret = document.caretPositionFromPoint(x, y);
    if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE) return null;
    const placed = this.#byNode.get(caret.offsetNode as Text);
    const found = placed && spanAt(placed, caret.offset);
    if (!found) return null;
    const rects = [...found.range.getClientRects()];
    const rect = rects.findIndex(
      (box) => x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top - SLACK && y <= box.bottom + SLACK,
    );
    return rect < 0 ? null : { mention: found.mention, range: found.range, rect };
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
function spanAt(placed: readonly Placed[], offset: number): Placed | null {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const found = placed[low];
  const next = placed[low + 1];
  if (next && next.start <= offset) return next;
  return found && found.start <= offset ? found : null;
}

/** A stretch of a block as a range of the page; null where its nodes have changed since. */
export function rangeOf(block: ArticleBlock, start: number, end: number): Range | null {
  const first = block.runs.find((run) => start < run.end && start >= run.start);
  const last = block.runs.find((run) => end <= run.end && end > run.start);
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
  const from = start - first.start;
  const to = end - last.start;
  if (from > first.node.length || to > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, from);
  range.setEnd(last.node, to);
  return range;
}
