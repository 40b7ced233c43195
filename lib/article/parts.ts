import type { FoundBlock, Part } from './found.ts';
import type { PageText } from './page-text.ts';
import { plain } from './plain.ts';
import { MOST_WEIGHED, weighedLength, weightOf } from './prose.ts';
import type { Titles } from './title.ts';
import type { Unread } from './walked.ts';

/** A page with less prose than this (weight, about its letters) outside of what stands around has its article somewhere in that. */
const LEAST_CLEAN = 250;
/** A part with this share of a page's prose is no mere surrounding. */
const MOST_OF_PAGE = 0.5;
/** The same of a part that holds the page's own heading. */
const MUCH_OF_PAGE = 0.2;
/** With less prose than this beside it a gallery's captions are the article: three short paragraphs lead into one. */
const BESIDE_GALLERY = 700;

/** From here on a heading is like a title in the page's head. */
const LIKE_TITLE = 0.75;
/** With this much prose outside of what stands around, that need not be read to know that it does. */
const MUCH_CLEAN = 1000;

/** Whether a block stands in what is left out. */
export function isAround(block: FoundBlock): boolean {
  for (let part = block.part; part; part = part.outer) if (!part.pardoned) return true;
  return false;
}

/** Whether a block stands in what is certainly another matter: comments, other stories, what is hidden. */
export function isFar(block: FoundBlock): boolean {
  for (let part = block.part; part; part = part.outer) if (isFirm(part)) return true;
  return false;
}

/** Whether a part is left out, and not only for a word of its class. */
export const isFirm = ({ standing, pardoned }: Part) =>
  !pardoned && (standing === 'firm' || standing === 'comments' || standing === 'gallery' || standing === 'hidden');

/** Whether a part reads like running text: paragraphs of some length and hardly a link. */
const isRunning = ({ length, linked, paragraphs }: Part) => paragraphs > 0 && length / paragraphs > 160 && linked < length * 0.12;

/** All the parts in which some prose stands. */
function partsAround(prose: readonly FoundBlock[]): ReadonlySet<Part> {
  const parts = new Set<Part>();
  for (const block of prose) for (let part = block.part; part && !parts.has(part); part = part.outer) parts.add(part);
  return parts;
}

const weigh = (prose: readonly FoundBlock[]) => prose.reduce((sum, block) => sum + weightOf(block), 0);
const weighClean = (prose: readonly FoundBlock[]) => prose.reduce((sum, block) => (isAround(block) ? sum : sum + weightOf(block)), 0);

/** The most that the prose in a part that was passed over can weigh. */
function mostIn({ part }: Unread, enough: number): number {
  const text = plain(part.element).textContent ?? '';
  const most = MOST_WEIGHED * text.length;
  return most < enough ? most : weighedLength(text.replace(/\s+/g, ' '));
}

/** Reads those parts that were passed over and may be pardoned, so that what is pardoned is the same as if all had been read. */
export function* readDoubtful(page: PageText, titles: Titles): Generator<void, void> {
  const prose = () => page.found.filter((block) => block.prose);
  if (page.unread.length === 0) return;
  if (weighClean(prose()) < MUCH_CLEAN) {
    yield* page.readAll();
    return;
  }
  const total = weigh(prose());
  const most = new Map(page.unread.map((one) => [one.part, mostIn(one, total * MUCH_OF_PAGE)]));
  const hasHeading = ({ element }: Part, headings: string) =>
    [...plain(element).querySelectorAll(headings)].some(({ textContent }) => titles.likeness(textContent ?? '') >= LIKE_TITLE);
  yield* page.readMore(({ part }) => {
    const weight = part.standing === 'comments' || part.standing === 'hidden' ? 0 : (most.get(part) ?? 0);
    if (weight >= total * (MOST_OF_PAGE / (1 - MOST_OF_PAGE)) || hasHeading(part, 'h1')) return true;
    return weight >= total * (MUCH_OF_PAGE / (1 - MUCH_OF_PAGE)) && hasHeading(part, 'h2');
  });
  // What is a large share of what was read may be none of the whole.
  const least = weigh(prose());
  const whole = page.unread.reduce((sum, { part }) => sum + (most.get(part) ?? 0), least);
  const isUnsure = ({ weight }: Part) => [MUCH_OF_PAGE, MOST_OF_PAGE].some((share) => weight >= least * share && weight < whole * share);
  for (const part of partsAround(prose())) {
    if (!isUnsure(part)) continue;
    yield* page.readAll();
    return;
  }
}

/**
 * Takes back what was said against parts of the page that hold its article: classes name what a part is beside as often as
 * what it is ("with-sidebar"), and some pages stand in a form or a dialog as a whole.
 */
export function pardonParts(blocks: readonly FoundBlock[], titles: Titles): void {
  const prose = blocks.filter((block) => block.prose);
  const total = weigh(prose);
  if (total === 0) return;
  const parts = partsAround(prose);
  const pardon = (standing: Part['standing'], wanted: (part: Part) => boolean) => {
    for (const part of parts) if (part.standing === standing && part.consents * 2 < part.paragraphs && wanted(part)) part.pardoned = true;
  };
  /** Whether a part, or one that it stands in, holds much of the page. */
  const isMuch = (inner: Part) => {
    for (let part: Part | null = inner; part; part = part.outer) if (part.weight >= total * MUCH_OF_PAGE) return true;
    return false;
  };
  pardon('slight', (part) => isRunning(part) || part.weight >= total * MUCH_OF_PAGE);
  pardon('soft', (part) => part.weight >= total * MOST_OF_PAGE);
  pardon('firm', (part) => part.weight >= total * MOST_OF_PAGE && isRunning(part));
  for (const { level, part: inner, text, linked } of blocks) {
    if (level === 0 || level > 2 || !inner || !(isMuch(inner) || (level === 1 && inner.standing === 'firm'))) continue;
    const likeness = titles.likeness(text);
    if (likeness < LIKE_TITLE) continue;
    // A box around the page's heading is named after the advert in it.
    if (level === 1 && inner.standing === 'firm' && linked === 0 && inner.linked === 0 && likeness >= 0.9) inner.pardoned = true;
    for (let part: Part | null = inner; part; part = part.outer) {
      if (part.standing !== 'hidden' && part.standing !== 'comments' && part.weight >= total * MUCH_OF_PAGE) part.pardoned = true;
    }
  }
  // A slide may be a part by itself.
  const shown = weigh(prose.filter(({ part }) => part?.standing === 'gallery'));
  if (weighClean(prose) < BESIDE_GALLERY && shown >= total * MOST_OF_PAGE) pardon('gallery', () => true);
  for (const standing of ['firm', 'hidden', 'comments'] as const)
    if (weighClean(prose) < LEAST_CLEAN) pardon(standing, (part) => part.weight >= total * MOST_OF_PAGE);
}
