import { type Card, cardOf, cardOfEntry, chosen, type Quote } from '#lib/card/index.ts';
import { type Cast, castOf } from '#lib/cast/index.ts';
import { dayOf } from '#lib/chronicle/index.ts';
import type { Gazetteer, Glossary } from '#lib/glossary/index.ts';
import type { Introduction } from '#lib/introduce/index.ts';
import { annotate, type Mention, type NameReader } from '#lib/names/index.ts';
import type { ArticleRequest, Mark } from '#lib/protocol/index.ts';
import { isWanted, type Settings } from '#lib/settings/index.ts';
import type { FrameOfTab } from './sender.ts';

/** An article among those of a page: its blocks and its day. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

interface Page {
  readonly blocks: readonly string[];
  readonly day: number;
  /** The articles in it, one after the other. */
  readonly parts: readonly Part[];
  /** Where it is; null for one of the extension's own. */
  readonly frame: FrameOfTab | null;
  /** After the reader's choices; null for what is not to be marked. */
  readonly mentions: readonly (Mention | null)[];
}

/** Pages whose mentions are kept for their cards; an older one asks again and is read anew. */
const MOST_PAGES = 40;

/** The mentions of open pages. Lost when the background is stopped; pages then ask anew. */
export class Pages {
  readonly #pages = new Map<string, Page>();

  /** `hidden`: keys of the names that the reader hid everywhere. `frame`: where the page is; null for one of the extension's own. */
  annotate(
    request: ArticleRequest,
    gazetteer: Gazetteer,
    recogniser: NameReader,
    hidden: readonly string[],
    frame: FrameOfTab | null,
  ): Mark[] {
    const day = request.day ?? dayOf(new Date());
    const choices = [...request.choices, ...hidden.map((from) => ({ from, to: null }))];
    const parts = partsOf(request, day);
    // Each article by itself: a surname means another in the next one.
    const found = parts.flatMap(({ from, to, day }) =>
      annotate({ blocks: request.blocks.slice(from, to), day }, gazetteer, recogniser).map((mention) => ({
        ...mention,
        block: mention.block + from,
      })),
    );
    const mentions = chosen(found, choices, gazetteer);
    this.#pages.delete(request.page);
    // What the frame showed before is gone, or will be told again.
    if (frame) this.#forgetWhere((known) => known.tab === frame.tab && known.frame === frame.frame);
    this.#pages.set(request.page, { blocks: request.blocks, parts, day, mentions, frame });
    const oldest = this.#pages.keys().next();
    if (this.#pages.size > MOST_PAGES && !oldest.done) this.#pages.delete(oldest.value);
    const first = new Map<number | string | null, number>();
    return mentions.flatMap((mention, number) =>
      mention
        ? [
            {
              block: mention.block,
              start: mention.start,
              end: mention.end,
              kind: mention.kind,
              via: mention.via,
              confidence: mention.confidence,
              mention: number,
              of: firstOf(first, mention.entry ?? mention.bearer, number),
            },
          ]
        : [],
    );
  }

  /** Whether a page is another tab's: its script has no business with this one's. */
  isOfOther(pageId: string, tab: number | null): boolean {
    const page = this.#pages.get(pageId);
    return page !== undefined && (page.frame?.tab ?? null) !== tab;
  }

  /** Forgets the pages of tabs that are no longer open. */
  keepTabs(open: ReadonlySet<number>): void {
    this.#forgetWhere(({ tab }) => !open.has(tab));
  }

  /** Forgets all pages: the numbers of entries mean others now. */
  forget(): void {
    this.#pages.clear();
  }

  #forgetWhere(isGone: (frame: FrameOfTab) => boolean): void {
    for (const [id, { frame }] of this.#pages) if (frame && isGone(frame)) this.#pages.delete(id);
  }

  /** The card of a mention, or null if the page is not known (any more). */
  async card(pageId: string, number: number, glossary: Glossary): Promise<Card | null> {
    const { page, mention, alike } = this.#find(pageId, number);
    if (!page || !mention) return null;
    const introduction = mention.entry === null ? await introductionOf(page, alike) : null;
    return cardOf({ mention, day: dayAt(page, mention), count: alike.length, introduction }, glossary);
  }

  /** The card of an entry as of a page's day, or null if the page is not known, or there is no such entry. */
  entryCard(pageId: string, id: string, glossary: Glossary): Card | null {
    const page = this.#pages.get(pageId);
    const number = page ? glossary.numberOf(id) : null;
    if (!page || number === null) return null;
    const count = page.mentions.filter((mention) => mention?.entry === number).length;
    return cardOfEntry(glossary.entry(number), page.day, count, glossary);
  }

  /** What the article says of a name that has an entry, where that adds to the entry's card. */
  async introduction(pageId: string, number: number, glossary: Glossary): Promise<Quote | null> {
    const { page, mention, alike } = this.#find(pageId, number);
    if (!page || !mention || mention.entry === null || mention.kind !== 'person') return null;
    const introduction = await introductionOf(page, alike);
    return cardOf({ mention, day: dayAt(page, mention), count: alike.length, introduction }, glossary).quote;
  }

  /** Who and where in a page, of the names that the reader wants to see; null if the page is not known (any more). */
  cast(pageId: string, settings: Settings, glossary: Glossary): Cast | null {
    const page = this.#pages.get(pageId);
    if (!page) return null;
    const wanted = page.mentions.flatMap((mention, number) => (mention && isWanted(mention, settings) ? [{ number, mention }] : []));
    return castOf(wanted, page.day, glossary);
  }

  #find(pageId: string, number: number): { page: Page | undefined; mention: Mention | null; alike: readonly Mention[] } {
    const page = this.#pages.get(pageId);
    const mention = page?.mentions[number] ?? null;
    const alike = (page?.mentions ?? []).filter(
      (other): other is Mention =>
        other !== null && mention !== null && (mention.entry === null ? other.bearer === mention.bearer : other.entry === mention.entry),
    );
    return { page, mention, alike };
  }
}

function partsOf({ blocks, parts }: ArticleRequest, day: number): Part[] {
  const begins = [{ from: 0, day }, ...parts.map((part) => ({ from: part.from, day: part.day ?? day }))];
  return begins.map((part, at) => ({ ...part, to: begins[at + 1]?.from ?? blocks.length }));
}

/** The day of the article that a mention stands in. */
function dayAt({ parts, day }: Page, { block }: Mention): number {
  return parts.find(({ from, to }) => block >= from && block < to)?.day ?? day;
}

function firstOf<K>(first: Map<K, number>, key: K, number: number): number {
  if (!first.has(key)) first.set(key, number);
  return first.get(key) ?? number;
}

/** How the article introduces somebody. Compromise is loaded only now. */
async function introductionOf(page: Page, mentions: readonly Mention[]): Promise<Introduction | null> {
  const { introduce } = await import('#lib/introduce/index.ts');
  const places = mentions.map(({ block, start, end }) => ({ text: page.blocks[block] ?? '', start, end }));
  return introduce(places, mentions[0]?.kind ?? 'thing');
}
