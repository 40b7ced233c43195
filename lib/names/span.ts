import type { Mention } from './model.ts';
import type { Block } from './prepare.ts';

/** A stretch of tokens. Ends are included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A stretch of tokens of one block with the reading chosen for it. Ends are included. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly mention: Mention;
}

/** What a mention says beside where it stands. */
export type Reading = Omit<Mention, 'block' | 'start' | 'end' | 'surface'>;

export function textOf(block: Block, run: Run): string {
  const from = block.tokens[run.first];
  const to = block.tokens[run.last];
  return from && to ? block.text.slice(from.start, to.end).replace(/\s+/g, ' ') : '';
}

export function spanOf(block: Block, number: number, run: Run, reading: Reading): Span {
  const start = block.tokens[run.first]?.start ?? 0;
  const end = block.tokens[run.last]?.end ?? start;
  return { first: run.first, last: run.last, mention: { block: number, start, end, surface: block.text.slice(start, end), ...reading } };
}

/** In order; of two that overlap, the one that begins first, then the longer. */
export function withoutOverlap(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Span[] = [];
  let end = -1;
  for (const span of sorted) {
    if (span.first <= end) continue;
    kept.push(span);
    end = span.last;
  }
  return kept;
}
