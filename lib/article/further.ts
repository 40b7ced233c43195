import { readPageDate } from '#lib/chronicle/index.ts';
import type { FoundBlock } from './blocks.ts';
import { isAround } from './parts.ts';
import { parentOf } from './tree.ts';

/** An article that stands after the page's own: pages put one after the other as long as they are scrolled. */
export interface Further {
  readonly element: Element;
  readonly blocks: readonly FoundBlock[];
  /** YYYYMMDD; null where it tells none. */
  readonly day: number | null;
}

/** Less prose than this, in letters and in paragraphs, is a teaser or a comment. */
const LEAST_PROSE = 700;
const LEAST_PARAGRAPHS = 3;

function storyOf(element: Element): Element | null {
  for (let ancestor: Element | null = element; ancestor; ancestor = parentOf(ancestor))
    if (ancestor.tagName.toUpperCase() === 'ARTICLE' || ancestor.getAttribute('role') === 'article') return ancestor;
  return null;
}

/** The articles with a heading and prose of their own that begin behind the page's own, whose last block is given. */
export function furtherArticles(found: readonly FoundBlock[], last: FoundBlock, isRead: (block: FoundBlock) => boolean): Further[] {
  const own = storyOf(last.element);
  const stories = new Map<Element, FoundBlock[]>();
  for (const block of found.slice(found.indexOf(last) + 1)) {
    const story = isAround(block) || isRead(block) ? null : storyOf(block.element);
    if (!story || story === own) continue;
    const blocks = stories.get(story);
    if (blocks) blocks.push(block);
    else stories.set(story, [block]);
  }
  return [...stories].flatMap(([element, blocks]) => {
    const prose = blocks.filter((block) => block.prose);
    const length = prose.reduce((sum, block) => sum + block.length, 0);
    if (length < LEAST_PROSE || prose.length < LEAST_PARAGRAPHS || !blocks.some(({ level }) => level > 0)) return [];
    return [{ element, blocks, day: readPageDate(element.querySelector('time[datetime]')?.getAttribute('datetime') ?? '') }];
  });
}
