/** A block this long with few links is prose. */
const PROSE_LENGTH = 80;
const MOST_LINKED = 0.4;
/** Letters of scripts that write words in one. */
const WIDE = /[぀-ヿ㐀-鿿가-힯]/g;

/** What one letter counts at most. */
export const MOST_WEIGHED = 2.5;

/** Length of a text; a letter of scripts that write words in one counts more. */
export function weighedLength(text: string): number {
  return text.length + (MOST_WEIGHED - 1) * (text.match(WIDE)?.length ?? 0);
}

/** Whether a text is a few short lines without an end of a sentence: who wrote it, where and when. */
export function isLines(text: string): boolean {
  const lines = text.length < 400 ? text.split('\n') : [];
  return lines.length > 2 && lines.every((line) => line.length < 70 && !/[.!?]\W*$/.test(line));
}

/** Whether a block's text reads as sentences. `linked`: the share of it that stands in links. */
export function isProse(text: string, length: number, linked: number): boolean {
  if (length < PROSE_LENGTH || linked > MOST_LINKED || isLines(text)) return false;
  if (/[.!?…。।؟։။។།:]["”’»」』)\]]{0,2}\s*(?:\[\d+\]\s*)*$|[,;،，、]\s?|[.!?]\s/.test(text)) return true;
  return length > 2 * PROSE_LENGTH && linked < 0.2;
}

/** Whether preformatted text is written for people: words and few of the signs that code is full of. */
export function readsAsProse(text: string): boolean {
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const signs = sample.match(/[{}<>=;()[\]$\\|/*+_#&@]/g)?.length ?? 0;
  return letters > 60 && signs < letters * 0.06;
}

/** How much a block of prose speaks for the elements around it. */
export function weightOf({ length, linked }: { readonly length: number; readonly linked: number }): number {
  return Math.min(length, 800) * (1 - linked);
}
