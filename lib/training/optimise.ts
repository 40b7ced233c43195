import { BEFORE, LABELS } from '#lib/names/recognise/labels.ts';
import { type Chain, roomForSums, type Sums, sumPaths, Transitions } from '#lib/names/recognise/lattice.ts';
import type { Instance } from './instances.ts';
import { shuffle } from './random.ts';

export interface Options {
  readonly epochs: number;
  /** Step of AdaGrad (Duchi, Hazan, Singer 2011). */
  readonly step: number;
  /** Pull of each weight towards zero at each of its changes. */
  readonly decay: number;
  /** Share of features left out at random, by group (see feature-key.ts). */
  readonly dropout: readonly number[];
  /** Features seen in fewer tokens are not learnt. */
  readonly atLeast: number;
  readonly random: () => number;
}

/** Weights by feature and label, and by pair of neighbouring labels. */
export interface Weights {
  readonly rows: ReadonlyMap<number, number>;
  readonly features: Float32Array;
  readonly transitions: Float64Array;
}

/** An island with a smaller loss (nats) is looked at in one round of three: there is next to nothing left to learn from it. */
const LEARNT = 0.002;

type Numbers = Float32Array | Float64Array;

function add(numbers: Numbers, index: number, amount: number): void {
  numbers[index] = (numbers[index] ?? 0) + amount;
}

/** Weights with the squares of their gradients so far, and the sum of their values for averaging (Polyak and Juditsky 1992). */
class Learnt<T extends Numbers> {
  readonly values: T;
  readonly #squares: Float32Array;
  readonly #sums: Float64Array;
  readonly #options: Options;

  constructor(values: T, options: Options) {
    this.values = values;
    this.#squares = new Float32Array(values.length).fill(1e-3);
    this.#sums = new Float64Array(values.length);
    this.#options = options;
  }

