import { findBlocks } from './blocks.ts';
import { chooseBlocks, declaresArticle } from './choose.ts';
import { articleDate } from './date.ts';
import { articleLanguage } from './language.ts';
import type { Article, ArticleBlock } from './model.ts';

export interface ExtractOptions {
  /** The page's address; a date may stand in it. */
  readonly address: string;
  readonly now: Date;
  /** Whether an element is drawn at all; left out where there is no layout (command line). */
  readonly isVisible?: (element: Element) => boolean;
  /** Read a page that does not look like an article. */
  readonly force?: boolean;
}

/** The article of a document, which is not changed; null if it holds none. */
export function extractArticle(document: Document, options: ExtractOptions): Article | null {
  const root = articleInDialog(document) ?? document.body;
  if (!root) return null;
  const found = findBlocks(root);
  const chosen = chooseBlocks(found, root, declaresArticle(document), options.force ?? false);
  if (chosen.length === 0) return null;
  const heading = found.find((block) => block.element.closest('h1') !== null && !chosen.includes(block) && comesBefore(block, chosen[0]));
  const visible = (heading ? [heading, ...chosen] : chosen).filter((block) => options.isVisible?.(block.element) ?? true);
  if (visible.length === 0) return null;
  const blocks: ArticleBlock[] = visible.map(({ text, runs, element }) => ({ text, runs, element }));
  return {
    title: articleTitle(document, heading?.text ?? visible.find((block) => block.element.closest('h1'))?.text),
    language: articleLanguage(document, blocks.map((block) => block.text).join(' ')),
    date: articleDate(document, options.address, found, options.now),
    blocks,
  };
}

/** An open dialog that holds an article: it lies over the page, and is what is read. Others hold consent and adverts. */
function articleInDialog(document: Document): Element | null {
  return document.querySelector('dialog[open] article, dialog[open] [itemprop="articleBody"]')?.closest('dialog') ?? null;
}

function comesBefore(a: { element: Element }, b: { element: Element } | undefined): boolean {
  const FOLLOWING = 4;
  return b !== undefined && (a.element.compareDocumentPosition(b.element) & FOLLOWING) !== 0;
}

function articleTitle(document: Document, heading: string | undefined): string {
  const text = heading ?? document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? document.title ?? '';
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
