import { type FoundBlock, findBlocks } from './blocks.ts';
import { articleMembers } from './container.ts';
import { articleDate } from './date.ts';
import { readFacts } from './facts.ts';
import { furtherArticles } from './further.ts';
import { articleLanguage, declaredLanguage, tagOf } from './language.ts';
import type { Article, ArticleBlock, ArticlePart } from './model.ts';
import { isAround, isFar, pardonParts } from './parts.ts';
import { findHeading, readTitles, titleFrom } from './title.ts';
import { parentOf, type TreeOf } from './tree.ts';
import { deckBetween, trim } from './trim.ts';
import { declaresArticle, isArticle } from './verdict.ts';

/** Blocks that are asked whether they are seen, between two stops. */
const BLOCKS_A_STEP = 200;

export interface ExtractOptions {
  /** The page's address; a date may stand in it. */
  readonly address: string;
  readonly now: Date;
  /** Whether an element is drawn at all; left out where there is no layout (command line). */
  readonly isVisible?: (element: Element) => boolean;
  /** Read a page that does not look like an article. */
  readonly force?: boolean;
  /** Opens shadow trees; left out where there are none. */
  readonly treeOf?: TreeOf;
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
  const { isVisible, force = false, treeOf } = options;
  const root = rootOf(document);
  if (!root) return null;
  const found: FoundBlock[] = [];
  for (const [at, block] of (yield* findBlocks(root, treeOf)).entries()) {
    if (at % BLOCKS_A_STEP === 0) yield;
    if ((!block.prose && block.level === 0) || (isVisible?.(block.element) ?? true)) found.push(block);
  }
  yield;
  const facts = readFacts(document);
  const titles = readTitles(document, facts);
  pardonParts(found, titles);
  const members = new Set(
    articleMembers(
      found.filter((block) => block.prose && !isAround(block)),
      root,
      titles,
    ),
  );
  yield;
  const inside = members.size > 0 ? blocksWithin(found, members, root) : found;
  const start = found.indexOf(inside.find((block) => block.prose && !isAround(block)) ?? (inside[0] as FoundBlock));
  const heading = findHeading(
    found.slice(0, start + 1).filter((block) => !isFar(block)),
    titles,
  );
  const deck = heading ? deckBetween(found.slice(found.indexOf(heading) + 1, start)) : [];
  const wanted = new Set([...inside, ...deck, ...(heading ? [heading] : [])]);
  const text = trim(
    found.filter((block) => wanted.has(block)),
    heading,
  );
  yield;
  if (!force && !isArticle(text, inside, declaresArticle(document, facts))) return null;
  const visible = text.filter((block) => block.prose || block.level > 0 || (isVisible?.(block.element) ?? true));
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
  const declared = declaredLanguage(document) ?? tagOf(facts.language);
  const language = articleLanguage(declared, blocks.map((block) => block.text).join(' '));
  const { address, now } = options;
  // The declared tag has a region, which says in what order the numbers of a date are.
  const spoken = tagOf(declared) === language ? declared : language;
  return {
    title: titleFrom(heading, titles),
    language,
    date: articleDate({ document, facts, titles, address, now, found, text: visible, heading, language: spoken }),
    blocks,
    parts,
  };
}

/** What is read of a document: an open dialog that holds an article lies over the page; others hold consent and adverts. */
function rootOf(document: Document): Element | null {
  const dialog = document.querySelector('dialog[open] article, dialog[open] [itemprop="articleBody"]')?.closest('dialog');
  // A document that is no HTML, or a frameset, has no body.
  return dialog ?? (document.documentElement ? (document.body ?? document.documentElement) : null);
}

/** The blocks that stand in one of some elements. Each element of the page is asked once. */
function blocksWithin(blocks: readonly FoundBlock[], members: ReadonlySet<Element>, root: Element): FoundBlock[] {
  const known = new Map<Element, boolean>();
  const isWithin = (element: Element): boolean => {
    const path: Element[] = [];
    let within = false;
    for (let ancestor: Element | null = element; ancestor; ancestor = parentOf(ancestor)) {
      const said = members.has(ancestor) ? true : ancestor === root ? false : known.get(ancestor);
      if (said !== undefined) {
        within = said;
        break;
      }
      path.push(ancestor);
    }
    for (const ancestor of path) known.set(ancestor, within);
    return within;
  };
  return blocks.filter((block) => isWithin(block.element));
}
