import { describe, expect, test } from 'vitest';
import { type Gap, tokenise } from '#lib/text/index.ts';

const texts = (text: string) => tokenise(text).map((token) => token.text);
const only = (text: string) => {
  const [token, ...rest] = tokenise(text);
  if (!token || rest.length > 0) throw new Error(`"${text}" is not one word`);
  return token;
};

describe('a word', () => {
  test.each([
    ["Sana’a and Sana'a", ['Sana’a', 'and', "Sana'a"]],
    ['O’Brien', ['O’Brien']],
    ['AT&T', ['AT&T']],
    ['Bell & Howell', ['Bell', 'Howell']],
    ['U.S. forces', ['U.S.', 'forces']],
    ['the U.K and', ['the', 'U.K', 'and']],
    ['the U.S.A', ['the', 'U.S.A']],
    ['the U.S.Army', ['the', 'U.S.', 'Army']],
    ['Plan B. It', ['Plan', 'B', 'It']],
    ['George W. Bush', ['George', 'W', 'Bush']],
    ['Su-35s', ['Su', '35s']],
    ['"quoted" ‘words’ (here)', ['quoted', 'words', 'here']],
    ['don’t', ['don’t']],
    ['2020-10-18', ['2020', '10', '18']],
    ['北京 Москва القاهرة', ['北京', 'Москва', 'القاهرة']],
    ['', []],
    ['… — !', []],
  ])('"%s" gives %j', (text, words) => {
    expect(texts(text)).toEqual(words);
  });

  test.each(['?anl?urfa', '\uFFFDanl\uFFFDurfa'])('keeps lost letters: %s', (text) => {
    const token = only(text);
    expect(token).toMatchObject({ text, folded: '?anl?urfa', damaged: true, capital: true });
  });

  test('does not take the question mark that ends a sentence for a lost letter', () => {
    expect(tokenise('Why Moscow? Nobody knows?').map((token) => token.text)).toEqual(['Why', 'Moscow', 'Nobody', 'knows']);
    expect(tokenise('Why Moscow? Nobody').every((token) => !token.damaged)).toBe(true);
  });
});

describe('a possessive', () => {
  test.each([
    ['Ankara’s', 'Ankara'],
    ["Ankara's", 'Ankara'],
    ['ANKARA’S', 'ANKARA'],
    ['Ankara´s', 'Ankara'],
  ])('%s ends before its mark', (text, word) => {
    const token = only(text);
    expect(token).toMatchObject({ text: word, end: word.length, rawEnd: text.length, possessive: true });
  });

  test('of a plural is the plain word', () => {
    expect(tokenise('Armenians’ hopes').map(({ text, possessive }) => ({ text, possessive }))).toEqual([
      { text: 'Armenians', possessive: false },
      { text: 'hopes', possessive: false },
    ]);
  });
});

describe('capitals', () => {
  test.each(['Moscow', 'Şanlıurfa', 'Élysée', 'ǅungla', '35', '?anl?urfa'])('begin %s', (word) => {
    expect(only(word).capital).toBe(true);
  });
  test.each(['moscow', 'əli', 'iPhone', 'ß'])('do not begin %s', (word) => {
    expect(only(word).capital).toBe(false);
  });
  test.each(['US', 'NATO', 'F16A', 'U.S.', 'MPs', 'AT&T'])('make up %s', (word) => {
    expect(only(word).allCapitals).toBe(true);
  });
  test.each(['U', 'Us', 'Nato', 'us', '35', 'PhD', 'As'])('do not make up %s', (word) => {
    expect(only(word).allCapitals).toBe(false);
  });
});

describe('what stands between two words', () => {
  const table: [string, Gap][] = [
    ['Minsk Group', 'space'],
    ['Minsk\u00A0Group', 'space'],
    ['Minsk\nGroup', 'space'],
    ['Minsk  \n Group', 'space'],
    ['Minsk\n\nGroup', 'break'],
    ['Minsk-Group', 'hyphen'],
    ['Minsk–Group', 'hyphen'],
    ['Minsk‑Group', 'hyphen'],
    ['Minsk, Group', 'comma'],
    ['Minsk & Group', 'ampersand'],
    ['[Minsk] Group', 'bracket'],
    ['Minsk (Group', 'break'],
    ['Minsk. Group', 'break'],
    ['Minsk; Group', 'break'],
    ['Minsk / Group', 'break'],
    ['Minsk/Group', 'slash'],
    ['Minsk - Group', 'dash'],
    ['Minsk – Group', 'dash'],
    ['Minsk "Group', 'quote'],
    ['Minsk” Group', 'quote'],
    ['Minsk, “Group', 'break'],
    ['Minsk — Group', 'break'],
    ['Gen. Group', 'dot'],
    ['W. Group', 'dot'],
    ['St.Group', 'dot'],
  ];
  test.each(table)('"%s": %s', (text, gap) => {
    expect(tokenise(text).map((token) => token.gap)).toEqual(['start', gap]);
  });
});

describe('the first word of a sentence', () => {
  const openers = (text: string) =>
    tokenise(text)
      .filter((token) => token.opens)
      .map((token) => token.text);
  test.each([
    ['Baku said so. Moscow agreed! Did Tehran? No', ['Baku', 'Moscow', 'Did', 'No']],
    ['He said: “Moscow is far.” Then', ['He', 'Moscow', 'Then']],
    ['A heading\n\nMoscow agreed', ['A', 'Moscow']],
    ['Gen. Mark Milley', ['Gen']],
    ['the U.S. Army', ['the']],
    ['George W. Bush', ['George']],
    ['Moscow, Baku (Tehran)', ['Moscow']],
    ['He went – Moscow', ['He', 'Moscow']],
  ])('"%s": %j', (text, words) => {
    expect(openers(text)).toEqual(words);
  });
});
