import type { Standing } from './exclude.ts';
import type { ArticleBlock } from './model.ts';

/** A part of the page that stands around the article, it seems. Parts may stand in parts. */
export interface Part {
  readonly element: Element;
  readonly standing: Exclude<Standing, 'never' | null>;
  readonly outer: Part | null;
  /** Weight of the prose in it, parts in it included, and its length, the part of it in links, and its number of paragraphs. */
  weight: number;
  length: number;
  linked: number;
  paragraphs: number;
  /** How many of them ask for consent or speak of cookies. */
  consents: number;
  /** It was taken for what it is not: most of the page stands in it. */
  pardoned: boolean;
}

/** The prose in an element: what it weighs, its length, the part of it in links, and its number of blocks. */
export interface Held {
  weight: number;
  length: number;
  linked: number;
  blocks: number;
}

/** An element that was entered, and what holds inside it. */
export interface Place {
  readonly element: Element;
  /** What it is shown in: its parent, the slot it is put into, or the element that holds the shadow tree it is at the top of. */
  readonly outer: Place | null;
  /** What its tag says. */
  readonly traits: number;
  readonly isBlock: boolean;
  /** Of what is no block, the block it stands in. */
  readonly owner: Place | null;
  readonly part: Part | null;
  readonly group: Element | null;
  readonly level: number;
  readonly inLink: boolean;
  readonly inPre: boolean;
  readonly inCode: boolean;
  /** What stands in it where it is a slot, and how many of that were read. */
  readonly assigned: readonly Node[] | null;
  read: number;
  /** How many places were entered before it. */
  readonly order: number;
  /** The prose in it, once that is summed up. */
  held: Held | null;
}

/** A block before it is known whether it belongs to the article. */
export interface FoundBlock extends ArticleBlock {
  /** The text without long runs of space. */
  readonly line: string;
  /** Length of the text without surrounding space; a letter of scripts that write words in one counts more. */
  readonly length: number;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linked: number;
  readonly prose: boolean;
  readonly place: Place;
  readonly part: Part | null;
  /** The list or table it is an item or cell of, the innermost. */
  readonly group: Element | null;
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
}
