import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownText } from '#lib/text/index.ts';

test.each([
  ['Ilham Aliyev', 'Ilham Aliyev'],
  ['Ilham\u202e Aliyev\u202c', 'Ilham Aliyev'],
  ['\u2067Ganja\u2069', 'Ganja'],
  ['Gan\u200bja\ufeff', 'Ganja'],
  ['Gan\u0000ja\u001b[31m', 'Ganja[31m'],
  ['  Gan\n\t ja ', 'Gan ja'],
  ['Gan\u00adja', 'Ganja'],
  ['نیویورک\u200cتایمز', 'نیویورک\u200cتایمز'],
  ['👩\u200d🔬', '👩\u200d🔬'],
])('%j is shown as %j', (text, shown) => {
  expect(shownText(text, 120)).toBe(shown);
});

test('a name of 100 kB is shown as the length that fits, in no time', () => {
  const begun = performance.now();
  expect(shownText(`A${'b'.repeat(100_000)}`, 120)).toHaveLength(120);
  expect(shownText('\u202e'.repeat(100_000), 120)).toBe('');
  expect(performance.now() - begun).toBeLessThan(50);
});

test('whatever the text: no longer than asked, nothing unseen, the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const shown = shownText(text, 40);
      expect(shown.length).toBeLessThanOrEqual(40);
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\ufeff\p{Cc}]/u);
      expect(shownText(shown, 40)).toBe(shown);
    }),
  );
});
