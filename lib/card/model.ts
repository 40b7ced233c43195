import type { Kind, Link } from '#lib/glossary/index.ts';

/** Statements of a card under one label, each of which stands for itself. `not`: another of the same name, which is not meant. */
export interface CardLine {
  readonly label: 'then' | 'later' | 'before' | 'also' | 'about' | 'not';
  /** One at least. */
  readonly texts: readonly string[];
}

/** Another entry that a form can mean. */
export interface OtherReading {
  readonly id: string;
  readonly name: string;
  readonly lead: string;
  readonly kind: Kind;
  readonly subkind: string | null;
  /** ISO 3166-1 alpha-2 codes. */
  readonly country: readonly string[];
}

/** How the entries that a card leads to stand to its own. */
export type StepRelation =
  | Link['rel']
  | 'has-member'
  | 'has-part'
  | 'led-by'
  | 'succeeded-by'
  | 'fought-by'
  | 'made-by'
  | 'seat-of'
  | 'has-party'
  | 'office-of'
  | 'predecessor'
  | 'successor'
  | 'holders'
  | 'stands-for'
  | 'capital'
  | 'country'
  | 'people';

/** Entries one can step to. `more`: how many others there are. */
export interface CardSteps {
  readonly rel: StepRelation;
  readonly to: readonly { readonly id: string; readonly name: string }[];
  readonly more: number;
}

/** What a card says, as data: no markup, no rectangles. */
export interface Card {
  /** The entry's own name; the name in the article where there is no entry. */
  readonly name: string;
  /** What stands over the card: the name, or the adjective for a demonym. */
  readonly title: string;
  readonly kind: Kind;
  readonly subkind: string | null;
  /** Whether the first line tells what the name means here, other than by itself: a capital that stands for its government. */
  readonly here: boolean;
  /** The first line, which answers the glance; at most 160 characters; never the title again. Empty where nothing is known. */
  readonly lead: string;
  readonly lines: readonly CardLine[];
  /** Small facts ("about 335,000 people", "born 1963"). */
  readonly facts: readonly string[];
  /** What the article says of it, in its own words, where that adds to the card. */
  readonly quote: Quote | null;
  /** The form that was met, where the title does not show it. */
  readonly met: string | null;
  /** How often the article names it; 0 for an entry that one stepped to. */
  readonly count: number;
  /** Why the reading may surprise. */
  readonly remark: 'repaired' | 'uncertain' | null;
  /** Other entries the form can mean, best first. */
  readonly others: readonly OtherReading[];
  readonly steps: readonly CardSteps[];
  readonly place: { readonly lat: number; readonly lon: number } | null;
  /** Title in the English Wikipedia, underscores. */
  readonly wikipedia: string | null;
  /** Id of the entry, or null where only the article speaks of the name. */
  readonly entry: string | null;
  /** By which the reader's choices know the name: the entry's id, or `=` and the folded name. */
  readonly key: string;
}

export interface Quote {
  readonly phrase: string | null;
  readonly sentence: string;
}
