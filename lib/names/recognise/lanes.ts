import { LABELS } from './labels.ts';

/**
 * A row of sums over weights of eight bits, two labels to a number of 32 bits: four weights of a word are added with two additions. Each
 * weight is raised by 128, so that no lane borrows from its neighbour; the row's last number counts what was added, to lower it again.
 * Lane 2k holds labels 4k and 4k + 2, lane 2k + 1 labels 4k + 1 and 4k + 3. 257 weights fit.
 */
const WORDS = Math.ceil(LABELS / 4);
export const LANES = 2 * WORDS;
export const ROW = LANES + 1;
const RAISED = 128;

/** Adds a row to another. */
export function addRow(to: Int32Array, row: Int32Array): void {
  for (let i = 0; i < ROW; i++) to[i] = (to[i] as number) + (row[i] as number);
}

/** Writes a row's sums, each times `step`, to `scores` from `base` on. */
export function writeSums(row: Int32Array, step: number, scores: Float64Array, base: number): void {
  const raised = RAISED * (row[LANES] as number);
  for (let lane = 0; lane < LANES; lane++) {
    const sums = row[lane] as number;
    const label = 2 * lane - (lane & 1);
    if (label < LABELS) scores[base + label] = ((sums & 0xffff) - raised) * step;
    if (label + 2 < LABELS) scores[base + label + 2] = ((sums >>> 16) - raised) * step;
  }
}
