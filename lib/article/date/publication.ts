import { isPlausible } from '#lib/chronicle/index.ts';
import type { ArticleDate } from '../model.ts';
import { inAddresses } from './address.ts';
import type { Candidate, DateClues } from './clues.ts';
import { isEncyclopaedia } from './encyclopaedia.ts';
import { changedInHead, publishedInHead } from './head.ts';
import { inLines } from './lines.ts';
import { inMarkup } from './markup.ts';
import { inScripts } from './scripts.ts';

/** The day that a page's head tells; null where it tells none that is plausible. */
export function dateInHead(clues: DateClues): ArticleDate | null {
  return firstIn([isEncyclopaedia(clues) ? changedInHead(clues) : publishedInHead(clues)], clues.now);
}

/** The day an article was published, where the head does not tell, by the first source in the order of trust that gives a plausible one. */
export function dateInPage(clues: DateClues): ArticleDate | null {
  const changed = [inLines(clues, true), changedInHead(clues)];
  // Blogs call the only day that they tell by the heading "updated".
  const published = [
    inMarkup(clues),
    inAddresses(clues),
    inLines(clues),
    inMarkup(clues, 'changed'),
    inMarkup(clues, 'late'),
    inScripts(clues),
  ];
  return firstIn(isEncyclopaedia(clues) ? changed : [...published, ...changed], clues.now);
}

/** A source is asked only where those before it gave nothing. */
function firstIn(sources: readonly Generator<Candidate>[], now: Date): ArticleDate | null {
  for (const candidates of sources) {
    for (const [source, day] of candidates) if (day !== null && isPlausible(day, now)) return { day, source };
  }
  return null;
}