  climb(index: number, gradient: number): void {
    const slope = gradient - this.#options.decay * (this.values[index] ?? 0);
    const square = (this.#squares[index] ?? 0) + slope * slope;
    this.#squares[index] = square;
    add(this.values, index, (this.#options.step * slope) / Math.sqrt(square));
  }

  remember(): void {
    for (let i = 0; i < this.values.length; i++) add(this.#sums, i, this.values[i] ?? 0);
  }

  settle(times: number): void {
    for (let i = 0; i < this.values.length; i++) this.values[i] = (this.#sums[i] ?? 0) / times;
  }
}

function numberFeatures(instances: readonly Instance[], atLeast: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { keys } of instances) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [key, count] of counts) if (count >= atLeast && key !== 0) rows.set(key, rows.size);
  return rows;
}

/**
 * Trains a linear-chain CRF by stochastic gradients of the likelihood of the allowed labelings (partial labels as in Tsuboi et al.
 * 2008). The same instances in the same order and the same source of randomness give the same weights.
 */
export function optimise(instances: readonly Instance[], options: Options, report?: (epoch: number, loss: number) => void): Weights {
  const { random, epochs } = options;
  const rows = numberFeatures(instances, options.atLeast);
  const features = new Learnt(new Float32Array(rows.size * LABELS), options);
  const pairs = new Transitions(new Float64Array(LABELS * LABELS));
  const transitions = new Learnt(pairs.scores, options);
  const numbered = instances.map((instance) => Int32Array.from(instance.keys, (key) => rows.get(key) ?? -1));
  const order = instances.map((_, number) => number);
  const averagedFrom = Math.floor(epochs / 2);
  const losses = new Float64Array(instances.length).fill(Infinity);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const number of order) {
      const instance = instances[number];
      const ids = numbered[number];
      if (!instance || !ids || ((losses[number] ?? 0) < LEARNT && (number + epoch) % 3 !== 0)) continue;
      const active = ids.map((row, i) => (random() < (options.dropout[instance.groups[i] ?? 0] ?? 0) ? -1 : row));
      losses[number] = learn(instance, active, features, transitions, pairs);
    }
    const loss = losses.reduce((sum, one) => sum + one, 0);
    if (epoch >= averagedFrom) {
      features.remember();
      transitions.remember();
    }
    report?.(epoch, loss / instances.length);
  }
  features.settle(epochs - averagedFrom);
  transitions.settle(epochs - averagedFrom);
  return { rows, features: features.values, transitions: transitions.values };
}

/** The mean of models that were trained on the same instances: their features have the same rows. */
export function meanOf(models: readonly Weights[]): Weights {
  const [first, ...others] = models;
  if (!first) throw new Error('no model to take the mean of');
  for (const numbers of ['features', 'transitions'] as const)
    for (let i = 0; i < first[numbers].length; i++)
      first[numbers][i] = others.reduce((sum, other) => sum + (other[numbers][i] ?? 0), first[numbers][i] ?? 0) / models.length;
  return first;
}

/** One step on one island; gives its loss (nats) before the step. */
function learn(
  instance: Instance,
  active: Int32Array,
  features: Learnt<Float32Array>,
  transitions: Learnt<Float64Array>,
  pairs: Transitions,
): number {
  const { length } = instance;
  const scores = scoresOf(instance, active, features.values);
  const chain: Chain = { row: 0, length, scores, transitions: pairs };
  const free = roomForSums(length);
  const held = roomForSums(length);
  const all = sumPaths(chain, free);
  const allowed = sumPaths({ ...chain, allowed: instance.allowed }, held);
  if (allowed === -Infinity) return 0;
  const gradient = new Float64Array(LABELS);
  for (let at = 0; at < length; at++) {
    let any = false;
    for (let label = 0; label < LABELS; label++) {
      const index = at * LABELS + label;
      const slope = (held.forward[index] ?? 0) * (held.backward[index] ?? 0) - (free.forward[index] ?? 0) * (free.backward[index] ?? 0);
      gradient[label] = Math.abs(slope) < 1e-4 ? 0 : slope;
      if (gradient[label] !== 0) any = true;
    }
    if (any) climbFeatures(instance, active, at, gradient, features);
    if (at > 0) climbTransitions(at, held, free, pairs, transitions);
  }
  pairs.refresh();
  return all - allowed;
}

function scoresOf(instance: Instance, active: Int32Array, weights: Float32Array): Float64Array {
  const scores = new Float64Array(instance.length * LABELS);
  for (let at = 0; at < instance.length; at++)
    for (let i = instance.offsets[at] ?? 0; i < (instance.offsets[at + 1] ?? 0); i++) {
      const row = active[i] ?? -1;
      if (row < 0) continue;
      for (let label = 0; label < LABELS; label++) add(scores, at * LABELS + label, weights[row * LABELS + label] ?? 0);
    }
  return scores;
}

function climbFeatures(instance: Instance, active: Int32Array, at: number, gradient: Float64Array, features: Learnt<Float32Array>): void {
  for (let i = instance.offsets[at] ?? 0; i < (instance.offsets[at + 1] ?? 0); i++) {
    const row = active[i] ?? -1;
    if (row < 0) continue;
    for (let label = 0; label < LABELS; label++) {
      const slope = gradient[label] ?? 0;
      if (slope !== 0) features.climb(row * LABELS + label, slope);
    }
  }
}

function climbTransitions(at: number, held: Sums, free: Sums, pairs: Transitions, transitions: Learnt<Float64Array>): void {
  for (let to = 0; to < LABELS; to++)
    for (const from of BEFORE[to] ?? []) {
      const pair = from * LABELS + to;
      const passing = (sums: Sums) =>
        (sums.forward[(at - 1) * LABELS + from] ?? 0) *
        (pairs.factors[pair] ?? 0) *
        (sums.factors[at * LABELS + to] ?? 0) *
        (sums.backward[at * LABELS + to] ?? 0);
      const slope = passing(held) - passing(free);
      if (Math.abs(slope) >= 1e-6) transitions.climb(pair, slope);
    }
}
