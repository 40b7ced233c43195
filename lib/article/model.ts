/** A stretch of a block's text that is one text node's whole data. UTF-16 units into the block's text. */
export interface TextRun {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/**
 * A paragraph, heading, list item or caption: its text and the nodes it came from. Code (what is written for machines) is
 * masked in the text, each unit by U+FFFC, so that no name is looked for in it.
 */
export interface ArticleBlock {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly element: Element;
}

/** The text of a block with its code, unmasked; offsets are the same. */
export function unmasked({ text, runs }: ArticleBlock): string {
  if (!text.includes('\uFFFC')) return text;
  let whole = '';
  for (const { node, start, end } of runs) whole += text.slice(whole.length, start) + node.data.slice(0, end - start);
  return (whole + text.slice(whole.length)).replace(/[\r\t\f]/g, ' ');
}

/** Where a date was found, the most trusted first. */
export type DateSource = 'json-ld' | 'meta' | 'time' | 'address' | 'text';

export interface ArticleDate {
  /** YYYYMMDD. */
  readonly day: number;
  readonly source: DateSource;
}

/** An article as found in a document that was not changed for it. */
export interface Article {
  readonly title: string;
  /** Primary language subtag ("en"), from the page or guessed; null where neither helps. */
  readonly language: string | null;
  readonly date: ArticleDate | null;
  readonly blocks: readonly ArticleBlock[];
  /** Where other articles begin that stand behind it and were read with it. */
  readonly parts: readonly ArticlePart[];
}

/** An article behind the first. */
export interface ArticlePart {
  /** Its first block's number. */
  readonly from: number;
  /** YYYYMMDD; null where it tells none. */
  readonly day: number | null;
}
