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
  return firstIn(clues, [isEncyclopaedia(clues) ? changedInHead : publishedInHead]);
}

/** The day an article was published, where the head does not tell, by the first source in the order of trust that gives a plausible one. */
export function dateInPage(clues: DateClues): ArticleDate | null {
  if (isEncyclopaedia(clues)) return firstIn(clues, [lastChanges]);
  const late = (asked: DateClues) => inMarkup(asked, true);
  return firstIn(clues, [inMarkup, inAddresses, inLines, late, inScripts, lastChanges]);
}

function* lastChanges(clues: DateClues): Generator<Candidate> {
  yield* inLines(clues, true);
  yield* changedInHead(clues);
}

function firstIn(clues: DateClues, sources: readonly ((clues: DateClues) => Generator<Candidate>)[]): ArticleDate | null {
  for (const ask of sources) {
    for (const [source, day] of ask(clues)) if (day !== null && isPlausible(day, clues.now)) return { day, source };
  }
  return null;
}
