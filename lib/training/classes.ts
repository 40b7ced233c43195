import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firstSlotOf, packSlot } from '#lib/names/recognise/word-classes.ts';
import { hashWord } from '#lib/text/index.ts';
import { assign, cluster } from './clusters.ts';
import type { WordVectors } from './word-vectors.ts';

/** Classes learnt from the commonest words; the rarer ones are put to the nearest. */
const LEARNT_FROM = 60_000;
const FINE = 1023;
const MIDDLE = 255;
const COARSE = 63;
const ROUNDS = 6;
const UPPER_ROUNDS = 20;
/** Words that are kept, by frequency; from there on more words cost more bytes than they mend names. */
const VOCABULARY = 150_000;
const FILLED = 0.77;
/** Below which rank a word has which rarity, 1 to 7. */
const RARITY = [300, 2_000, 8_000, 25_000, 60_000, 120_000];

/** Words with their classes, packed as WordClasses reads them. */
export interface PackedClasses {
  readonly wordSlots: Uint32Array;
  readonly upper: Uint16Array;
}

/** Groups words that are used alike, at three sizes, and packs them. Class 0 is "unknown" and left free. */
export function packClasses(words: WordVectors, random: () => number): PackedClasses {
  const rows = Math.min(VOCABULARY, words.words.length);
  const fine = cluster(words.vectors, Math.min(LEARNT_FROM, rows), FINE, ROUNDS, random);
  const of = new Uint16Array(rows);
  assign(words.vectors, rows, fine.centres, FINE, of);
  const middle = cluster(fine.centres, FINE, MIDDLE, UPPER_ROUNDS, random);
  const coarse = cluster(middle.centres, MIDDLE, COARSE, UPPER_ROUNDS, random);
  const upper = new Uint16Array(2 * (FINE + 1));
  middle.of.forEach((above, number) => {
    upper[2 * (number + 1)] = above + 1;
    upper[2 * (number + 1) + 1] = (coarse.of[above] ?? 0) + 1;
  });
  const wordSlots = new Uint32Array(Math.ceil(rows / FILLED));
  for (let row = 0; row < rows; row++) {
    const hash = hashWord(words.words[row] ?? '');
    const below = RARITY.findIndex((rank) => row < rank);
    let slot = firstSlotOf(hash.low, wordSlots.length);
    while (wordSlots[slot] !== 0) slot = slot + 1 === wordSlots.length ? 0 : slot + 1;
    wordSlots[slot] = packSlot(hash.high, below < 0 ? RARITY.length + 1 : below + 1, (of[row] ?? 0) + 1);
  }
  return { wordSlots, upper };
}

/** The packed classes from a file of an earlier training, or made anew and kept there. */
export async function keptClasses(file: string, make: () => Promise<PackedClasses>): Promise<PackedClasses> {
  const kept = await readFile(file).catch(() => null);
  if (kept) {
    const bytes = new Uint8Array(kept).buffer;
    const upper = 4 * (FINE + 1);
    return { upper: new Uint16Array(bytes.slice(0, upper)), wordSlots: new Uint32Array(bytes.slice(upper)) };
  }
  const made = await make();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, Buffer.concat([new Uint8Array(made.upper.buffer), new Uint8Array(made.wordSlots.buffer)]));
  return made;
}
