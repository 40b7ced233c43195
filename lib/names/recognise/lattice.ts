import { BEFORE, LABELS, MAY_START, staysOpen } from './labels.ts';

/**
 * A linear chain's scores for one island: `length` tokens by LABELS, and one score for each pair of neighbouring labels
 * (Lafferty, McCallum, Pereira 2001). The island's first token is row `row` of the scores: islands of a block share them.
 * `allowed`, where given, has a bit for each label a token of the island may have.
 */
export interface Chain {
  readonly row: number;
  readonly length: number;
  readonly scores: Float64Array;
  readonly transitions: Transitions;
  readonly allowed?: Uint32Array;
}

/** The pairs of labels that may follow each other, in a row: [from, to, from, to, …] ordered by `to`. */
const PAIRS = Uint8Array.from(BEFORE.flatMap((befores, to) => befores.flatMap((from) => [from, to])));

/** Scores of the pairs, and their exponentials. */
export class Transitions {
  readonly scores: Float64Array;
  readonly factors: Float64Array;

  constructor(scores: Float64Array) {
    this.scores = scores;
    this.factors = new Float64Array(scores.length);
    this.refresh();
  }

  /** After a change of `scores`. */
  refresh(): void {
    for (let i = 0; i < this.scores.length; i++) this.factors[i] = Math.exp(this.scores[i] ?? 0);
  }
}

/** Room for one island's Viterbi table, kept between calls. */
let scratch = { best: new Float64Array(64 * LABELS), came: new Uint8Array(64 * LABELS) };

/** The likeliest labels (Viterbi 1967). */
export function bestLabels(chain: Chain): Uint8Array {
  const { row, length, scores } = chain;
  const transitions = chain.transitions.scores;
  const size = length * LABELS;
  if (scratch.best.length < size) scratch = { best: new Float64Array(2 * size), came: new Uint8Array(2 * size) };
  const { best, came } = scratch;
  best.fill(-Infinity, 0, size);
  for (let label = 0; label < LABELS; label++) if (MAY_START[label]) best[label] = scores[row * LABELS + label] ?? 0;
  for (let at = 1; at < length; at++) {
    const base = at * LABELS;
    const last = base - LABELS;
    for (let i = 0; i < PAIRS.length; i += 2) {
      const from = PAIRS[i] as number;
      const to = PAIRS[i + 1] as number;
      const score = (best[last + from] as number) + (transitions[from * LABELS + to] as number);
      if (score > (best[base + to] as number)) {
        best[base + to] = score;
        came[base + to] = from;
      }
    }
    for (let label = 0; label < LABELS; label++)
      best[base + label] = (best[base + label] as number) + (scores[row * LABELS + base + label] as number);
  }
  const labels = new Uint8Array(length);
  const end = (length - 1) * LABELS;
  let last = 0;
  for (let label = 1; label < LABELS; label++)
    if (!staysOpen(label) && (best[end + label] as number) > (best[end + last] as number)) last = label;
  for (let at = length - 1; at >= 0; at--) {
    labels[at] = last;
    last = came[at * LABELS + last] ?? 0;
  }
  return labels;
}

/**
 * What forward and backward passes give, scaled token by token so that nothing under- or overflows (Rabiner 1989): the product
 * of a label's forward and backward value is its probability at that token.
 */
export interface Sums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Each token's exponentials of its scores, over its scale. */
  readonly factors: Float64Array;
}

/** Room for the sums of so many tokens. */
export function roomForSums(tokens: number): Sums {
  const size = tokens * LABELS;
  return { forward: new Float64Array(size), backward: new Float64Array(size), factors: new Float64Array(size) };
}

/**
 * Sums over all label sequences that the chain allows, written to the chain's rows of `sums`, which are zero before. Gives the
 * logarithm of the sum over all paths; -Infinity where none is allowed.
 */
export function sumPaths(chain: Chain, sums: Sums): number {
  const { row, length, scores, allowed } = chain;
  const pairs = chain.transitions.factors;
  const { forward, backward, factors } = sums;
  let all = 0;
  for (let at = 0; at < length; at++) {
    const base = (row + at) * LABELS;
    const may = allowed ? (allowed[at] ?? 0) : -1;
    let most = -Infinity;
    for (let label = 0; label < LABELS; label++)
      if ((may >>> label) & 1 && (scores[base + label] as number) > most) most = scores[base + label] as number;
    for (let label = 0; label < LABELS; label++)
      factors[base + label] = (may >>> label) & 1 ? Math.exp((scores[base + label] as number) - most) : 0;
    if (at === 0) {
      for (let label = 0; label < LABELS; label++) if (MAY_START[label]) forward[base + label] = factors[base + label] as number;
    } else {
      const last = base - LABELS;
      for (let i = 0; i < PAIRS.length; i += 2) {
        const from = PAIRS[i] as number;
        const to = PAIRS[i + 1] as number;
        forward[base + to] = (forward[base + to] as number) + (forward[last + from] as number) * (pairs[from * LABELS + to] as number);
      }
      for (let label = 0; label < LABELS; label++)
        forward[base + label] = (forward[base + label] as number) * (factors[base + label] as number);
    }
    let sum = 0;
    for (let label = 0; label < LABELS; label++)
      if (at < length - 1 || !staysOpen(label)) sum += forward[base + label] as number;
      else forward[base + label] = 0;
    if (sum === 0) return -Infinity;
    for (let label = 0; label < LABELS; label++) {
      forward[base + label] = (forward[base + label] as number) / sum;
      factors[base + label] = (factors[base + label] as number) / sum;
    }
    all += Math.log(sum) + most;
  }
  const end = (row + length - 1) * LABELS;
  for (let label = 0; label < LABELS; label++) backward[end + label] = staysOpen(label) ? 0 : 1;
  for (let at = length - 2; at >= 0; at--) {
    const base = (row + at) * LABELS;
    const next = base + LABELS;
    for (let i = 0; i < PAIRS.length; i += 2) {
      const from = PAIRS[i] as number;
      const to = PAIRS[i + 1] as number;
      backward[base + from] =
        (backward[base + from] as number) +
        (pairs[from * LABELS + to] as number) * (factors[next + to] as number) * (backward[next + to] as number);
    }
  }
  return all;
}
