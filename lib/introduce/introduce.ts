import { readAfter } from './after.ts';
import { readBefore } from './before.ts';
import type { Introduced, Introduction } from './model.ts';
import { isRelation } from './roles.ts';
import { sentenceAround } from './sentence.ts';
import { type Term, termsOf } from './terms.ts';
import { readWhat } from './what.ts';

/** Sentences longer than this are not read: compromise's cost grows faster than their length. */
const LONGEST_SENTENCE = 600;
/** An introduction longer than this tells a story, not a role. */
const LONGEST_PHRASE = 140;

/** A phrase, and how much it tells: 3 and more is a role, 2 where somebody belongs, less whose they are or what they do. */
interface Said {
  readonly phrase: string;
  readonly tells: number;
}
const ROLE = 3;

/** A mention of a name in a text. UTF-16 units. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Mentions that are looked at, at most. */
const MOST_PLACES = 5;

/**
 * What an article says of a name, in its own words: the title before it and the apposition behind it, at the first of its mentions that
 * tells a role, else at the one that tells most. Null where none introduces it.
 */
export function introduce(places: Iterable<Place>, kind: Introduced): Introduction | null {
  let best: (Said & { sentence: string }) | null = null;
  let looked = 0;
  for (const place of places) {
    const said = saidAt(place, kind);
    if (said && said.tells > (best?.tells ?? 0)) best = said;
    if ((best?.tells ?? 0) >= ROLE || ++looked >= MOST_PLACES) break;
  }
  return best && { phrase: best.phrase, sentence: best.sentence };
}

function saidAt({ text, start, end }: Place, kind: Introduced): (Said & { sentence: string }) | null {
  const { sentence, offset } = sentenceAround(text, start, end);
  if (sentence.length > LONGEST_SENTENCE || end - offset > sentence.length) return null;
  const terms = termsOf(sentence);
  const said =
    kind === 'person'
      ? phraseOf(sentence, terms, start - offset, end - offset)
      : whatOf(sentence, terms, start - offset, end - offset, kind);
  return said && { ...said, sentence: sentence.replace(/\s+/g, ' ').trim() };
}

const tidy = (phrase: string) => closed(phrase.replace(/\s+/g, ' ').replace(/^the /i, '').trim());

/** Without a quotation that the phrase opens and does not close, and the words that lead to it. */
function closed(whole: string): string {
  const bracket = whole.lastIndexOf('(');
  const phrase = bracket > whole.lastIndexOf(')') ? whole.slice(0, bracket).trim() : whole;
  const opens = /^(?:[^"“‘]*["“‘][^"”’]*["”’])*[^"“‘]*?(?:\s(?:as|called|named|the|of|by|in|for|and))*\s*((?<=\s)['"“‘][^"”’]*)$/u.exec(
    phrase,
  );
  return opens?.[1] === undefined
    ? phrase
    : phrase.slice(0, phrase.length - opens[1].length).replace(/(?:\s+(?:as|called|named|the|of|by|in|for|and))*\s*$/, '');
}
const fits = (phrase: string) => phrase.length > 1 && phrase.length <= LONGEST_PHRASE;

function whatOf(sentence: string, terms: readonly Term[], start: number, end: number, kind: Exclude<Introduced, 'person'>): Said | null {
  const said = readWhat(sentence, terms, start, end, kind);
  const phrase = said ? tidy(said) : '';
  return fits(phrase) ? { phrase, tells: phrase.startsWith('which ') ? TELLS.does : ROLE } : null;
}

/** A title of one word says less than one of several. */
const TELLS_TITLE = 2.5;
const TELLS_WHOSE = 1.5;
const TELLS = { apposition: ROLE, belongs: 2, does: 1 } as const;

function phraseOf(sentence: string, terms: ReturnType<typeof termsOf>, start: number, end: number): Said | null {
  const before = readBefore(sentence, terms, start, end).phrase;
  const after = readAfter(sentence, terms, afterPossessive(sentence, end));
  const title = before ? tidy(/ and /.test(before) ? before : (before.split(', ').at(-1) ?? before)) : null;
  const behind = after ? tidy(after.phrase.replace(/^, /, '')) : null;
  const ofBehind: Said | null = after && behind && fits(behind) ? { phrase: behind, tells: TELLS[after.type] } : null;
  if (!title) return ofBehind;
  const alone = isRelation(title) ? TELLS_WHOSE : title.startsWith('of ') ? TELLS.belongs : title.includes(' ') ? ROLE : TELLS_TITLE;
  const ofTitle = fits(title) ? { phrase: title, tells: alone } : null;
  if (!after || !ofBehind) return ofTitle;
  // "his daughter, Sanda Pop, a cellist with …": what she does says more than whose she is.
  if ((isRelation(title) && after.type !== 'does') || title.startsWith('of ')) return ofBehind;
  const both = after.type === 'belongs' && after.phrase.startsWith('of ') ? `${title} ${behind}` : `${title}, ${behind}`;
  return fits(both) ? { phrase: both, tells: ROLE } : ofTitle;
}

function afterPossessive(sentence: string, end: number): number {
  return /^['’]s/.test(sentence.slice(end)) ? end + 2 : end;
}
