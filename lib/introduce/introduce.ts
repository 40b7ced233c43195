import { readAfter } from './after.ts';
import { readBefore } from './before.ts';
import type { Introduction } from './model.ts';
import { isRelation } from './roles.ts';
import { sentenceAround } from './sentence.ts';
import { termsOf } from './terms.ts';

/** Sentences longer than this are not read: compromise's cost grows faster than their length. */
const LONGEST_SENTENCE = 600;
/** An introduction longer than this tells a story, not a role. */
const LONGEST_PHRASE = 140;

/**
 * What a sentence says of a name in it, in the article's own words: the title before it and the apposition behind it.
 * Offsets are UTF-16 units into `text`. Null where the sentence does not introduce the name.
 */
export function introduce(text: string, start: number, end: number): Introduction | null {
  const { sentence, offset } = sentenceAround(text, start, end);
  if (sentence.length > LONGEST_SENTENCE || end - offset > sentence.length) return null;
  const terms = termsOf(sentence);
  const phrase = phraseOf(sentence, terms, start - offset, end - offset);
  return phrase ? { phrase, sentence: sentence.replace(/\s+/g, ' ').trim() } : null;
}

const tidy = (phrase: string) => phrase.replace(/\s+/g, ' ').replace(/^the /i, '').trim();
const fits = (phrase: string) => phrase.length > 1 && phrase.length <= LONGEST_PHRASE;

function phraseOf(sentence: string, terms: ReturnType<typeof termsOf>, start: number, end: number): string | null {
  const before = readBefore(sentence, terms, start, end).phrase;
  const after = readAfter(sentence, terms, afterPossessive(sentence, end));
  const title = before ? tidy(before) : null;
  const behind = after ? tidy(after.phrase.replace(/^, /, '')) : null;
  if (!title) return behind && fits(behind) ? behind : null;
  if (!after || !behind) return fits(title) ? title : null;
  // "his daughter, Sanda Pop, a cellist with …": what she does says more than whose she is.
  if (isRelation(title)) return fits(behind) ? behind : title;
  const both = after.type === 'belongs' && after.phrase.startsWith('of ') ? `${title} ${behind}` : `${title}, ${behind}`;
  return fits(both) ? both : fits(title) ? title : null;
}

function afterPossessive(sentence: string, end: number): number {
  return /^['’]s/.test(sentence.slice(end)) ? end + 2 : end;
}
