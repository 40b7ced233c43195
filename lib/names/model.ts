import type { Kind } from '#lib/glossary/index.ts';

/** A text to be read for names. Offsets are UTF-16 units into the block they belong to. */
export interface NameDocument {
  readonly blocks: readonly string[];
  /** The article's day (YYYYMMDD). */
  readonly day: number;
}

/** By what the reader's eye meets the name. `article`: no entry, only the article speaks of it. */
export type Via = 'name' | 'alias' | 'short' | 'demonym' | 'metonym' | 'acronym' | 'repaired' | 'article';

/** A name in the text. Mentions of a document come in order and do not overlap. */
export interface Mention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: Kind;
  /** Number of the glossary's entry, or null where only the article speaks of the name. */
  readonly entry: number | null;
  readonly via: Via;
  /** 0 to 1: how surely this is a name, and this one. */
  readonly confidence: number;
  /** Other entries that the form can mean, best first. */
  readonly others: readonly number[];
  /** Where only the article speaks of the name: the name in full. Equal for all mentions of the same bearer. */
  readonly bearer: string | null;
}
