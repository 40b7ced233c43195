import type { Hash } from '#lib/text/index.ts';
import type { Head, Posting } from './packed/packed-index.ts';

/** Surface forms to entries' numbers, and what resolving needs to know of an entry. */
export interface NameIndex {
  readonly entryCount: number;
  /** Where a token sequence stands in the index, or 0; for `goesOn` and `postings` alone. */
  find(sequence: Hash): number;
  /** Whether a longer form begins with this sequence. */
  goesOn(slot: number): boolean;
  /** Every reading of the form; empty for a mere beginning. */
  postings(slot: number): readonly Posting[];
  head(entry: number): Head;
  /** Degrees, or null for an entry without a place. */
  place(entry: number): { lat: number; lon: number } | null;
}
