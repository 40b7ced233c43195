import type { Facts } from './facts.ts';
import type { FoundBlock } from './found.ts';
import type { Metas } from './metas.ts';

/** An article without other signs has at least this much prose, in letters, in this many paragraphs. */
const LEAST_PROSE = 500;
const LEAST_BLOCKS = 3;
/** What is written below a linked heading is a teaser up to this length on average. */
const LONG_TEASER = 190;
/** The same for a page that calls itself an article. */
const LEAST_DECLARED = 250;

/** Whether a page says of itself that it is an article. */
export function declaresArticle(document: Document, metas: Metas, facts: Facts): boolean {
  if (facts.isArticle || /^(?:article|news|blog)/i.test(metas.of('og:type') ?? '')) return true;
  if (metas.of('article:published_time') !== null) return true;
  return document.querySelector('[itemprop~="articleBody"], [itemtype*="Article"]') !== null;
}

/** Whether what was chosen is a page's list of stories: a linked heading for nearly every paragraph. */
function isListOfStories(inside: readonly FoundBlock[], prose: number, length: number): boolean {
  if (length > prose * LONG_TEASER) return false;
  const headings = inside.filter(({ level, linked }) => level > 0 && level < 5 && linked > 0.6).length;
  return headings >= 3 && headings >= prose * 0.5;
}

/** Whether the text chosen on a page is an article. `inside` is all that its part of the page holds, links too. */
export function isArticle(text: readonly FoundBlock[], inside: readonly FoundBlock[], declared: () => boolean): boolean {
  const prose = text.filter((block) => block.prose);
  const length = prose.reduce((sum, block) => sum + block.length, 0);
  if (declared()) return length >= LEAST_DECLARED;
  if (isListOfStories(inside, prose.length, length)) return false;
  // Paragraphs that are parted by line ends stand in one block.
  const paragraphs = prose.reduce((sum, { text }) => sum + text.split('\n').filter((line) => line.trim().length > 60).length, 0);
  return length >= LEAST_PROSE && (Math.max(paragraphs, prose.length) >= LEAST_BLOCKS || length >= LEAST_PROSE * 3);
}
