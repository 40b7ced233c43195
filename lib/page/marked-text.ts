import { type ArticleBlock, plain } from '#lib/article/index.ts';
import { type NodeTexts, type Place, placeOf } from './stretch.ts';

/** A name to be marked: a stretch of one block. UTF-16 units. */
export interface MarkSpec {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** Which highlight it belongs to, by the element whose text it is; a word for the name `dramatis-…`. Asked once it is drawn. */
  readonly look: (element: Element) => string;
  readonly mention: number;
}

/** A mark and the block that it stands in. */
export interface Placed {
  readonly spec: MarkSpec;
  readonly block: ArticleBlock;
}

/** The part of a mark that lies in one node. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly mention: number;
}

/** The names that are marked in one reading of a page's text: which, and in which of its nodes. */
export class MarkedText {
  readonly #placed = new Map<number, Placed>();
  /** Marks whose text was found as it was read; a page with many has others that nobody looked for yet. */
  readonly #laid = new Set<number>();
  readonly #byNode = new Map<Text, Part[]>();

  constructor(blocks: readonly ArticleBlock[] = [], specs: readonly MarkSpec[] = []) {
    for (const spec of specs) {
      const block = blocks[spec.block];
      if (block) this.#placed.set(spec.mention, { spec, block });
    }
  }

  /** How many names are marked. */
  get count(): number {
    return this.#placed.size;
  }

  /** The mentions that are marked, in the order of the text. */
  get mentions(): number[] {
    return [...this.#placed.keys()];
  }

  /** A mention's mark, whatever has become of its text. */
  of(mention: number): Placed | undefined {
    return this.#placed.get(mention);
  }

  /** Where a mention's mark stands, if its text is there as it was read. */
  placeOf(mention: number): Place | null {
    const placed = this.#placed.get(mention);
    return placed ? placeOf(placed.block, placed.spec) : null;
  }

  delete(mention: number): void {
    this.#placed.delete(mention);
  }

  /** The marks in a text node, as far as they were looked up. */
  in(node: Text): readonly Part[] {
    return this.#byNode.get(node) ?? [];
  }

  /** The mark at a caret offset of a text node; one right behind a name's last letter counts, since carets snap to letter edges. */
  at(node: Text, offset: number): Part | undefined {
    return this.in(node).findLast(({ start, end }) => start <= offset && offset <= end);
  }

  /** The mention whose mark begins, and goes on in the same node, where another reading's does. */
  like(before: Placed | undefined): number | null {
    const [first] = (before && placeOf(before.block, before.spec)) ?? [];
    if (!first) return null;
    this.lay([...this.#placed].flatMap(([mention, { block }]) => (block.runs.some(({ node }) => node === first.node) ? [mention] : [])));
    const part = this.#byNode.get(first.node)?.find(({ start, end }) => start === first.start && end === first.end);
    return part?.mention ?? null;
  }

  /** Looks marks up in the nodes of the page, and gives where each stands; those whose text is another by now are dropped. */
  lay(mentions: readonly number[]): ReadonlyMap<number, Place> {
    const places = new Map<number, Place>();
    const texts: NodeTexts = new Map();
    const touched = new Set<Part[]>();
    for (const mention of mentions) {
      const placed = this.#placed.get(mention);
      if (!placed) continue;
      const place = placeOf(placed.block, placed.spec, texts);
      if (!place) {
        this.#placed.delete(mention);
        continue;
      }
      places.set(mention, place);
      if (this.#laid.has(mention)) continue;
      this.#laid.add(mention);
      for (const { node, start, end } of place) {
        const parts = this.#byNode.get(node) ?? [];
        if (parts.length === 0) this.#byNode.set(node, parts);
        parts.push({ start, end, mention });
        touched.add(parts);
      }
    }
    for (const parts of touched) parts.sort((a, b) => a.start - b.start);
    return places;
  }

  /** Drops the marks of nodes that are no more in the page. Gives those that may have been drawn. */
  dropGone(): number[] {
    const gone: number[] = [];
    for (const [node, parts] of this.#byNode) {
      if (node.isConnected) continue;
      this.#byNode.delete(node);
      for (const { mention } of parts) {
        gone.push(mention);
        this.#placed.delete(mention);
      }
    }
    for (const [mention, { block }] of this.#placed)
      if (!this.#laid.has(mention) && !plain(block.element).isConnected) this.#placed.delete(mention);
    return gone;
  }
}
