import type { ConfidenceStep, Settings, ShownKind } from './schema.ts';

/** The least confidence (0 to 1) of a mark at each step. Below the pipeline's own threshold no mark is made at all. */
const LEAST_CONFIDENCE: Readonly<Record<ConfidenceStep, number>> = { any: 0, likely: 0.7, sure: 0.9 };

interface Found {
  readonly kind: Exclude<ShownKind, 'article'>;
  readonly via: string;
  readonly confidence: number;
}

/** Among what kinds a name counts for the reader: what only the article knows is a kind of its own. */
export function shownKindOf({ kind, via }: Found): ShownKind {
  return via === 'article' ? 'article' : kind;
}

/** Whether the reader wants to see a name: its kind is on, and it is sure enough. */
export function isWanted(name: Found, { kinds, confidence }: Pick<Settings, 'kinds' | 'confidence'>): boolean {
  return name.confidence >= LEAST_CONFIDENCE[confidence] && kinds[shownKindOf(name)] && kinds[name.kind];
}
