import { fold } from './fold.ts';
import { type Hash, hashWord } from './hash.ts';

/** What stands between a token and the one before it, as far as names care. */
export type Gap = 'start' | 'space' | 'hyphen' | 'dot' | 'comma' | 'bracket' | 'ampersand' | 'quote' | 'slash' | 'dash' | 'break';

/** Whether no surface form reaches over a gap. A name that the glossary lacks may ("Roy "Bud" Hale", "ACV/CSC", "Task Force - Sahel"). */
export const parts = (gap: Gap): boolean => gap === 'break' || gap === 'start' || gap === 'quote' || gap === 'slash' || gap === 'dash';

/** A word of the text. Offsets are UTF-16 units; a possessive ending is outside `end` but inside `rawEnd`. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly rawEnd: number;
  /** The text from `start` to `end`. */
  readonly text: string;
  /** See `fold`. */
  readonly folded: string;
  readonly hash: Hash;
  readonly gap: Gap;
  readonly possessive: boolean;
  /** First letter is a capital (or the word begins with a digit or a lost letter). */
  readonly capital: boolean;
  /** Two or more letters, all capitals (a final plural "s" aside). */
  readonly allCapitals: boolean;
  /** Holds a `?` or U+FFFD in place of a letter. */
  readonly damaged: boolean;
  /** Holds a capital letter, wherever ("eBay"). */
  readonly anyCapital: boolean;
  /** Nothing but digits. */
  readonly digits: boolean;
  /** First word of a sentence, a heading, or a quotation. */
  readonly opens: boolean;
}

/**
 * A word: letters, marks and digits; apostrophes, ampersands and lost letters only between letters; or
 * initials with their dots ("U.S.", "U.S"). A "?" or U+FFFD may stand for a first letter.
 */
const WORD =
  /(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}])\.?|(?:(?<![\p{L}\p{N}])[?\uFFFD](?=\p{L}))?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]|['’ʼʻ‘`´&](?=\p{L})|[?\uFFFD](?=\p{Ll}))*/gu;
const POSSESSIVE = /['’ʼ`´][sS]$/;
const UPPER_START = /^[\p{Lu}\p{Lt}\p{N}?\uFFFD]/u;
const ALL_UPPER = /^(?:\p{Lu}[\p{N}.&]*){2,}s?$/u;
const SPACE = 0x20;
const ANY_UPPER = /\p{Lu}/u;
const DIGITS = /^\p{N}+$/u;
const SENTENCE_END = /[.!?…:;]["'”’)\]»]*\s|[\n\r]\s*[\n\r]|["“«‘]\s*$|^\s*[-•*–—]\s|\s[–—-]\s/;
const ABBREVIATION =
  /^(?:\p{Lu}|mr|mrs|ms|dr|st|mt|gen|lt|col|maj|capt|cmdr|adm|sgt|sen|rep|gov|prof|rev|hon|jr|sr|ft|no|vs|messrs|pres|brig|spc|pfc|cpl|cllr|supt|insp|engr|atty|msgr)$/iu;

interface WordFacts {
  readonly folded: string;
  readonly hash: Hash;
  readonly capital: boolean;
  readonly allCapitals: boolean;
  readonly damaged: boolean;
  readonly anyCapital: boolean;
  readonly digits: boolean;
}

/** The words of news repeat from page to page: what depends on the word alone is worked out once. */
const seen = new Map<string, WordFacts>();
const SEEN_LIMIT = 20_000;

function factsOf(text: string): WordFacts {
  const known = seen.get(text);
  if (known) return known;
  const damaged = /[?\uFFFD]/.test(text);
  const folded = fold(text).replaceAll('\uFFFD', '?');
  const facts: WordFacts = {
    folded,
    hash: hashWord(folded),
    capital: UPPER_START.test(text),
    allCapitals: ALL_UPPER.test(text),
    damaged,
    anyCapital: ANY_UPPER.test(text),
    digits: DIGITS.test(text),
  };
  if (seen.size >= SEEN_LIMIT) seen.clear();
  seen.set(text, facts);
  return facts;
}

function gapBetween(between: string, previous: string): Gap {
  switch (between) {
    case ' ':
    case '\u00A0':
    case '\n':
      return 'space';
    case '-':
    case '‐':
    case '‑':
    case '–':
      return 'hyphen';
    case ', ':
      return 'comma';
    case '/':
      return 'slash';
    case ' - ':
    case ' – ':
      return 'dash';
  }
  if (/^(?: ["“]|["”] )$/.test(between)) return 'quote';
  if (between.length > 12) return /^\s+$/.test(between) && !/\n\s*\n/.test(between) ? 'space' : 'break';
  if (/^\s+$/.test(between)) return /\n\s*\n/.test(between) ? 'break' : 'space';
  if (/^\.\s?$/.test(between)) return ABBREVIATION.test(previous) ? 'dot' : 'break';
  if (/^\s*[[\]]\s*$/.test(between)) return 'bracket';
  if (/^\s*&\s*$/.test(between)) return 'ampersand';
  if (/^,\s+$/.test(between)) return 'comma';
  return 'break';
}

/** What stands between two words; the middle of a very long stretch tells nothing and is left out. */
function betweenWords(text: string, from: number, to: number): string {
  return to - from <= 80 ? text.slice(from, to) : text.slice(from, from + 40) + text.slice(to - 40, to);
}

/** The words of a block of text, in order. Linear in the text's length; never throws. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  let previousText = '';
  let opens = true;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const rawEnd = start + raw.length;
    const possessive = raw.length > 2 && POSSESSIVE.test(raw);
    const word = possessive ? raw.slice(0, -2) : raw;
    let gap: Gap = 'start';
    if (tokens.length > 0) {
      // One space is what stands between most words.
      if (start - previousEnd === 1 && text.charCodeAt(previousEnd) === SPACE) {
        gap = 'space';
        opens = false;
      } else {
        const between = betweenWords(text, previousEnd, start);
        gap = gapBetween(between, previousText);
        opens = parts(gap) && SENTENCE_END.test(between);
      }
    }
    const facts = factsOf(word);
    tokens.push({
      start,
      end: start + word.length,
      rawEnd,
      text: word,
      folded: facts.folded,
      hash: facts.hash,
      gap,
      possessive,
      capital: facts.capital,
      allCapitals: facts.allCapitals,
      damaged: facts.damaged,
      anyCapital: facts.anyCapital,
      digits: facts.digits,
      opens,
    });
    previousEnd = rawEnd;
    previousText = word;
  }
  return tokens;
}
