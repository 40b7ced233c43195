/** Marks as they travel from the background to a page: rows of whole numbers. */
import * as v from 'valibot';
import { KINDS, type Kind } from '#lib/glossary/index.ts';

const VIAS = ['name', 'alias', 'short', 'demonym', 'metonym', 'acronym', 'repaired', 'article'] as const;

/** A mark to be made: a stretch of one block. UTF-16 units. */
export interface Mark {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly via: (typeof VIAS)[number];
  /** 0 to 1, in thousandths. */
  readonly confidence: number;
  readonly mention: number;
  /** The first mention of the same in the article. */
  readonly of: number;
}

const COLUMNS = 8;
const THOUSANDTHS = 1000;

/** Eight numbers a mark, one mark after the other. */
export function rowsOf(marks: readonly Mark[]): number[] {
  return marks.flatMap(({ block, start, end, kind, via, confidence, mention, of }) => [
    block,
    start,
    end,
    KINDS.indexOf(kind),
    VIAS.indexOf(via),
    Math.round(confidence * THOUSANDTHS),
    mention,
    of,
  ]);
}

/** One loop in place of a schema for each mark: ten thousand of them are read while the page stands still. */
function marksOf(rows: unknown): Mark[] | null {
  if (!Array.isArray(rows) || rows.length % COLUMNS !== 0) return null;
  const marks: Mark[] = [];
  for (let at = 0; at < rows.length; at += COLUMNS) {
    for (let column = at; column < at + COLUMNS; column++) {
      const number: unknown = rows[column];
      if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) return null;
    }
    const kind = KINDS[rows[at + 3]];
    const via = VIAS[rows[at + 4]];
    const confidence = rows[at + 5] / THOUSANDTHS;
    if (!kind || !via || confidence > 1) return null;
    marks.push({ block: rows[at], start: rows[at + 1], end: rows[at + 2], kind, via, confidence, mention: rows[at + 6], of: rows[at + 7] });
  }
  return marks;
}

/** Rows, read into marks. */
export const marksSchema = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, readonly Mark[]>(({ dataset, addIssue, NEVER }) => {
    const marks = marksOf(dataset.value);
    if (marks) return marks;
    addIssue({ message: 'no rows of marks' });
    return NEVER;
  }),
);
