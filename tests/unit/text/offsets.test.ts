import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, type Token, tokenise } from '#lib/text/index.ts';

/** What holds of the tokens of any text. */
function expectSound(text: string, tokens: readonly Token[] = tokenise(text)): void {
  let end = 0;
  for (const token of tokens) {
    if (text.slice(token.start, token.end) !== token.text) throw new Error(`token at ${token.start} is not the text there`);
    if (token.start < end) throw new Error(`token at ${token.start} overlaps the one before`);
    if (token.end <= token.start || token.rawEnd < token.end || token.rawEnd > text.length)
      throw new Error(`token at ${token.start} has wrong ends`);
    end = token.rawEnd;
  }
}

const lone = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));
const piece = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n\n',
    ', ',
    '. ',
    '-',
    '–',
    '’s',
    "'s",
    '&',
    '[',
    '] ',
    '?',
    '\uFFFD',
    '\u00AD',
    '\u200B',
    '\u200D',
    '\u2060',
    '"',
    '“',
    '(',
    '…',
    '\u00A0',
    '\u0301',
    'ı',
    'İ',
    'ß',
  ),
  fc.constantFrom(
    'Moscow',
    'U.S.',
    'al',
    'Sana’a',
    'Sana',
    'ŞANLIURFA',
    '?anl?urfa',
    'Gen.',
    'O',
    '2020',
    'NATO',
    'Jong',
    '北京',
    'Москва',
    'القاهرة',
    'दिल्ली',
    '👩‍👩‍👧',
    '𝔘𝔎',
  ),
  lone,
  fc.string({ unit: 'binary', maxLength: 4 }),
);

describe('every token is the text at its offsets', () => {
  test('in any text', () => {
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (text) => {
          expectSound(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('in arbitrary UTF-16 units, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        expectSound(String.fromCharCode(...units));
      }),
      { numRuns: 1000 },
    );
  });

  test('for every code point that Unicode has, alone and between letters', () => {
    for (let block = 0; block < 0x110000; block += 0x100) {
      let text = '';
      for (let code = block; code < block + 0x100; code++) text += `A${String.fromCodePoint(code)}b `;
      expectSound(text);
    }
  });

  test('next to lone surrogates, which are no letters', () => {
    const text = 'Mos\uD800cow \uDFFFBaku\uD83D Kyiv';
    expect(tokenise(text).map((token) => token.text)).toEqual(['Mos', 'cow', 'Baku', 'Kyiv']);
    expectSound(text);
  });

  test('with soft hyphens and zero-width characters inside the word, folded away for matching', () => {
    const text = 'in Na\u00ADgor\u00ADno\u200B-\u200BKara\u2060bakh today';
    const tokens = tokenise(text);
    expect(tokens.map((token) => token.folded)).toEqual(['in', 'nagorno', 'karabakh', 'today']);
    expectSound(text, tokens);
  });

  test('and the same word is folded the same wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (text) => {
          for (const token of tokenise(text)) expect(token.folded).toBe(fold(token.text).replaceAll('\uFFFD', '?'));
        },
      ),
    );
  });
});

describe('time grows with the length of the text, not faster', () => {
  /** Generous: a quadratic walk over a megabyte would take minutes. */
  const BOUND = 4000;
  const huge: [string, string][] = [
    ['a megabyte without a space', 'a'.repeat(1_000_000)],
    ['a megabyte of capitals without a space', 'A'.repeat(1_000_000)],
    ['a megabyte of spaces', ' '.repeat(1_000_000)],
    ['a megabyte of question marks', '?'.repeat(1_000_000)],
    ['a megabyte of dots', '.'.repeat(1_000_000)],
    ['a megabyte of apostrophes behind a letter', `a${"'".repeat(1_000_000)}`],
    ['a megabyte of combining marks', `a${'\u0301'.repeat(1_000_000)}`],
    ['a hundred thousand lone capitals', 'A '.repeat(100_000)],
    ['a hundred thousand capitals with dots', 'A.'.repeat(100_000)],
    ['a hundred thousand capitalised words', 'Moscow '.repeat(100_000)],
    ['a hundred thousand words that differ', Array.from({ length: 100_000 }, (_, number) => `Word${number}`).join(' ')],
    ['a megabyte of blank lines', '\n'.repeat(1_000_000)],
    ['letters and apostrophes in turn', "a'".repeat(500_000)],
    ['words far apart', `A${' '.repeat(999)}`.repeat(1000)],
  ];
  test.each(huge)('%s', (_name, text) => {
    const started = performance.now();
    expectSound(text);
    expect(performance.now() - started).toBeLessThan(BOUND);
  });
});
