import { describe, expect, test } from 'vitest';
import { caucasus } from '../support/caucasus.ts';
import { glossaryOf, organisation } from '../support/glossary.ts';
import { read } from '../support/reading.ts';

const of = (text: string | string[]) => read(caucasus, text);

describe('a surface form', () => {
  test('is matched at its longest', () => {
    expect(of('Talks of the OSCE Minsk Group over Nagorno-Karabakh failed.')).toEqual([
      'OSCE Minsk Group -> minsk-group (name)',
      'Nagorno-Karabakh -> nagorno-karabakh (name)',
    ]);
  });

  test('keeps its capitals: a plant is no city, a pronoun no state', () => {
    expect(of('They sold ganja and turkey to us, and asked who will pay.')).toEqual([]);
    expect(of('The US and the WHO sent doctors.')).toEqual(['US -> united-states (acronym)', 'WHO -> who (acronym)']);
    expect(of('British papers write Nato for it.')).toContain('Nato -> nato (acronym)');
  });

  test.each([
    ["Turkey's army left.", "Turkey's army -> army-of-turkey (alias)"],
    ['The Turks denied it.', 'Turks -> turkey (demonym)'],
    ['It met Azeri officials.', 'Azeri -> azerbaijan (demonym)'],
    ['Three TB2s were seen over the town.', 'TB2s -> bayraktar-tb2 (acronym)'],
    ['He flew to Sana’a today.', 'Sana’a -> sanaa (name)'],
    ['He flew to Sana`a today.', 'Sana`a -> sanaa (name)'],
    ['A strike on Gence killed two.', 'Gence -> ganja (alias)'],
    ['Fighters of al-Shabaab attacked.', 'al-Shabaab -> al-shabaab (name)'],
    ['The Turkish Defense Ministry said no.', 'Turkish Defense Ministry -> ministry-of-defence-of-turkey (alias)'],
    ['The Azeri defence ministry said no.', 'Azeri defence ministry -> ministry-of-defence-of-azerbaijan (alias)'],
    ['It was Nagorno‑Karabakh again.', 'Nagorno‑Karabakh -> nagorno-karabakh (name)'],
    ['A soft\u00ADhyphen in Mos\u00ADcow today.', 'Mos\u00ADcow -> moscow (name)'],
  ])('is found in "%s"', (text, expected) => {
    expect(of(text)).toContain(expected);
  });

  test('is found on both sides of a hyphen, and behind a prefix', () => {
    expect(of('The Armenian-Azeri war and pro-Russian fighters; NATO-backed militias.')).toEqual([
      'Armenian -> armenia (demonym)',
      'Azeri -> azerbaijan (demonym)',
      'Russian -> russia (demonym)',
      'NATO -> nato (acronym)',
    ]);
  });

  test('is not cut out of another hyphenated name', () => {
    expect(of('The singer Jean-Georgia performed.').some((line) => line.startsWith('Georgia ->'))).toBe(false);
  });

  test('goes on over a bracket inside the name', () => {
    expect(of('captured by “[Azeri President Ilham] Aliyev’s forces”')).toEqual([
      'Azeri -> azerbaijan (demonym)',
      'Ilham] Aliyev -> ilham-aliyev (name)',
    ]);
  });

  test.each(['?anl?urfa', '\uFFFDanl\uFFFDurfa'])('is read from damaged letters: %s', (damaged) => {
    expect(of(`by bus to the Turkish city of ${damaged} and on`)).toContain(`${damaged} -> sanliurfa (repaired)`);
  });

  test('is repaired where only letters beyond Latin-1 are lost', () => {
    expect(of('terrorists sent by Erdo?an, he wrote')).toEqual(['Erdo?an -> recep-tayyip-erdogan (repaired)']);
  });

  test('is found in a heading of capitals, and a word there is not a name', () => {
    expect(of('ERDOGAN AND LAVROV MEET IN BAKU, WHO WILL PAY')).toEqual([
      'ERDOGAN -> recep-tayyip-erdogan (alias)',
      'LAVROV -> sergei-lavrov (short)',
      'BAKU -> baku (name)',
    ]);
  });

  test('that is an adjective of a tongue is left alone', () => {
    expect(of('He wrote in Russian, and the Turkish language is taught.')).toEqual([]);
  });
});

test('a newspaper keeps its article, and stands without it', () => {
  const papers = glossaryOf(
    organisation('the-times-of-israel', 'The Times of Israel', 'media') +
      organisation('the-times', 'The Times', 'media', 'country: GB') +
      organisation('the-economist', 'The Economist', 'media', 'country: GB'),
  );
  expect(read(papers, 'He told The Economist that The Times was wrong. In these Times nobody reads The Times of Israel.')).toEqual([
    'Economist -> the-economist (name)',
    'Times -> the-times (name)',
    'Times of Israel -> the-times-of-israel (name)',
  ]);
});
