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
    ['Also the head of the water board, Pia Strand, has spoken.', 'Pia Strand', 'head of the water board'],
    ['The Secretary for Education Dr Amos Tolai apologised.', 'Amos Tolai', 'Secretary for Education'],
    ['Ivo Brand of the Civic Union and Lea Horn of the Greens left.', 'Ivo Brand', 'of the Civic Union'],
    ['“No,” said Ruth Amadi, 58, of Gladstone.', 'Ruth Amadi', 'of Gladstone'],
    ['It was said by Kofi Mensa, who teaches politics in Accra, on Monday.', 'Kofi Mensa', 'who teaches politics in Accra'],
    ['Sir Hugh Lyle (Con, Mid-Wessex) rose.', 'Hugh Lyle', 'Con, Mid-Wessex'],
    ['Sen. Paz Uy asked for more.', 'Paz Uy', 'Senator'],
    ['Major Ben Okai, spokesman for the army, said so.', 'Ben Okai', 'Major, spokesman for the army'],
    ['Their daughter, Ana Pop, a cellist in Leipzig, survives her.', 'Ana Pop', 'a cellist in Leipzig'],
    ['Counsel for the farmers, M. K. Nair, told the bench.', 'M. K. Nair', 'Counsel for the farmers'],
  ])('%s', (text, name, expected) => {
    expect(phrase(text, name)).toBe(expected);
  });

  test.each([
    ['On Thursday Jane Doe went to the market and bought bread.', 'Jane Doe'],
    ['Jane Doe, however, stayed at home.', 'Jane Doe'],
    ['Yesterday Jane Doe, Rob Lee and others met.', 'Jane Doe'],
    ['He saw the tower before Jane Doe did.', 'Jane Doe'],
    ['Elected were Jane Doe, the Union’s Ann Mak and nonpartisan Rob Lee.', 'Jane Doe'],
    ['Jane Doe, 61, walked out of the prison at noon.', 'Jane Doe'],
    ['She is survived by Jane Doe, three sons and a daughter.', 'Jane Doe'],
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
