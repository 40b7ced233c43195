import { type FoundBlock, type Part, weightOf } from './blocks.ts';
import type { Titles } from './title.ts';

/** A page with less prose than this (weight, about its letters) outside of what stands around has its article somewhere in that. */
const LEAST_CLEAN = 250;
/** A part with this share of a page's prose is no mere surrounding. */
const MOST_OF_PAGE = 0.5;
/** The same of a part that holds the page's own heading. */
const MUCH_OF_PAGE = 0.2;
/** With less prose than this beside it a gallery's captions are the article: three short paragraphs lead into one. */
const BESIDE_GALLERY = 700;

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

/**
 * Takes back what was said against parts of the page that hold its article: classes name what a part is beside as often as
 * what it is ("with-sidebar"), and some pages stand in a form or a dialog as a whole.
 */
export function pardonParts(blocks: readonly FoundBlock[], titles: Titles): void {
  const prose = blocks.filter((block) => block.prose);
  const total = prose.reduce((sum, block) => sum + weightOf(block), 0);
  if (total === 0) return;
  const parts = new Set<Part>();
  for (const block of prose) for (let part = block.part; part && !parts.has(part); part = part.outer) parts.add(part);
  const clean = () => prose.reduce((sum, block) => (isAround(block) ? sum : sum + weightOf(block)), 0);
  const pardon = (standing: Part['standing'], wanted: (part: Part) => boolean) => {
    for (const part of parts) if (part.standing === standing && part.consents * 2 < part.paragraphs && wanted(part)) part.pardoned = true;
  };
  pardon('slight', (part) => isRunning(part) || part.weight >= total * MUCH_OF_PAGE);
  pardon('soft', (part) => part.weight >= total * MOST_OF_PAGE);
  pardon('firm', (part) => part.weight >= total * MOST_OF_PAGE && isRunning(part));
  for (const { level, part: inner, text, linked } of blocks) {
    if (level === 0 || level > 2 || !inner || titles.likeness(text) < 0.75) continue;
    // A box around the page's heading is named after the advert in it.
    if (level === 1 && inner.standing === 'firm' && linked === 0 && inner.linked === 0 && titles.likeness(text) >= 0.9)
      inner.pardoned = true;
    for (let part: Part | null = inner; part; part = part.outer) {
      if (part.standing !== 'hidden' && part.standing !== 'comments' && part.weight >= total * MUCH_OF_PAGE) part.pardoned = true;
    }
  }
  if (clean() < BESIDE_GALLERY) pardon('gallery', (part) => part.weight >= total * MOST_OF_PAGE);
  for (const standing of ['firm', 'hidden', 'comments'] as const)
    if (clean() < LEAST_CLEAN) pardon(standing, (part) => part.weight >= total * MOST_OF_PAGE);
}
