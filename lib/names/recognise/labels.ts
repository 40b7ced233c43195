import type { Kind } from '#lib/glossary/index.ts';

/** Kinds that the recogniser tells apart, in the order of its labels. */
export const RECOGNISED: readonly Kind[] = ['person', 'organisation', 'place', 'group', 'thing'];

/**
 * Labels of a token (BILOU; Ratinov and Roth 2009): 0 is outside every name; for kind k, 1 + 4k begins a name of several tokens,
 * 2 + 4k is inside, 3 + 4k ends it, 4 + 4k is a name of one token.
 */
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * RECOGNISED.length;

export type Position = 'begin' | 'inside' | 'end' | 'unit';
const POSITIONS: Readonly<Record<Position, number>> = { begin: 0, inside: 1, end: 2, unit: 3 };

export function labelOf(kind: number, position: Position): number {
  return 1 + 4 * kind + POSITIONS[position];
}

const kindOfLabel = (label: number): number => (label - 1) >> 2;
export const positionOfLabel = (label: number): number => (label - 1) & 3;

/** Whether a name is open after this label: its next token must go on with it. */
export function staysOpen(label: number): boolean {
  return label !== OUTSIDE && positionOfLabel(label) <= 1;
}

function follows(from: number, to: number): boolean {
  const opensAnew = to === OUTSIDE || positionOfLabel(to) === 0 || positionOfLabel(to) === 3;
  return staysOpen(from) ? !opensAnew && kindOfLabel(to) === kindOfLabel(from) : opensAnew;
}

/** For each label, the labels that may stand before it. */
export const BEFORE: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, to) =>
  Array.from({ length: LABELS }, (_, from) => from).filter((from) => follows(from, to)),
);

/** Whether a sequence may begin with the label. */
export const MAY_START: readonly boolean[] = Array.from({ length: LABELS }, (_, label) => follows(OUTSIDE, label));
