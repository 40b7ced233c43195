import type { FoundBlock } from './blocks.ts';
import type { Facts } from './facts.ts';

/** Longest title that is kept, in UTF-16 units. */
const LONGEST = 300;

const wordsOf = (text: string) => text.toLowerCase().match(/[぀-ヿ㐀-鿿]|[\p{L}\p{N}]+/gu) ?? [];
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

export function readTitles(document: Document, facts: Facts): Titles {
  const content = (selector: string) => clean(document.querySelector(selector)?.getAttribute('content') ?? '');
  const head = clean(document.querySelector('title')?.textContent ?? '');
  const told = [
    facts.headline,
    content('meta[property="og:title"], meta[name="og:title"]'),
    content('meta[name="twitter:title"], meta[property="twitter:title"]'),
    content('meta[name="title"], meta[name="headline"], meta[name="DC.title"], meta[name="parsely-title"], meta[name="sailthru.title"]'),
    head,
  ].filter((title) => title.length > 0);
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
    const score = titles.likeness(block.text) - 0.04 * level;
    if (score > most) {
      best = block;
      most = score;
    }
  }
  if (best && most >= 0.5) return best;
  return titles.said === '' || firsts === 1 ? first : null;
}

export function titleFrom(heading: FoundBlock | null, titles: Titles): string {
  return (heading ? clean(heading.text) : titles.said).slice(0, LONGEST);
}
