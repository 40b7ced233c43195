import type { Block } from '../prepare.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { GlossaryEvidence } from './evidence.ts';
import { FeatureReader } from './features.ts';
import { type Island, islandsOf, openTokens } from './islands.ts';
import { LABELS, labelOf, positionOfLabel, RECOGNISED } from './labels.ts';
import { addRow, ROW, writeSums } from './lanes.ts';
import { bestLabels, roomForSums, type Sums, sumPaths, Transitions } from './lattice.ts';
import { PackedModel } from './packed-model.ts';
import { type WordFacts, WordMemory } from './word-facts.ts';
import { REACH, wordFeatures } from './word-features.ts';

/** A stretch of tokens with the probability that it is a name of each of the RECOGNISED kinds. Ends are included. */
export interface Recognised {
  readonly first: number;
  readonly last: number;
  /** Of each kind, 0 to 1; their sum is how surely this very stretch is a name. */
  readonly kinds: readonly number[];
}

const NO_SHARES: readonly number[] = RECOGNISED.map(() => 0);

/** What the recogniser makes of one block. */
export class BlockReading {
  /** The likeliest names, in order, not overlapping. */
  readonly names: readonly Recognised[];
  /** For each token, the number of its island, or -1; rows of `sums` are counted over the islands' tokens alone. */
  readonly #islandOf: Int32Array;
  readonly #rowOf: Int32Array;
  readonly #sums: Sums;
  readonly #transitions: Transitions;

  constructor(tokens: number, islands: readonly Island[], scores: Float64Array, transitions: Transitions) {
    this.#islandOf = new Int32Array(tokens).fill(-1);
    this.#rowOf = new Int32Array(tokens);
    this.#sums = roomForSums(scores.length / LABELS);
    this.#transitions = transitions;
    const names: Recognised[] = [];
    let row = 0;
    islands.forEach(({ first, last }, number) => {
      const chain = { row, length: last - first + 1, scores, transitions };
      sumPaths(chain, this.#sums);
      for (let at = first; at <= last; at++) {
        this.#islandOf[at] = number;
        this.#rowOf[at] = row++;
      }
      let begin = first;
      bestLabels(chain).forEach((label, offset) => {
        const position = label === 0 ? -1 : positionOfLabel(label);
        if (position === 0 || position === 3) begin = first + offset;
        if (position >= 2) names.push({ first: begin, last: first + offset, kinds: this.#shares(begin, first + offset) });
      });
    });
    this.names = names;
  }

  /** The probability that exactly these tokens are a name, for each kind; null where the recogniser did not look. */
  kindsOf(first: number, last: number): readonly number[] | null {
    const island = this.#islandOf[first];
    if (island === undefined || island < 0) return null;
    return this.#islandOf[last] === island ? this.#shares(first, last) : NO_SHARES;
  }

  #shares(first: number, last: number): number[] {
    const { forward, backward, factors } = this.#sums;
    const from = this.#rowOf[first] ?? 0;
    const to = this.#rowOf[last] ?? 0;
    const pairs = this.#transitions.factors;
    const shares: number[] = [];
    for (let kind = 0; kind < RECOGNISED.length; kind++) {
      const begin = labelOf(kind, 'begin');
      const inside = labelOf(kind, 'inside');
      const end = labelOf(kind, 'end');
      let label = from === to ? labelOf(kind, 'unit') : begin;
      let share = forward[from * LABELS + label] ?? 0;
      for (let at = from + 1; at <= to; at++) {
        const next = at === to ? end : inside;
        share *= (pairs[label * LABELS + next] ?? 0) * (factors[at * LABELS + next] ?? 0);
        label = next;
      }
      shares.push(share * (backward[to * LABELS + label] ?? 0));
    }
    return shares;
  }
}

/** What finds the names that the glossary lacks. */
export type NameReader = Pick<Recogniser, 'read'>;

const NOTHING_READ = { scores: new Float64Array(0), transitions: new Transitions(new Float64Array(LABELS * LABELS)) };

/** Finds none: where the model cannot be read, the glossary's names are still found. */
export const NO_RECOGNISER: NameReader = {
  read: ({ tokens }) => new BlockReading(tokens.length, [], NOTHING_READ.scores, NOTHING_READ.transitions),
};

/** Finds names by a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) trained on annotated news. */
export class Recogniser {
  readonly #model: PackedModel;
  readonly #memory: WordMemory;
  /** Room for one token's sums. */
  readonly #row = new Int32Array(ROW);

  /** @throws DamagedModel if the bytes are no whole model of this build. */
  constructor(bytes: ArrayBuffer) {
    this.#model = new PackedModel(bytes);
    this.#memory = new WordMemory(this.#model.classes);
  }

  get byteLength(): number {
    return this.#model.byteLength;
  }

  /** `certain`: tokens that the glossary alone reads beyond doubt; where one stands alone it is not looked at. */
  read(block: Block, facts: DocumentFacts, evidence: GlossaryEvidence, certain: ReadonlySet<number>): BlockReading {
    const open = openTokens(block.tokens);
    const islands = islandsOf(block.tokens, open).filter(({ first, last }) => first < last || !certain.has(first));
    let rows = 0;
    for (const { first, last } of islands) rows += last - first + 1;
    const scores = new Float64Array(rows * LABELS);
    if (rows > 0) {
      const reader = new FeatureReader(block, open, this.#memory, facts, evidence);
      const row = this.#row;
      let base = 0;
      for (const { first, last } of islands)
        for (let at = first; at <= last; at++, base += LABELS) {
          row.fill(0);
          for (let offset = -REACH; offset <= REACH; offset++) addRow(row, this.#rowOf(reader.word(at + offset), offset));
          reader.read(at);
          this.#model.addWeights(reader.keys, reader.count, row);
          writeSums(row, this.#model.step, scores, base);
        }
    }
    return new BlockReading(block.tokens.length, islands, scores, this.#model.transitions);
  }

  /** What a word's own features add to the scores of the token `offset` words before it. */
  #rowOf(word: WordFacts, offset: number): Int32Array {
    const known = word.rows[offset + REACH];
    if (known) return known;
    const keys: number[] = [];
    wordFeatures(word, offset, (key) => keys.push(key));
    const row = new Int32Array(ROW);
    this.#model.addWeights(Int32Array.from(keys), keys.length, row);
    word.rows[offset + REACH] = row;
    return row;
  }
}
