/** Two 32-bit halves, so that a chance collision among some hundred thousand keys is not to be expected. */
export interface Hash {
  readonly low: number;
  readonly high: number;
}

export const EMPTY_HASH: Hash = { low: 0x811c9dc5, high: 0x9e3779b9 };

/** FNV-1a over UTF-16 units, run twice with unlike seeds and primes (Fowler, Noll, Vo 1991). */
export function hashWord(word: string): Hash {
  let low = 0x811c9dc5;
  let high = 0xc2b2ae35;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return { low: low >>> 0, high: high >>> 0 };
}

/** The hash of a sequence, one word longer. */
export function extendHash(sequence: Hash, word: Hash): Hash {
  const low = Math.imul(sequence.low ^ word.low, 0x85ebca6b) + 0x9e3779b9;
  const high = Math.imul(sequence.high ^ word.high, 0xc2b2ae35) + 0x7f4a7c15;
  return { low: (low ^ (low >>> 13)) >>> 0, high: (high ^ (high >>> 16)) >>> 0 };
}
