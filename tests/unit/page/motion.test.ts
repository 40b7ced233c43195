import { describe, expect, test } from 'vitest';
import { isOnBridge, isPassing } from '#lib/page/index.ts';

const at = (x: number, y: number, time = 0) => ({ x, y, time });

describe('a pointer', () => {
  test.each([
    ['across a line', at(0, 0, 0), at(30, 0, 16), true],
    ['along with reading eyes', at(0, 0, 0), at(4, 0, 20), true],
    ['in a hand that trembles', at(0, 0, 0), at(1, 1, 40), false],
    ['that came to rest', at(0, 0, 0), at(2, 0, 100), false],
    ['at the same moment', at(0, 0, 5), at(9, 0, 5), true],
  ])('%s', (_, from, to, passing) => {
    expect(isPassing(from, to)).toBe(passing);
  });

  test('of which nothing was seen before is not passing', () => {
    expect(isPassing(null, at(3, 4, 5))).toBe(false);
  });
});

describe('the bridge', () => {
  const below = { left: 100, top: 120, width: 300, height: 200 };
  const above = { left: 100, top: 20, width: 300, height: 80 };
  const beside = { left: 300, top: 0, width: 200, height: 300 };

  test.each([
    ['straight down to the card', at(150, 100), at(150, 112), below, true],
    ['aslant to its far end', at(150, 100), at(300, 115), below, true],
    ['away from it', at(150, 100), at(150, 80), below, false],
    ['along the line', at(150, 100), at(300, 100), below, false],
    ['up to a card above', at(150, 115), at(160, 106), above, true],
    ['down from a card above', at(150, 115), at(150, 130), above, false],
    ['to a card beside', at(200, 100), at(280, 110), beside, true],
    ['away from a card beside', at(200, 100), at(150, 100), beside, false],
  ])('%s', (_, from, to, card, on) => {
    expect(isOnBridge(from, to, card)).toBe(on);
  });
});
