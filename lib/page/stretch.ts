import type { ArticleBlock } from '#lib/article/index.ts';

/** A part of a block's text. UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What of a stretch lies in one node of the page. UTF-16 units of the node. */
interface NodePart extends Stretch {
  readonly node: Text;
}

/** Where a stretch stands in the page's nodes, in the order of the text: at least one part. */
export type Place = readonly [NodePart, ...NodePart[]];

/** The text of nodes, read once for many stretches; null for one that is no more in the page. */
export type NodeTexts = Map<Text, string | null>;

/** Where a stretch stands; null where it is not in the page any more as it was read. */
export function placeOf({ runs, text }: ArticleBlock, { start, end }: Stretch, texts: NodeTexts = new Map()): Place | null {
  if (end > text.length) return null;
  let [low, high] = [0, runs.length];
  // One text may hold ten thousand links.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const parts: NodePart[] = [];
  let now = '';
  for (let run = runs[low]; run && run.start < end; run = runs[++low]) {
    const { node } = run;
    let whole = texts.get(node);
    if (whole === undefined) {
      whole = node.isConnected ? node.data : null;
      texts.set(node, whole);
    }
    const part = { node, start: Math.max(start - run.start, 0), end: Math.min(end, run.end) - run.start };
    if (whole === null || part.end > whole.length) return null;
    now += whole.slice(part.start, part.end);
    parts.push(part);
  }
  const [first, ...rest] = parts;
  const read = text.slice(start, end);
  return first && (now === read || bare(now) === bare(read)) ? [first, ...rest] : null;
}

const bare = (text: string) => text.replace(/\s/g, '');

/** The bounds of a place. */
function boundsOf(place: Place) {
  const [first] = place;
  const last = place.at(-1) ?? first;
  return { startContainer: first.node, startOffset: first.start, endContainer: last.node, endOffset: last.end };
}

/** A place as a range of the page. */
export function rangeOf(place: Place): Range {
  const { startContainer, startOffset, endContainer, endOffset } = boundsOf(place);
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** The same as a range that does not follow the page's changes. */
export const staticRangeOf = (place: Place): StaticRange => new StaticRange(boundsOf(place));
