import type { ArticleBlock } from '#lib/article/index.ts';

/** A part of a block's text. UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where a stretch begins and ends in the page's nodes; null where these have changed since. */
function boundsOf(block: ArticleBlock, { start, end }: Stretch) {
  const first = block.runs.find((run) => start < run.end && start >= run.start);
  const last = block.runs.find((run) => end <= run.end && end > run.start);
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
  const [startOffset, endOffset] = [start - first.start, end - last.start];
  if (startOffset > first.node.length || endOffset > last.node.length) return null;
  return { startContainer: first.node, startOffset, endContainer: last.node, endOffset };
}

/** A stretch of a block as a range of the page; null where its nodes have changed since. */
export function rangeOf(block: ArticleBlock, stretch: Stretch): Range | null {
  const bounds = boundsOf(block, stretch);
  if (!bounds) return null;
  const range = document.createRange();
  range.setStart(bounds.startContainer, bounds.startOffset);
  range.setEnd(bounds.endContainer, bounds.endOffset);
  return range;
}

/** The same as a range that does not follow the page's changes. */
export function staticRangeOf(block: ArticleBlock, stretch: Stretch): StaticRange | null {
  const bounds = boundsOf(block, stretch);
  return bounds && new StaticRange(bounds);
}

/** The nodes over which a stretch reaches, with its offsets in each. */
export function partsOf({ runs }: ArticleBlock, { start, end }: Stretch): { node: Text; start: number; end: number }[] {
  const parts: { node: Text; start: number; end: number }[] = [];
  for (const run of runs) {
    const [from, to] = [Math.max(start, run.start) - run.start, Math.min(end, run.end) - run.start];
    if (from < to) parts.push({ node: run.node, start: from, end: to });
  }
  return parts;
}

/** Whether a stretch's text still stands in its nodes as it was read. */
export function isIntact(block: ArticleBlock, stretch: Stretch): boolean {
  const parts = partsOf(block, stretch);
  if (parts.length === 0 || stretch.end > block.text.length || !parts.every(({ node }) => node.isConnected)) return false;
  const now = parts.map(({ node, start, end }) => node.data.slice(start, end)).join('');
  const bare = (text: string) => text.replace(/\s/g, '');
  return bare(now) === bare(block.text.slice(stretch.start, stretch.end));
}
