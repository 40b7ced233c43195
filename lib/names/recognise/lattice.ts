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

/** Whether a name is open after each label. */
const OPEN: readonly boolean[] = Array.from({ length: LABELS }, (_, label) => staysOpen(label));
const ALL = Array.from({ length: LABELS }, (_, label) => label);
/** Labels after which no name is open: one of them stands before every label that opens anew. */
const CLOSED = Uint8Array.from(ALL.filter((label) => !staysOpen(label)));
/** Labels that go on with a name: only what opens or goes on with one of its kind stands before them. */
const ANEW = Uint8Array.from(ALL.filter((label) => MAY_START[label]));
const ONWARD = Uint8Array.from(ALL.filter((label) => !MAY_START[label]));
/** For each label that goes on, the two that may stand before it. */
const FIRST_BEFORE = Uint8Array.from(ONWARD, (to) => BEFORE[to]?.[0] ?? 0);
const SECOND_BEFORE = Uint8Array.from(ONWARD, (to) => BEFORE[to]?.[1] ?? 0);

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
  best.fill(-Infinity, 0, LABELS);
  for (const label of ANEW) best[label] = scores[row * LABELS + label] ?? 0;
  for (let at = 1; at < length; at++) {
    const base = at * LABELS;
    const last = base - LABELS;
    const own = row * LABELS + base;
    for (let j = 0; j < ANEW.length; j++) {
      const to = ANEW[j] as number;
      let most = -Infinity;
      let source = 0;
      for (let i = 0; i < CLOSED.length; i++) {
        const from = CLOSED[i] as number;
        const score = (best[last + from] as number) + (transitions[from * LABELS + to] as number);
        if (score > most) {
          most = score;
          source = from;
        }
      }
      best[base + to] = most + (scores[own + to] as number);
      came[base + to] = source;
    }
    for (let j = 0; j < ONWARD.length; j++) {
      const to = ONWARD[j] as number;
      const first = FIRST_BEFORE[j] as number;
      const second = SECOND_BEFORE[j] as number;
      const one = (best[last + first] as number) + (transitions[first * LABELS + to] as number);
      const other = (best[last + second] as number) + (transitions[second * LABELS + to] as number);
      best[base + to] = (other > one ? other : one) + (scores[own + to] as number);
      came[base + to] = other > one ? second : first;
    }
  }
  const labels = new Uint8Array(length);
  const end = (length - 1) * LABELS;
  let last = 0;
  for (const label of CLOSED) if ((best[end + label] as number) > (best[end + last] as number)) last = label;
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
  const { buffer } = new Float64Array(3 * size);
  return {
    forward: new Float64Array(buffer, 0, size),
    backward: new Float64Array(buffer, 8 * size, size),
    factors: new Float64Array(buffer, 16 * size, size),
  };
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
    // A name neither goes on at the first token nor stays open at the last.
    const ends = at === length - 1;
    for (let label = 0; label < LABELS; label++)
      if ((may >>> label) & 1 && (at > 0 || MAY_START[label]) && !(ends && OPEN[label]))
        factors[base + label] = Math.exp((scores[base + label] as number) - most);
    if (at === 0) {
      for (const label of ANEW) forward[base + label] = factors[base + label] as number;
    } else {
      const last = base - LABELS;
      for (let j = 0; j < ANEW.length; j++) {
        const to = ANEW[j] as number;
        const factor = factors[base + to] as number;
        if (factor === 0) continue;
        let sum = 0;
        for (let i = 0; i < CLOSED.length; i++) {
          const from = CLOSED[i] as number;
          sum += (forward[last + from] as number) * (pairs[from * LABELS + to] as number);
        }
        forward[base + to] = sum * factor;
      }
      for (let j = 0; j < ONWARD.length; j++) {
        const to = ONWARD[j] as number;
        const factor = factors[base + to] as number;
        if (factor === 0) continue;
        const first = FIRST_BEFORE[j] as number;
        const second = SECOND_BEFORE[j] as number;
        const sum =
          (forward[last + first] as number) * (pairs[first * LABELS + to] as number) +
          (forward[last + second] as number) * (pairs[second * LABELS + to] as number);
        forward[base + to] = sum * factor;
      }
    }
    let sum = 0;
    for (let label = 0; label < LABELS; label++) sum += forward[base + label] as number;
    if (sum === 0) return -Infinity;
    for (let label = 0; label < LABELS; label++) {
      forward[base + label] = (forward[base + label] as number) / sum;
      factors[base + label] = (factors[base + label] as number) / sum;
    }
    all += Math.log(sum) + most;
  }
  const end = (row + length - 1) * LABELS;
  for (const label of CLOSED) backward[end + label] = 1;
  for (let at = length - 2; at >= 0; at--) {
    const base = (row + at) * LABELS;
    const next = base + LABELS;
    for (let j = 0; j < ANEW.length; j++) {
      const to = ANEW[j] as number;
      const factor = factors[next + to] as number;
      const behind = backward[next + to] as number;
      if (factor === 0 || behind === 0) continue;
      for (let i = 0; i < CLOSED.length; i++) {
        const from = CLOSED[i] as number;
        backward[base + from] = (backward[base + from] as number) + (pairs[from * LABELS + to] as number) * factor * behind;
      }
    }
    for (let j = 0; j < ONWARD.length; j++) {
      const to = ONWARD[j] as number;
      const factor = factors[next + to] as number;
      const behind = backward[next + to] as number;
      if (factor === 0 || behind === 0) continue;
      const first = FIRST_BEFORE[j] as number;
      const second = SECOND_BEFORE[j] as number;
      backward[base + first] = (backward[base + first] as number) + (pairs[first * LABELS + to] as number) * factor * behind;
      backward[base + second] = (backward[base + second] as number) + (pairs[second * LABELS + to] as number) * factor * behind;
    }
  }
  return all;
}
