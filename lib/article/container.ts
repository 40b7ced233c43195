import { soundsInside, soundsLikeBody } from './class-words.ts';
import type { FoundBlock, Held, Place } from './found.ts';
import { attributeOf, nameOf, namesOf, plain } from './plain.ts';
import { weightOf } from './prose.ts';
import type { Titles } from './title.ts';
import { parentOf } from './tree.ts';

/** How much of a paragraph's weight its ancestors get, from the parent up (after Readability's scheme). */
const SHARES = [1, 0.75, 0.5, 0.3, 0.2, 0.12];
/** How far up neighbours of the same make are looked for. */
const MOST_STEPS = 7;
/** What a neighbour must add to be worth joining, in weight. */
const LEAST_ADDED = 60;

const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** What speaks for an element by its own word: 1 is nothing, MOST_CLAIMED the most. */
const MOST_CLAIMED = 1.6;
function claim(element: Element): number {
  if (/(?:^|\s)articleBody/i.test(attributeOf(element, 'itemprop'))) return MOST_CLAIMED;
  if (soundsInside(namesOf(element))) return 1.4;
  if (nameOf(element) === 'ARTICLE' || attributeOf(element, 'role') === 'article') return 1.3;
  if (nameOf(element) === 'MAIN' || attributeOf(element, 'role') === 'main') return 1.1;
  return soundsLikeBody(namesOf(element)) ? 1.15 : 1;
}

/** The prose in every element that holds some. Each place is climbed from once: pages nest ten thousand deep. */
function sums(prose: readonly FoundBlock[]): ReadonlyMap<Element, Held> {
  const places: Place[] = [];
  for (const { place, length, linked } of prose) {
    for (let at: Place | null = place; at !== null && at.held === null; at = at.outer) {
      at.held = { weight: 0, length: 0, linked: 0, blocks: 0 };
      places.push(at);
    }
    add(place.held, { weight: weightOf({ length, linked }), length, linked: length * linked, blocks: 1 });
  }
  // From the innermost out: what is in an element was entered after it.
  places.sort((a, b) => b.order - a.order);
  const inside = new Map<Element, Held>();
  for (const { element, outer, held } of places) {
    if (held === null) continue;
    inside.set(element, held);
    if (outer !== null) add(outer.held, held);
  }
  return inside;
}

function add(to: Held | null, more: Held): void {
  if (to === null) return;
  to.weight += more.weight;
  to.length += more.length;
  to.linked += more.linked;
  to.blocks += more.blocks;
}

const HEARTS = tags('DIV TD SECTION ARTICLE MAIN BODY PRE CENTER');

/** The element that gathers most prose with least around it. */
function heart(prose: readonly FoundBlock[]): Element | null {
  const weights = new Map<Element, number>();
  let heaviest = 0;
  for (const block of prose) {
    let place: Place | null = HEARTS.has(nameOf(block.element)) ? block.place : block.place.outer;
    const own = weightOf(block);
    for (let step = 0; step < SHARES.length && place; step++, place = place.outer) {
      const weight = (weights.get(place.element) ?? 0) + own * (SHARES[step] ?? 0);
      weights.set(place.element, weight);
      if (weight > heaviest) heaviest = weight;
    }
  }
  let best: Element | null = null;
  let most = 0;
  for (const [element, weight] of weights) {
    // Whatever speaks for it, it would not be enough.
    if (weight * MOST_CLAIMED < heaviest) continue;
    const claimed = weight * claim(element);
    if (claimed > most) {
      best = element;
      most = claimed;
    }
  }
  return best;
}

/** Class words without long numbers: what neighbours of one make have in common ("post-1234" and "post-1235"). */
function makeOf(element: Element): string {
  const names = attributeOf(element, 'class')
    .split(/\s+/)
    .filter((name) => name && !/\d{3}/.test(name));
  return `${nameOf(element)} ${names.slice(0, 2).join(' ')}`;
}

const TEXT_LEVEL = tags('P BLOCKQUOTE UL OL DL H1 H2 H3 H4 H5 H6 PRE FIGURE TABLE');
/** Markup that is never closed nests in these as deep as it is long. */
const INLINE = tags('P FONT B I EM STRONG SPAN A U SMALL BIG');
const isInlineTag = (element: Element) => INLINE.has(nameOf(element));
const CELLS = tags('TD TH');
const ROWS = tags('TD TR TBODY');

