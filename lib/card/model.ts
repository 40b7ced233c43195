import type { Kind } from '#lib/glossary/index.ts';

/** A labelled line of a card. */
export interface CardLine {
  readonly label: 'here' | 'then' | 'later' | 'before' | 'also' | 'about' | 'stands for';
  readonly text: string;
}

/** What a card says, as data: no markup, no rectangles. */
export interface Card {
  readonly title: string;
  readonly kind: Kind;
  readonly subkind: string | null;
  /** The first line, which answers the glance; at most 160 characters; never the title again. Empty where nothing is known. */
  readonly lead: string;
  readonly lines: readonly CardLine[];
  /** Small facts ("about 335,000 people", "born 1963"). */
  readonly facts: readonly string[];
  /** What the article says of it, in its own words. */
  readonly quote: { readonly phrase: string | null; readonly sentence: string } | null;
  /** How often the article names it. */
  readonly count: number;
  /** Why the reading may surprise. */
  readonly remark: 'repaired' | 'uncertain' | null;
  /** Other entries the form can mean: id and name. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly lead: string }[];
  readonly place: { readonly lat: number; readonly lon: number } | null;
  /** Title in the English Wikipedia, underscores. */
  readonly wikipedia: string | null;
  /** Id of the entry, or null where only the article speaks of the name. */
  readonly entry: string | null;
}
