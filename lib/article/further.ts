import { readPageDate } from '#lib/chronicle/index.ts';
import type { FoundBlock, Place } from './found.ts';
import { isAround } from './parts.ts';
import { attributeOf, nameOf, plain } from './plain.ts';

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

/** The stories that places stand in, each asked once. */
class Stories {
  readonly #known = new Map<Place, Element | null>();

  /** The innermost story around a place, or null. */
  around(place: Place): Element | null {
    const asked: Place[] = [];
    let story: Element | null = null;
    for (let at: Place | null = place; at; at = at.outer) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        story = known;
        break;
      }
      asked.push(at);
      const { element } = at;
      if (nameOf(element) === 'ARTICLE' || attributeOf(element, 'role') === 'article') {
        story = element;
        break;
      }
    }
    for (const at of asked) this.#known.set(at, story);
    return story;
  }
}

/** The articles with a heading and prose of their own that begin behind the page's own, whose last block is given. */
export function furtherArticles(found: readonly FoundBlock[], last: FoundBlock, isRead: (block: FoundBlock) => boolean): Further[] {
  const known = new Stories();
  const own = known.around(last.place);
  const stories = new Map<Element, FoundBlock[]>();
  for (const block of found.slice(found.indexOf(last) + 1)) {
    const story = isAround(block) || isRead(block) ? null : known.around(block.place);
    if (!story || story === own) continue;
    const blocks = stories.get(story);
    if (blocks) blocks.push(block);
    else stories.set(story, [block]);
  }
  return [...stories].flatMap(([element, blocks]) => {
    const prose = blocks.filter((block) => block.prose);
    const length = prose.reduce((sum, block) => sum + block.length, 0);
    if (length < LEAST_PROSE || prose.length < LEAST_PARAGRAPHS || !blocks.some(({ level }) => level > 0)) return [];
    return [{ element, blocks, day: readPageDate(plain(element).querySelector('time[datetime]')?.getAttribute('datetime') ?? '') }];
  });
}
