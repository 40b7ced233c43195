import type { Facts } from '../facts.ts';
import type { FoundBlock } from '../found.ts';
import type { Metas } from '../metas.ts';
import type { DateSource } from '../model.ts';
import type { Titles } from '../title.ts';

/** What of a page may tell the day of its article. */
export interface DateClues {
  readonly document: Document;
  readonly metas: Metas;
  readonly facts: Facts;
  readonly titles: Titles;
  readonly address: string;
  readonly now: Date;
  /** All blocks of the page. */
  readonly found: readonly FoundBlock[];
  /** The article's blocks. */
  readonly text: readonly FoundBlock[];
  readonly heading: FoundBlock | null;
  readonly language: string | null;
}

/** A day by its source; null where what stands there is no date. */
export type Candidate = [DateSource, number | null];
