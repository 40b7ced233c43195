import { describe, expect, test } from 'vitest';
import { annotate } from '#lib/names/index.ts';
import { caucasus } from '../support/caucasus.ts';
import { read, recogniser } from '../support/reading.ts';

const of = (text: string | string[]) => read(caucasus, text);

describe('a name that the glossary lacks', () => {
  test('is found by a role before it, and followed by its surname', () => {
    expect(
      of(['US military analyst Rob Lee told reporters that drones matter.', 'However, Lee added that it was early. Lee said so.']),
    ).toEqual([
      'US -> united-states (acronym)',
      'Rob Lee -> "Rob Lee" (article)',
      'Lee -> "Rob Lee" (article)',
      'Lee -> "Rob Lee" (article)',
    ]);
  });

  test('is found by an apposition behind it', () => {
    expect(of('Fuad Shahbaz, an official at the Centre for Strategic Communications in Baku, told us.')).toEqual([
      'Fuad Shahbaz -> "Fuad Shahbaz" (article)',
      'Centre for Strategic Communications -> "Centre for Strategic Communications" (article)',
      'Baku -> baku (name)',
    ]);
  });

  test('is found as the head of an institution', () => {
    expect(of('The daily Mashreq News reported it.')).toContain('Mashreq News -> "Mashreq News" (article)');
  });

  test('is followed by the acronym in brackets', () => {
    expect(
      of('The Centre for Strategic Communications (CSC) was founded in 2009. The CSC has ten staff, said CSC.').filter((line) =>
        line.startsWith('CSC'),
      ),
    ).toEqual([
      'CSC -> "Centre for Strategic Communications" (article)',
      'CSC -> "Centre for Strategic Communications" (article)',
      'CSC -> "Centre for Strategic Communications" (article)',
    ]);
  });

  test('with a hyphenated given name is one name', () => {
    expect(of('The lawmaker Lee Cheuk-yan spoke.')).toContain('Lee Cheuk-yan -> "Lee Cheuk-yan" (article)');
  });

  test('may hold a nickname in quotation marks, and stands without it', () => {
    expect(of('The pitcher Roy "Bud" Halloran spoke. "It rained," Roy Halloran said. Halloran left.')).toEqual([
      'Roy "Bud" Halloran -> "Roy "Bud" Halloran" (article)',
      'Roy Halloran -> "Roy "Bud" Halloran" (article)',
      'Halloran -> "Roy "Bud" Halloran" (article)',
    ]);
  });

  test('is meant by a part of it that is no other name there', () => {
    expect(of('The mayor, Eusebio Huamán Ttito, walked out of prison. Mr Huamán had paid for it himself.')).toEqual([
      'Eusebio Huamán Ttito -> "Eusebio Huamán Ttito" (article)',
      'Huamán -> "Eusebio Huamán Ttito" (article)',
    ]);
  });

  test('keeps the full stop of an abbreviation', () => {
    expect(of('Shares of Halden Inc. rose, said the analyst Panfilo Uy Jr. in a note.')).toEqual([
      'Halden Inc. -> "Halden Inc." (article)',
      'Panfilo Uy Jr. -> "Panfilo Uy Jr." (article)',
    ]);
  });

  test('a body taken up by its head word, behind "the" or an owner', () => {
    const found = of(['The Varda Liberation Army took the town.', "The Army left. On Monday, General Kessler's Army came back."]);
    expect(found.filter((line) => line.startsWith('Army'))).toEqual([
      'Army -> "Varda Liberation Army" (article)',
      'Army -> "Varda Liberation Army" (article)',
    ]);
  });

  test.each([
    'Yesterday the weather was fine. However, Many People stayed.',
    'On Monday and in October nothing happened.',
    'Breaking News Live Update',
    'What A Day For The Team And Its Fans In Town Tonight',
  ])('is not made of other capitals: %s', (text) => {
    expect(of(text)).toEqual([]);
  });
});

describe('in a report on sport a state may be its team', () => {
  const kinds = (blocks: readonly string[]) =>
    annotate({ blocks, day: 20201018 }, caucasus, recogniser)
      .filter(({ surface }) => surface === 'Azerbaijan')
      .map(({ kind }) => kind);

  test('where it plays', () => {
    const report = [
      'Football: Armenia beat Azerbaijan',
      'Azerbaijan lost 2-1 to Armenia on Sunday after a late penalty by the substitute striker. Azerbaijan had led at half-time through a header from the midfielder, and their goalkeeper saved twice before the equaliser.',
      'Coach Ivo Brand said the players had tired. Azerbaijan play their last match of the qualifying group next week.',
    ];
    const found = kinds(report);
    expect(found.filter((kind) => kind === 'organisation').length).toBeGreaterThan(found.length / 2);
  });

  test('and a state elsewhere', () => {
    expect(kinds(['Azerbaijan said on Sunday that Armenia had broken the truce. Talks with Azerbaijan will go on.'])).toEqual([
      'place',
      'place',
    ]);
  });
});
