import { articleMembers } from './container.ts';
import { dateInHead, dateInPage } from './date/index.ts';
import { readFacts } from './facts.ts';
import type { FoundBlock } from './found.ts';
import { furtherArticles } from './further.ts';
import { articleLanguage, declaredLanguage, tagOf } from './language.ts';
import { Metas } from './metas.ts';
import type { Article, ArticleBlock, ArticlePart } from './model.ts';
import { BLOCKS_A_STEP, type PageOptions, PageText, Within } from './page-text.ts';
import { isAround, isFar, pardonParts, readDoubtful } from './parts.ts';
import { findHeading, mayHoldHeading, readTitles, type Titles, titleFrom } from './title.ts';
import { deckBetween, trim } from './trim.ts';
import { declaresArticle, isArticle } from './verdict.ts';

export interface ExtractOptions extends PageOptions {
  /** The page's address; a date may stand in it. */
  readonly address: string;
  readonly now: Date;
  /** Read a page that does not look like an article. */
  readonly force?: boolean;
  /** Whether an article in a language (null: one that is not known) is of use; of others the date is not looked for. */
  readonly isRead?: (language: string | null) => boolean;
  /** Whether an article that stands after the page's own is read with it; left out where none is. */
  readonly isFurther?: (element: Element) => boolean;
}

/** The article of a document, which is not changed; null if it holds none. */
export function extractArticle(document: Document, options: ExtractOptions): Article | null {
  const steps = extractInSteps(document, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same, step by step, some milliseconds each at most. The document may change in between: what is gone by then is left out
 * where it is marked.
 */
export function* extractInSteps(document: Document, options: ExtractOptions): Generator<void, Article | null> {
  const { isVisible, force = false } = options;
  const root = rootOf(document);
  if (!root) return null;
  const page = new PageText(root, options);
  yield* page.read();
  yield;
  const metas = new Metas(document);
  const facts = readFacts(document);
  const titles = readTitles(document, metas, facts);
  yield* readDoubtful(page, titles);
  pardonParts(page.found, titles);
  const members = new Within(
    articleMembers(
      page.found.filter((block) => block.prose && !isAround(block)),
      root,
      titles,
    ),
  );
  yield;
  yield* members.size > 0 ? page.readMore(({ place }) => members.has(place)) : page.readAll();
  const inside = members.size > 0 ? page.found.filter(({ place }) => members.has(place)) : page.found;
  const first = inside.find((block) => block.prose && !isAround(block)) ?? (inside[0] as FoundBlock);
  const heading = yield* headingBefore(page, first, titles);
  const { found } = page;
  const deck = heading ? deckBetween(found.slice(found.indexOf(heading) + 1, found.indexOf(first))) : [];
  const wanted = new Set([...inside, ...deck, ...(heading ? [heading] : [])]);
  const text = yield* trim(
    found.filter((block) => wanted.has(block)),
    heading,
  );
  yield;
  if (!force && !isArticle(text, inside, () => declaresArticle(document, metas, facts))) return null;
  const visible: FoundBlock[] = [];
  for (const [at, block] of text.entries()) {
    if (at % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    if (block.prose || block.level > 0 || (isVisible?.(block.element) ?? true)) visible.push(block);
  }
  if (visible.length === 0) return null;
  const last = visible.at(-1);
  const behind = options.isFurther && last ? furtherArticles(found, last, (block) => wanted.has(block)) : [];
  const further = behind.filter(({ element }) => options.isFurther?.(element));
  const parts: ArticlePart[] = [];
  let from = visible.length;
  for (const { blocks, day } of further) {
    parts.push({ from, day });
    from += blocks.length;
  }
  const blocks: ArticleBlock[] = [visible, ...further.map(({ blocks }) => blocks)]
    .flat()
    .map(({ text, runs, element }) => ({ text, runs, element }));
  yield;
  const declared = declaredLanguage(document, metas) ?? tagOf(facts.language);
  const language = articleLanguage(declared, blocks);
  yield;
  const { address, now } = options;
  // The declared tag has a region, which says in what order the numbers of a date are.
  const spoken = tagOf(declared) === language ? declared : language;
  const clues = { document, metas, facts, titles, address, now, found, text: visible, heading, language: spoken };
  const isDated = options.isRead?.(language) ?? true;
  let date = isDated ? dateInHead(clues) : null;
  if (isDated && !date) {
    yield* page.readAll();
    date = dateInPage({ ...clues, found: page.found });
  }
  return { title: titleFrom(heading, titles), language, date, blocks, parts };
}

/** The article's heading, up to its first paragraph. Where it may stand in what was passed over, that is read. */
function* headingBefore(page: PageText, first: FoundBlock | undefined, titles: Titles): Generator<void, FoundBlock | null> {
  const find = () => {
    const { found } = page;
    const start = first ? found.indexOf(first) : -1;
    return findHeading(
      found.slice(0, start + 1).filter((block) => !isFar(block)),
      titles,
    );
  };
  const heading = find();
  const start = first ? page.found.indexOf(first) : -1;
  const may = new Set(
    page.unread.filter(({ part, at }) => at <= start && part.standing === 'soft' && mayHoldHeading(part.element, heading, titles)),
  );
  if (may.size === 0) return heading;
  yield* page.readMore((one) => may.has(one));
  return find();
}

/** What is read of a document: an open dialog that holds an article lies over the page; others hold consent and adverts. */
function rootOf(document: Document): Element | null {
  const dialog =
    document.getElementsByTagName('dialog').length === 0
      ? null
      : document.querySelector('dialog[open] article, dialog[open] [itemprop="articleBody"]')?.closest('dialog');
  // A document that is no HTML, or a frameset, has no body.
  return dialog ?? (document.documentElement ? (document.body ?? document.documentElement) : null);
}