/** Elements that together are the article, in no order. */
export function articleMembers(prose: readonly FoundBlock[], root: Element, titles: Titles): Element[] {
  const inside = sums(prose);
  const chosen = heart(prose);
  if (!chosen) return [];
  const members: Element[] = [chosen];
  let weight = inside.get(chosen)?.weight ?? 0;
  const total = inside.get(root)?.weight ?? 0;
  const isWhole = (element: Element) =>
    nameOf(element) === 'ARTICLE' || nameOf(element) === 'MAIN' || (inside.get(element)?.weight ?? 0) > total * 0.4;
  let path = chosen;
  for (let step = 0; step < MOST_STEPS && path !== root; step += isInlineTag(path) ? 0 : 1) {
    const parent = parentOf(path);
    if (!parent) break;
    const more = (inside.get(parent)?.weight ?? 0) - (inside.get(path)?.weight ?? 0);
    if (more >= LEAST_ADDED && isInlineTag(parent)) {
      members.push(parent);
      weight += more;
    } else if (more >= LEAST_ADDED) {
      // Beside what stands at the top of a shadow tree stands what else is in the tree.
      const joined = neighbours(path, plain(path).parentNode as ParentNode, inside, weight, titles);
      members.push(...joined);
      for (const element of joined) weight += inside.get(element)?.weight ?? 0;
    }
    // A row of a table may hold the heading, and the next one more of the text.
    if (!isInlineTag(path) && !ROWS.has(nameOf(path)) && isWhole(path) && holdsHeading(path, titles)) break;
    path = parent;
  }
  return members;
}

/** Whether an element holds the page's own heading: what stands outside of it is another matter. */
function holdsHeading(element: Element, titles: Titles): boolean {
  if (nameOf(element) === 'BODY') return false;
  const headings = plain(element).querySelectorAll('h1, h2');
  for (let at = 0; at < Math.min(3, headings.length); at++) if (titles.likeness(headings[at]?.textContent ?? '') >= 0.75) return true;
  return false;
}

/** The children of a parent that carry the article on: of the same make as the one that holds its heart, or bare paragraphs. */
function neighbours(path: Element, parent: ParentNode, inside: ReadonlyMap<Element, Held>, weight: number, titles: Titles): Element[] {
  const make = makeOf(path);
  const isNamed = !make.endsWith(' ');
  // Another story beside the one that the page is about.
  const isOwn = holdsHeading(path, titles);
  const joined: Element[] = [];
  for (let child = plain(parent).firstElementChild; child; child = plain(child).nextElementSibling) {
    const tag = nameOf(child);
    if (child === path || CELLS.has(tag)) continue;
    // Tables beside a table are parts of an old page's layout.
    if (TEXT_LEVEL.has(tag) && !(tag === 'TABLE' && nameOf(path) === tag)) {
      if (!isOwn || tag === 'P') joined.push(child);
      continue;
    }
    if (isOwn && isOtherStory(child, path)) continue;
    const held = inside.get(child);
    const alike = makeOf(child) === make;
    // Without a paragraph that is prose: a step, a short section.
    if (!held) {
      if (alike && isNamed) joined.push(child);
      continue;
    }
    if ((alike && isNamed) || claim(child) >= 1.4 || ((alike || held.weight > weight * 0.25) && isDense(child, held))) joined.push(child);
  }
  return joined;
}

/** Whether an element beside a story with its own heading is another story: it has a title too. */
function isOtherStory(element: Element, story: Element): boolean {
  if (plain(element).querySelector('h1, h2 a')) return true;
  return (
    (nameOf(story) === 'ARTICLE' || nameOf(story) === 'LI') &&
    nameOf(element) === nameOf(story) &&
    plain(element).querySelector('h2, h3') !== null
  );
}

/** Whether an element reads like running text: paragraphs of some length, hardly a link, no linked heading for each. */
function isDense(element: Element, { blocks, length, linked }: Held): boolean {
  return length / blocks > 140 && linked < length * 0.15 && plain(element).querySelectorAll('h2 a, h3 a, h4 a').length < blocks / 2;
}
