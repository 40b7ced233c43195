import { type Card, cardOf } from '#lib/card/index.ts';
import { dayOf } from '#lib/chronicle/index.ts';
import type { Gazetteer, Glossary } from '#lib/glossary/index.ts';
import type { Introduction } from '#lib/introduce/index.ts';
import { annotate, type Mention } from '#lib/names/index.ts';
import type { ArticleRequest, Mark } from '#lib/protocol.ts';

interface Page {
  readonly blocks: readonly string[];
  readonly day: number;
  readonly mentions: readonly Mention[];
}

/** Pages whose mentions are kept for their cards; an older one asks again and is read anew. */
const MOST_PAGES = 40;

/** The mentions of open pages. Lost when the background is stopped; pages then ask anew. */
export class Pages {
  readonly #pages = new Map<string, Page>();

  annotate(request: ArticleRequest, gazetteer: Gazetteer): Mark[] {
    const day = request.day ?? dayOf(new Date());
    const mentions = annotate({ blocks: request.blocks, day }, gazetteer);
    this.#pages.delete(request.page);
    this.#pages.set(request.page, { blocks: request.blocks, day, mentions });
    const oldest = this.#pages.keys().next();
    if (this.#pages.size > MOST_PAGES && !oldest.done) this.#pages.delete(oldest.value);
    const first = new Map<number | string | null, number>();
    return mentions.map((mention, number) => ({
      block: mention.block,
      start: mention.start,
      end: mention.end,
      kind: mention.kind,
      via: mention.via,
      confidence: mention.confidence,
      mention: number,
      of: firstOf(first, mention.entry ?? mention.bearer, number),
    }));
  }

  /** Forgets all pages: the numbers of entries mean others now. */
  forget(): void {
    this.#pages.clear();
  }

  /** The card of a mention, or null if the page is not known (any more). */
  async card(pageId: string, number: number, glossary: Glossary): Promise<Card | null> {
    const page = this.#pages.get(pageId);
    const mention = page?.mentions[number];
    if (!page || !mention) return null;
    const alike = page.mentions.filter((other) =>
      mention.entry === null ? other.bearer === mention.bearer : other.entry === mention.entry,
    );
    const introduction = mention.entry === null && mention.kind === 'person' ? await introductionOf(page, alike) : null;
    return cardOf({ mention, day: page.day, count: alike.length, introduction }, glossary);
  }
}

function firstOf<K>(first: Map<K, number>, key: K, number: number): number {
  if (!first.has(key)) first.set(key, number);
  return first.get(key) ?? number;
}

/** How the article introduces somebody: at the first mention that does. Compromise is loaded only now. */
async function introductionOf(page: Page, mentions: readonly Mention[]): Promise<Introduction | null> {
  const { introduce } = await import('#lib/introduce/index.ts');
  for (const mention of mentions.slice(0, 5)) {
    const text = page.blocks[mention.block];
    const said = text === undefined ? null : introduce(text, mention.start, mention.end);
    if (said) return said;
  }
  return null;
}
