import { describe, expect, test } from 'vitest';
import { caucasus } from '../support/caucasus.ts';
import { read } from '../support/reading.ts';

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

  test.each([
    'Yesterday the weather was fine. However, Many People stayed.',
    'On Monday and in October nothing happened.',
    'Breaking News Live Update',
    'What A Day For The Team And Its Fans In Town Tonight',
  ])('is not made of other capitals: %s', (text) => {
    expect(of(text)).toEqual([]);
  });
});
