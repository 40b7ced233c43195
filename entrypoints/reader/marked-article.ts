import { type Article, plain } from '#lib/article/index.ts';
import { type Follow, Marks } from '#lib/page/index.ts';
import type { ArticleRequest, Mark, PageState, ReaderSettings } from '#lib/protocol/index.ts';
import { specsFor } from './specs.ts';

/** What was last read of a page. */
export interface Reading {
  readonly article: Article;
  readonly request: ArticleRequest;
  readonly marks: readonly Mark[];
}

/** The article of a page, with its names marked. */
export class MarkedArticle {
  readonly marks = new Marks();
  /** Stories that stood behind the article when the page was first read. */
  readonly #first: WeakSet<Element>;
  #reading: Reading | null = null;
  /** The text nodes of what is read. */
  #nodes: ReadonlySet<Node> = new Set();
  #kinds: Record<string, number> = {};

  constructor(first: WeakSet<Element>) {
    this.#first = first;
  }

  /** What is read; null where that is nothing, or is to be asked for anew. */
  get reading(): Reading | null {
    return this.#reading;
  }

  /** Takes in what is read now; its marks stay those of before. */
  read(reading: Reading): void {
    if (this.#reading?.article !== reading.article)
      this.#nodes = new Set(reading.article.blocks.flatMap(({ runs }) => runs.map(({ node }) => node)));
    this.#reading = reading;
  }

  /** Has the names asked for anew at the next look; its marks stay till then. */
  renew(): void {
    this.#reading = null;
  }

  /** Marks the names that the reader wants to see. Gives where those of before are now. */
  mark({ marks, article }: Reading, settings: ReaderSettings): Follow {
    const specs = specsFor(marks, article.blocks, settings);
    const follow = this.marks.show(article.blocks, specs);
    const kinds: Record<string, number> = {};
    for (const { kind } of specs) kinds[kind] = (kinds[kind] ?? 0) + 1;
    this.#kinds = kinds;
    return follow;
  }

  forget(): void {
    this.marks.clear();
    this.#reading = null;
  }

  /** Whether a node is one of the article's. */
  holds(node: Node): boolean {
    return this.#nodes.has(node);
  }

  /** The first and the last element that are read. */
  get ends(): Element[] {
    const blocks = this.#reading?.article.blocks;
    return [blocks?.[0], blocks?.at(-1)].flatMap((block) => block?.element ?? []);
  }

  /** Whether a story came in behind it, while it stays where it was read. */
  isFurther(story: Element): boolean {
    const [start] = this.ends;
    const isThere = !!start && plain(start).isConnected;
    if (!isThere) this.#first.add(story);
    return isThere && !this.#first.has(story);
  }

  /** How the page stands. `current`: the mention that the panel has led to. */
  standing(state: PageState['state'], anyway: boolean, current: number | null): PageState {
    const marked = state === 'marked';
    const reading = marked ? this.#reading : null;
    return {
      type: 'state',
      state,
      names: this.marks.count,
      kinds: marked ? this.#kinds : {},
      anyway,
      article: reading && { page: reading.request.page, title: reading.article.title },
      current,
    };
  }
}
