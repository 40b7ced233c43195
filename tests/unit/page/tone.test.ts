import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, over, parseColour, type Rgb, SOFT, toneOn } from '#lib/page/index.ts';

const rgb = (r: number, g: number, b: number): Rgb => ({ r, g, b });
const WHITE = rgb(255, 255, 255);
const BLACK = rgb(0, 0, 0);
const part = fc.integer({ min: 0, max: 255 });
const colour = fc.record({ r: part, g: part, b: part });

describe('the tone of an underline', () => {
  test.each([
    ['black on white', WHITE, BLACK, 'light'],
    ['brown on sepia', rgb(244, 236, 216), rgb(60, 50, 40), 'light'],
    ['white on black', BLACK, WHITE, 'dark'],
    ['grey on slate', rgb(30, 41, 59), rgb(226, 232, 240), 'dark'],
    ['white on a middle blue', rgb(60, 110, 190), WHITE, 'plain'],
    ['black on orange', rgb(230, 120, 40), BLACK, 'plain'],
    ['white on white: an image must be behind it', WHITE, rgb(250, 250, 250), 'plain'],
  ])('%s', (_, ground, text, tone) => {
    expect(toneOn(ground, text)).toBe(tone);
  });

  test('is the text’s own where the ground is not known', () => {
    expect(toneOn(null, BLACK)).toBe('plain');
    expect(toneOn(WHITE, null)).toBe('plain');
  });

  test('keeps 3:1 against every ground on which the text can be read', () => {
    fc.assert(
      fc.property(colour, colour, (ground, text) => {
        fc.pre(contrast(ground, text) >= 3);
        const tone = toneOn(ground, text);
        expect(contrast(ground, tone === 'plain' ? text : SOFT[tone])).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test('contrast is that of WCAG', () => {
    expect(contrast(WHITE, BLACK)).toBeCloseTo(21, 5);
    expect(contrast(rgb(119, 119, 119), WHITE)).toBeCloseTo(4.48, 2);
  });
});

test('colours are read as browsers compute them', () => {
  expect(parseColour('rgb(1, 2, 3)')).toEqual({ colour: rgb(1, 2, 3), alpha: 1 });
  expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual({ colour: rgb(1, 2, 3), alpha: 0.5 });
  expect(parseColour('rgb(1 2 3 / 50%)')).toEqual({ colour: rgb(1, 2, 3), alpha: 0.5 });
  expect(parseColour('color(display-p3 1 0 0)')).toBeNull();
  expect(over(BLACK, 0.5, WHITE)).toEqual(rgb(127.5, 127.5, 127.5));
});
