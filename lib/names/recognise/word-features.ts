import { keyOf } from './feature-key.ts';
import { LEXICON_COUNT, type WordFacts } from './word-facts.ts';

/** A token is seen with its two neighbours on either side. */
export const REACH = 2;

/** Takes a feature's key and the number of its group (see feature-key.ts). */
export type TakeFeature = (key: number, group: number) => void;

/** The features that one word gives to the token `offset` words before it: they depend on the word alone. */
export function wordFeatures(word: WordFacts, offset: number, take: TakeFeature): void {
  const own = offset === 0;
  const { fine, middle, coarse, rarity } = word.wordClass;
  take(keyOf(16 + offset, word.word), own ? 1 : 0);
  if (fine !== 0) take(keyOf(60 + offset, fine), own ? 2 : 0);
  take(keyOf(66 + offset, middle), own ? 2 : 0);
  const written = own ? word.shape : word.shape === 1 ? 1 : 2;
  for (let bit = 0; bit < LEXICON_COUNT; bit++) if ((word.lexica >>> bit) & 1) take(keyOf(80 + offset, bit * 16 + written), 0);
  if (!own) return;
  take(keyOf(7, word.length * 16 + word.shape), 0);
  take(keyOf(8, word.ending3), 1);
  take(keyOf(9, word.ending2), 0);
  take(keyOf(10, word.start), 1);
  if (word.ending4 !== 0) {
    take(keyOf(77, word.start4), 1);
    take(keyOf(78, word.ending4), 1);
  }
  take(keyOf(70, coarse * 16 + word.shape), 2);
  take(keyOf(76, rarity * 16 + word.shape), 0);
}
