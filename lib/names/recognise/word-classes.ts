import type { Hash } from '#lib/text/index.ts';

/** What is known of a word from large amounts of text: its class at three sizes, and how common it is. 0 is unknown. */
export interface WordClass {
  readonly fine: number;
  readonly middle: number;
  readonly coarse: number;
  /** 1 (among the commonest) to 7 (rare). */
  readonly rarity: number;
}

export const UNKNOWN_WORD: WordClass = { fine: 0, middle: 0, coarse: 0, rarity: 0 };

const CHECK_BITS = 12;
const FINE_BITS = 11;
const FINE_MASK = (1 << FINE_BITS) - 1;
/** A slot: 12 bits of the word's hash (bits 14 to 25), 3 bits of rarity, 11 bits of fine class (up to 2,047 of them); 0 is free. */
export const packSlot = (high: number, rarity: number, fine: number) => ((high >>> (32 - CHECK_BITS)) << 14) | (rarity << 11) | fine;

/** Where the search for a word begins. */
export const firstSlotOf = (low: number, slots: number) => Math.floor((low / 0x1_0000_0000) * slots);

/**
 * An open-addressing table of word hashes. The check is short: about one unknown word in 2,000 is taken for a known one, which
 * costs a wrong feature and no more.
 */
export class WordClasses {
  readonly #slots: Uint32Array;
  readonly #upper: Uint16Array;

  /** `upper`: for each fine class its middle and coarse class. */
  constructor(slots: Uint32Array, upper: Uint16Array) {
    this.#slots = slots;
    this.#upper = upper;
  }

  of(word: Hash): WordClass {
    const size = this.#slots.length;
    if (size === 0) return UNKNOWN_WORD;
    const check = word.high >>> (32 - CHECK_BITS);
    for (let slot = firstSlotOf(word.low, size), probes = 0; probes < size; probes++) {
      const value = this.#slots[slot] ?? 0;
      if (value === 0) return UNKNOWN_WORD;
      if (value >>> 14 === check) {
        const fine = value & FINE_MASK;
        return { fine, middle: this.#upper[fine * 2] ?? 0, coarse: this.#upper[fine * 2 + 1] ?? 0, rarity: (value >>> 11) & 7 };
      }
      slot = slot + 1 === size ? 0 : slot + 1;
    }
    return UNKNOWN_WORD;
  }
}
