import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '#lib/names/index.ts';
import { caucasus } from '../support/caucasus.ts';
import { recogniser } from '../support/reading.ts';

const PIECES = [
  'Lavrov',
  'Sergey Lavrov',
  'Ankara',
  'the',
  'said',
  '. ',
  ', ',
  '-',
  '[',
  ']',
  '?anl?urfa',
  "Turkey's",
  'NATO',
  '(NATO)',
  '\n\n',
  '\uD800',
  '\u0301',
  'Rob Lee',
  'al-',
  'a',
  'US',
  'Мир',
  '中',
  '«',
  '“',
  ' ',
  '—',
  '\u202E',
  'University of',
  'President',
  '3',
];

describe('whatever the text', () => {
  test('names come in order, do not overlap, and are the text at their offsets', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), { maxLength: 4 }), fc.boolean(), (blocks, spaced) => {
        const texts = blocks.map((pieces) => pieces.join(spaced ? ' ' : ''));
        let block = 0;
        let end = 0;
        for (const mention of annotate({ blocks: texts, day: 20201018 }, caucasus, recogniser)) {
          if (mention.block > block) end = 0;
          expect(mention.block).toBeGreaterThanOrEqual(block);
          block = mention.block;
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(texts[block]?.slice(mention.start, mention.end)).toBe(mention.surface);
          expect(mention.confidence).toBeGreaterThan(0.2);
          expect(mention.confidence).toBeLessThanOrEqual(1);
          expect((mention.entry === null) === (mention.bearer !== null)).toBe(true);
          end = mention.end;
        }
      }),
    );
  });

  test('it never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 200 })),
        (blocks) => void annotate({ blocks, day: 20201018 }, caucasus, recogniser),
      ),
    );
  });

  test.each([
    ['nothing', ''],
    ['a megabyte without a space', 'x'.repeat(1_000_000)],
    ['100,000 capitals in a row', 'A '.repeat(100_000)],
    ['100,000 names', 'Sergey Lavrov said Ankara. '.repeat(33_000)],
    ['brackets', '['.repeat(200_000)],
    ['capitalised strangers', 'Foo Bar Baz Qux '.repeat(25_000)],
    ['line ends', '\n'.repeat(300_000)],
  ])('it is read in linear time: %s', (_name, text) => {
    const start = performance.now();
    annotate({ blocks: [text], day: 20201018 }, caucasus, recogniser);
    // A second or two; were it to grow with the square, minutes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
