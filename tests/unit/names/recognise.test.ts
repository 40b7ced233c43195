import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODEL_FILE } from '#lib/commands/load-recogniser.ts';
import { islandsOf, openTokens } from '#lib/names/recognise/islands.ts';
import { LABELS, labelOf } from '#lib/names/recognise/labels.ts';
import { ROW, writeSums } from '#lib/names/recognise/lanes.ts';
import { bestLabels, roomForSums, sumPaths, Transitions } from '#lib/names/recognise/lattice.ts';
import { DamagedModel, PackedModel, packModel } from '#lib/names/recognise/packed-model.ts';
import { tokenise } from '#lib/text/index.ts';

const number = fc.double({ min: -4, max: 4, noNaN: true });
const chain = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(number, { minLength: length * LABELS, maxLength: length * LABELS }).map((list) => Float64Array.from(list)),
    pairs: fc.array(number, { minLength: LABELS * LABELS, maxLength: LABELS * LABELS }).map((list) => Float64Array.from(list)),
  }),
);

/** Whether labels are whole names: every one that begins also ends, with one kind. */
function isWhole(labels: Uint8Array): boolean {
  let open = -1;
  for (const label of labels) {
    const kind = label === 0 ? -1 : (label - 1) >> 2;
    const position = label === 0 ? 3 : (label - 1) & 3;
    if (open >= 0 ? kind !== open || (position !== 1 && position !== 2) : position === 1 || position === 2) return false;
    open = position <= 1 ? kind : -1;
  }
  return open < 0;
}

describe('a chain of labels', () => {
  test('is made of whole names, whatever the scores', () => {
    fc.assert(
      fc.property(chain, ({ length, scores, pairs }) => {
        expect(isWhole(bestLabels({ row: 0, length, scores, transitions: new Transitions(pairs) }))).toBe(true);
      }),
    );
  });

  test('has probabilities that sum to one at every token', () => {
    fc.assert(
      fc.property(chain, ({ length, scores, pairs }) => {
        const sums = roomForSums(length);
        sumPaths({ row: 0, length, scores, transitions: new Transitions(pairs) }, sums);
        for (let at = 0; at < length; at++) {
          let total = 0;
          for (let label = 0; label < LABELS; label++)
            total += (sums.forward[at * LABELS + label] ?? 0) * (sums.backward[at * LABELS + label] ?? 0);
          expect(total).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  test('of one token is its best label', () => {
    const scores = new Float64Array(LABELS);
    const unit = labelOf(1, 'unit');
    scores[unit] = 2;
    const transitions = new Transitions(new Float64Array(LABELS * LABELS));
    expect([...bestLabels({ row: 0, length: 1, scores, transitions })]).toEqual([unit]);
  });
});

describe('islands of words that may be names', () => {
  const islands = (text: string) => {
    const tokens = tokenise(text);
    return islandsOf(tokens, openTokens(tokens)).map(({ first, last }) =>
      tokens
        .slice(first, last + 1)
        .map((token) => token.text)
        .join(' '),
    );
  };
  test.each([
    ['He met Anna Petrova, a nurse, near Goris. In 2016, nothing.', ['Anna Petrova', 'Goris']],
    [
      'the Bank of England and the Committee for the Protection of Rivers',
      ['Bank of England and the Committee for the Protection of Rivers'],
    ],
    ['fighters of al-Shabaab left', ['al Shabaab']],
    ['says Yau Wai-ching, who works for eBay', ['Yau Wai ching', 'eBay']],
    ['nothing here', []],
  ])('%s', (text, expected) => {
    expect(islands(text)).toEqual(expected);
  });
});

describe('a packed model', () => {
  const parts = () => ({
    transitions: new Float64Array(LABELS * LABELS),
    wordSlots: new Uint32Array(8),
    upper: new Uint16Array(4),
    features: [
      [17, new Float32Array(LABELS).fill(0.5)],
      [-3, new Float32Array(LABELS).fill(-2)],
    ] as [number, Float32Array][],
  });

  test('gives its weights back, and the same parts give the same bytes', () => {
    const bytes = packModel(parts());
    expect(new Uint8Array(packModel(parts()))).toEqual(new Uint8Array(bytes));
    const model = new PackedModel(bytes);
    const row = new Int32Array(ROW);
    model.addWeights(Int32Array.of(17, -3, 99), 3, row);
    const scores = new Float64Array(LABELS);
    writeSums(row, model.step, scores, 0);
    for (const score of scores) expect(score).toBeCloseTo(-1.5, 1);
  });

  test.each([0, 31, 32, 33, 1000])('that is cut to %i bytes is refused', (length) => {
    expect(() => new PackedModel(packModel(parts()).slice(0, length))).toThrow(DamagedModel);
  });

  test('that ships is whole', async () => {
    const bytes = await readFile(MODEL_FILE);
    expect(() => new PackedModel(new Uint8Array(bytes).buffer)).not.toThrow();
    expect(() => new PackedModel(new Uint8Array(bytes.subarray(0, bytes.length - 4)).buffer)).toThrow(DamagedModel);
  });
});
