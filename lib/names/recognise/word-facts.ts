import { hashWord, type Token } from '#lib/text/index.ts';
import { isPlacePreposition, isSpeechVerb } from '../context.ts';
import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import {
  CALENDAR,
  COMMON_ACRONYMS,
  CONNECTORS,
  INSTITUTION_HEADS,
  INSTITUTION_OPENERS,
  OPENERS,
  PLACE_HEADS,
} from '../lexicon/institutions.ts';
import { isRoleNoun, TITLES } from '../lexicon/titles.ts';
import { UNKNOWN_WORD, type WordClass, type WordClasses } from './word-classes.ts';

/** How a word is written; the numbers are only names. */
const SHAPES = {
  lower: 1,
  capital: 2,
  acronym: 3,
  shout: 4,
  mixed: 5,
  initial: 6,
  digits: 7,
  digitsAndLetters: 8,
  dotted: 9,
  lowerMixed: 10,
} as const;

function shapeOf(token: Token): number {
  const { text } = token;
  if (/^\p{N}+$/u.test(text)) return SHAPES.digits;
  if (/\p{N}/u.test(text)) return SHAPES.digitsAndLetters;
  if (text.includes('.')) return SHAPES.dotted;
  if (text.length === 1 && token.capital) return SHAPES.initial;
  if (token.allCapitals) return text.length <= 5 ? SHAPES.acronym : SHAPES.shout;
  if (/\p{Lu}/u.test(text.slice(1))) return token.capital ? SHAPES.mixed : SHAPES.lowerMixed;
  return token.capital ? SHAPES.capital : SHAPES.lower;
}

const LEXICA: readonly ((folded: string) => boolean)[] = [
  (word) => TITLES.has(word),
  (word) => isRoleNoun(word),
  (word) => GIVEN_NAMES.has(word),
  (word) => INSTITUTION_HEADS.has(word),
  (word) => INSTITUTION_OPENERS.has(word),
  (word) => PLACE_HEADS.has(word),
  (word) => CALENDAR.has(word),
  (word) => CONNECTORS.has(word),
  (word) => OPENERS.has(word),
  (word) => COMMON_ACRONYMS.has(word),
  (word) => isSpeechVerb(word),
  (word) => isPlacePreposition(word),
];
export const LEXICON_COUNT = LEXICA.length;

/** What is known of a word by itself. */
export interface WordFacts {
  readonly word: number;
  readonly shape: number;
  readonly length: number;
  readonly start: number;
  readonly ending2: number;
  readonly ending3: number;
  /** Four letters at either end; 0 for words of less than six. */
  readonly start4: number;
  readonly ending4: number;
  /** A bit for each list it is on. */
  readonly lexica: number;
  readonly wordClass: WordClass;
  /** What its own features add to the scores of a token, by offset (see lanes.ts); worked out when first asked for. */
  readonly rows: (Int32Array | undefined)[];
}

const noWord = (): WordFacts => ({
  word: 0,
  shape: 0,
  length: 0,
  start: 0,
  ending2: 0,
  ending3: 0,
  start4: 0,
  ending4: 0,
  lexica: 0,
  wordClass: UNKNOWN_WORD,
  rows: [],
});

/** Words repeat from page to page: their facts are worked out once. */
export class WordMemory {
  /** Stands for the word beyond either end of a block. */
  readonly none: WordFacts = noWord();
  readonly #classes: WordClasses;
  readonly #known = new Map<string, WordFacts>();
  static readonly LIMIT = 20_000;

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  of(token: Token): WordFacts {
    const known = this.#known.get(token.text);
    if (known) return known;
    const { folded } = token;
    let lexica = 0;
    for (let bit = 0; bit < LEXICA.length; bit++) if (LEXICA[bit]?.(folded)) lexica |= 1 << bit;
    const facts: WordFacts = {
      word: token.hash.low,
      shape: shapeOf(token),
      length: Math.min(folded.length, 12),
      start: hashWord(folded.slice(0, 3)).low,
      ending2: hashWord(folded.slice(-2)).low,
      ending3: hashWord(folded.slice(-3)).low,
      start4: folded.length < 6 ? 0 : hashWord(folded.slice(0, 4)).low,
      ending4: folded.length < 6 ? 0 : hashWord(folded.slice(-4)).low,
      lexica,
      wordClass: this.#classes.of(token.hash),
      rows: [],
    };
    if (this.#known.size >= WordMemory.LIMIT) this.#known.clear();
    this.#known.set(token.text, facts);
    return facts;
  }
}
