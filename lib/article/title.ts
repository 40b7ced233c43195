import type { Facts } from './facts.ts';
import type { FoundBlock } from './found.ts';
import type { Meta, Metas } from './metas.ts';
import { unmasked } from './model.ts';
import { isAround } from './parts.ts';
import { plain } from './plain.ts';

/** Longest title that is kept, in UTF-16 units. */
const LONGEST = 300;

/** Classes of all the world's letters take a browser long to make ready. */
const PLAIN = /^[ -~]*$/;
function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return (PLAIN.test(lower) ? lower.match(/[a-z0-9]+/g) : lower.match(/[぀-ヿ㐀-鿿]|[\p{L}\p{N}]+/gu)) ?? [];
}
const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a page says its article is called, in its head. */
export interface Titles {
  /** The best of what the head says, without the site's name; empty where it says nothing. */
  readonly said: string;
  /** How like a heading is to one of the titles in the head, 0 to 1. */
  likeness(heading: string): number;
}

/** "Title | Site", "Site: Title", "Title - Section - Site": the longest part that has most of the words. */
function withoutSite(title: string): string {
  const parts = title.split(/\s+[|–—\-·»«:•]+\s+|\s*[|»•]\s*/).filter((part) => wordsOf(part).length > 0);
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  return wordsOf(longest).length >= 3 && longest.length >= title.length * 0.4 ? longest : title;
}

const OTHERS = new Set(['title', 'headline', 'DC.title', 'parsely-title', 'sailthru.title']);

export function readTitles(document: Document, metas: Metas, facts: Facts): Titles {
  const content = (isMeant: (meta: Meta) => boolean) => clean(metas.first(isMeant) ?? '');
  const named = (wanted: string) => content(({ property, name }) => property === wanted || name === wanted);
  const told = [
    facts.headline,
    named('og:title'),
    named('twitter:title'),
    content(({ name }) => name !== null && OTHERS.has(name)),
    clean(document.querySelector('title')?.textContent ?? ''),
  ].filter((title, at, all) => title.length > 0 && all.indexOf(title) === at);
  const sets = told.map((title) => ({ all: new Set(wordsOf(title)), own: wordsOf(withoutSite(title)).length }));
  return {
    said: clean(withoutSite(told[0] ?? '')),
    likeness(heading) {
      const words = wordsOf(heading);
      if (words.length === 0 || words.length > 60) return 0;
      let best = 0;
      for (const { all, own } of sets) {
        const shared = words.filter((word) => all.has(word)).length;
        // Of the heading's words, and of the title's: a site's name alone is not its article's.
        best = Math.max(best, Math.min(shared / words.length, (1.6 * shared) / Math.max(1, own)));
      }
      return best;
    },
  };
}

/** How surely a heading is the article's own. */
const surenessOf = (text: string, level: number, titles: Titles) => titles.likeness(text) - 0.04 * level;
/** What a heading loses in a part that stands around articles: there a site or a book has its name. */
const AROUND = 0.1;
/** How like the title, and how long, a line must be to be a headline that no tag names. */
const LIKE_TITLE = 0.9;
const LEAST_LINE = 15;
/** From here on it is taken. */
const SURE = 0.5;

/** The block that is the article's heading, among those up to its first paragraphs; null where no heading is like its title. */
export function findHeading(candidates: readonly FoundBlock[], titles: Titles): FoundBlock | null {
  let best: FoundBlock | null = null;
  let most = 0;
  let first: FoundBlock | null = null;
  let firsts = 0;
  for (const block of candidates) {
    const { level } = block;
    if (level === 0 || block.length > LONGEST) continue;
    if (level === 1 && block.linked < 0.5) {
      first = block;
      firsts++;
    }
    const sureness = surenessOf(block.text, level, titles) - (isAround(block) ? AROUND : 0);
    if (sureness > most) {
      best = block;
      most = sureness;
    }
  }
  if (best && surenessOf(best.text, best.level, titles) >= SURE) return best;
  if (titles.said === '' || firsts === 1) return first;
  // Some pages have their headline in a line like any other.
  const line = candidates.findLast(
    ({ level, linked, length, line }) => level === 0 && linked < 0.5 && length >= LEAST_LINE && titles.likeness(line) >= LIKE_TITLE,
  );
  return line ?? null;
}

/** Whether an element that was not read holds what would be the heading rather than the one that was found. */
export function mayHoldHeading(element: Element, found: FoundBlock | null, titles: Titles): boolean {
  const sureness = found ? surenessOf(found.text, found.level, titles) : 0;
  for (const heading of plain(element).querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const level = Number(heading.tagName[1]);
    if (sureness < SURE && level === 1) return true;
    const may = surenessOf(heading.textContent ?? '', level, titles);
    if (may >= SURE && may - AROUND >= sureness) return true;
  }
  return false;
}

export function titleFrom(heading: FoundBlock | null, titles: Titles): string {
  // Behind it may stand a sign that links to it.
  return (heading ? clean(unmasked(heading)).replace(/\s*[¶#§]$/, '') : titles.said).slice(0, LONGEST);
}
