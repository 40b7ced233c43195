import { describe, expect, test } from 'vitest';
import { introduce, sentenceAround } from '#lib/introduce/index.ts';

function phrase(text: string, name: string): string | null {
  const start = text.indexOf(name);
  return introduce(text, start, start + name.length)?.phrase ?? null;
}

describe('an article introduces a name', () => {
  test.each([
    ['US military analyst Rob Lee told reporters that drones matter.', 'Rob Lee', 'US military analyst'],
    [
      'After Armenian Defense Ministry spokeswoman Shushan Stepanyan blamed them, it went on.',
      'Shushan Stepanyan',
      'Armenian Defense Ministry spokeswoman',
    ],
    ['It was won by the opposition lawmaker Jane Doe on Monday.', 'Jane Doe', 'opposition lawmaker'],
    [
      'Fuad Shahbaz, an official at the Centre for Strategic Communications think-tank in Baku, told us so.',
      'Fuad Shahbaz',
      'an official at the Centre for Strategic Communications think-tank in Baku',
    ],
    ['It would send a mission led by its secretary general, Stanislav Zas.', 'Stanislav Zas', 'secretary general'],
    ['“We saw it,” said Maria Lopez, a nurse from Goris, who had fled.', 'Maria Lopez', 'a nurse from Goris'],
  ])('%s', (text, name, expected) => {
    expect(phrase(text, name)).toBe(expected);
  });

  test.each([
    ['On Thursday Jane Doe went to the market and bought bread.', 'Jane Doe'],
    ['Jane Doe, however, stayed at home.', 'Jane Doe'],
    ['Yesterday Jane Doe, Rob Lee and others met.', 'Jane Doe'],
    ['He saw the tower before Jane Doe did.', 'Jane Doe'],
  ])('or does not: %s', (text, name) => {
    expect(phrase(text, name)).toBeNull();
  });

  test('in the sentence that holds the name', () => {
    const text = 'It rained. The analyst Rob Lee of the U.S. Navy stayed. He left.';
    const at = text.indexOf('Rob');
    expect(sentenceAround(text, at, at + 7).sentence).toBe('The analyst Rob Lee of the U.S. Navy stayed.');
  });

  test('and whatever the text, nothing is thrown', () => {
    for (const text of ['', 'Rob Lee', '\uD800 Rob Lee', 'x'.repeat(5000), '(((('])
      expect(() => introduce(text, 0, Math.min(3, text.length))).not.toThrow();
  });
});
