import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCard } from '#lib/page/index.ts';

const viewport = { width: 1000, height: 700 };
const card = { width: 380, height: 240 };

test('a card lies below its name', () => {
  expect(placeCard({ left: 100, top: 100, width: 60, height: 20 }, card, viewport)).toEqual({
    left: 100,
    top: 126,
    side: 'below',
    maxHeight: 566,
  });
});

test('above it where there is no room below', () => {
  expect(placeCard({ left: 100, top: 600, width: 60, height: 20 }, card, viewport)).toMatchObject({
    side: 'above',
    top: 354,
    // Opened farther by the reader, it grows down to the edge.
    maxHeight: 338,
  });
});

test('and is moved sideways to stay in view', () => {
  expect(placeCard({ left: 900, top: 100, width: 60, height: 20 }, card, viewport).left).toBe(612);
});

test('and stands beside its name in a frame of a few lines, where a side is wide enough', () => {
  const frame = { width: 600, height: 120 };
  expect(placeCard({ left: 20, top: 40, width: 60, height: 20 }, card, frame)).toMatchObject({ side: 'beside', left: 86, top: 8 });
  expect(placeCard({ left: 500, top: 40, width: 60, height: 20 }, card, frame)).toMatchObject({ side: 'beside', left: 114, top: 8 });
  expect(placeCard({ left: 280, top: 40, width: 60, height: 20 }, card, frame).side).toBe('over');
});

test('it lies in the viewport wherever it fits, and never on the name where a side holds it', () => {
  const size = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(
      size(2000),
      size(1500),
      size(400),
      size(600),
      fc.integer({ min: -200, max: 2200 }),
      fc.integer({ min: -200, max: 1700 }),
      (width, height, cardWidth, cardHeight, left, top) => {
        const anchor = { left, top, width: 50, height: 18 };
        const placed = placeCard(anchor, { width: cardWidth, height: cardHeight }, { width, height });
        const drawn = Math.min(cardHeight, placed.maxHeight);
        expect(placed.left).toBeGreaterThanOrEqual(8);
        expect(placed.top).toBeGreaterThanOrEqual(8);
        if (cardWidth + 16 <= width) expect(placed.left + cardWidth).toBeLessThanOrEqual(width - 7);
        if (height >= 130) expect(placed.top + placed.maxHeight).toBeLessThanOrEqual(Math.max(height - 7, 8 + 96));
        if (height >= 130) expect(placed.top + drawn).toBeLessThanOrEqual(Math.max(height - 7, 8 + 96));
        const inView = top >= 0 && top + 18 <= height;
        const room = Math.max(top - 14, height - top - 18 - 14);
        const isApart = placed.top + drawn <= top || placed.top >= top + 18 || placed.left + cardWidth <= left || placed.left >= left + 50;
        if (inView && room >= drawn) expect(isApart).toBe(true);
        if (inView) expect(isApart || placed.side === 'over').toBe(true);
      },
    ),
  );
});
