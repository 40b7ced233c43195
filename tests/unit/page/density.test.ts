import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Density, thinOut } from '#lib/page/index.ts';

/** Blocks 0, 3 and 6 are headings. */
const isHeading = (block: number) => block % 3 === 0;
const mentions = [
  { block: 0, of: 1 },
  { block: 1, of: 1 },
  { block: 1, of: 2 },
  { block: 2, of: 2 },
  { block: 4, of: 1 },
  { block: 5, of: 1 },
  { block: 7, of: 2 },
].map((mention, number) => ({ ...mention, number }));
const shown = (density: Density) => thinOut(mentions, () => density, isHeading).map(({ number }) => number);

test('every mention is marked, or the first under each heading, or the first of all', () => {
  expect(shown('every')).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(shown('section')).toEqual([0, 2, 4, 6]);
  expect(shown('first')).toEqual([0, 2]);
});

test('each kind goes by its own', () => {
  const byName = thinOut(mentions, ({ of }) => (of === 1 ? 'first' : 'every'), isHeading);
  expect(byName.map(({ number }) => number)).toEqual([0, 2, 3, 6]);
});

test('no name goes wholly unmarked', () => {
  const mention = fc.record({ block: fc.nat(12), of: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(mention), fc.constantFrom<Density>('every', 'section', 'first'), (found, density) => {
      const inOrder = [...found].sort((a, b) => a.block - b.block);
      const marked = thinOut(inOrder, () => density, isHeading);
      expect(new Set(marked.map(({ of }) => of))).toEqual(new Set(inOrder.map(({ of }) => of)));
    }),
  );
});
