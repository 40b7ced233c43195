import type { FoundBlock, Place } from './found.ts';
import type { TreeOf } from './tree.ts';
import { walk } from './walk.ts';
import { beginWalk, rootPlace, type Unread, type Walked } from './walked.ts';

/** Blocks that are asked whether they are seen, between two stops. */
export const BLOCKS_A_STEP = 200;

export interface PageOptions {
  /** Whether an element is drawn at all; left out where there is no layout (command line). */
  readonly isVisible?: (element: Element) => boolean;
  /** Opens shadow trees; left out where there are none. */
  readonly treeOf?: TreeOf;
}

/**
 * The text of a page, as far as it was read: navigation, lists of other stories, comments and the like are passed over until somebody needs
 * them. They are most of many pages, and hardly ever part of an article.
 */
export class PageText {
  readonly #root: Element;
  readonly #walked: Walked;
  readonly #isVisible: PageOptions['isVisible'];
  #found: readonly FoundBlock[] = [];
  #unread: readonly Unread[] = [];

  constructor(root: Element, { isVisible, treeOf }: PageOptions) {
    this.#root = root;
    this.#walked = beginWalk(root, treeOf);
    this.#isVisible = isVisible;
  }

  /** What was read and is seen, in the order of the page. */
  get found(): readonly FoundBlock[] {
    return this.#found;
  }

  /** What was passed over, in the order of the page. */
  get unread(): readonly Unread[] {
    return this.#unread;
  }

  /** Reads the page, but for what stands around articles. */
  *read(): Generator<void, void> {
    const unread: Unread[] = [];
    const blocks = yield* walk(rootPlace(this.#root), this.#walked, unread);
    // Where the blocks that are not seen are taken out, those behind them move up.
    const before = unread.map(({ at }) => at);
    this.#found = yield* this.#seen(blocks, before);
    this.#unread = unread.map((one, index) => ({ ...one, at: before[index] ?? one.at }));
  }

  /** Reads what was passed over and is wanted. */
  *readMore(isWanted: (unread: Unread) => boolean): Generator<void, void> {
    const unread = this.#unread;
    if (unread.length === 0) return;
    const found: FoundBlock[] = [];
    const left: Unread[] = [];
    let from = 0;
    for (const one of unread) {
      for (; from < one.at; from++) found.push(this.#found[from] as FoundBlock);
      if (isWanted(one)) found.push(...(yield* this.#seen(yield* walk(one.place, this.#walked, null), [])));
      else left.push({ ...one, at: found.length });
    }
    found.push(...this.#found.slice(from));
    this.#found = found;
    this.#unread = left;
  }

  /** Reads all of it. */
  readAll(): Generator<void, void> {
    return this.readMore(() => true);
  }

  /** The blocks that are seen; of other lines than prose and headings that is asked later. `ends`: numbers of blocks, which become those among the seen. */
  *#seen(blocks: readonly FoundBlock[], ends: number[]): Generator<void, FoundBlock[]> {
    const seen: FoundBlock[] = [];
    let end = 0;
    for (const [at, block] of blocks.entries()) {
      if (at % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
      for (; end < ends.length && ends[end] === at; end++) ends[end] = seen.length;
      if ((!block.prose && block.level === 0) || (this.#isVisible?.(block.element) ?? true)) seen.push(block);
    }
    for (; end < ends.length; end++) ends[end] = seen.length;
    return seen;
  }
}

/** Whether a place is in one of some elements, or is one. Every place is asked once. */
export class Within {
  readonly #members: ReadonlySet<Element>;
  readonly #known = new Map<Place, boolean>();

  constructor(members: Iterable<Element>) {
    this.#members = new Set(members);
  }

  /** How many elements. */
  get size(): number {
    return this.#members.size;
  }

  has(place: Place): boolean {
    const asked: Place[] = [];
    let within = false;
    for (let at: Place | null = place; at; at = at.outer) {
      const said = this.#members.has(at.element) ? true : this.#known.get(at);
      if (said !== undefined) {
        within = said;
        break;
      }
      asked.push(at);
    }
    for (const at of asked) this.#known.set(at, within);
    return within;
  }
}
