import { describe, expect, test } from 'vitest';
import { cardOf, noteOf } from '#lib/card/index.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import { annotate } from '#lib/names/index.ts';
import { glossaryOf, organisation, person, place } from '../support/glossary.ts';
import { recogniser } from '../support/reading.ts';

const glossary: Glossary = glossaryOf(
  [
    place(
      'georgia',
      'Georgia',
      'country',
      'GE',
      'summary: State in the South Caucasus, capital Tbilisi.',
      'demonyms: [Georgian, Georgians]',
      'capital: tbilisi',
      'lat: 42',
      'lon: 43.5',
    ),
    place(
      'tbilisi',
      'Tbilisi',
      'city',
      'GE',
      'summary: Capital of Georgia on the Kura.',
      'standsFor: government-of-georgia',
      'lat: 41.7',
      'lon: 44.8',
    ),
    place(
      'shusha',
      'Shusha',
      'disputed-territory',
      'AZ',
      'summary: Mountain town in Azerbaijan.',
      'status:',
      '  - 1992-05-09 .. 2020-11-08 | held by Armenian forces',
      '  - 2020-11-08 .. | under the control of Azerbaijan',
    ),
    person(
      'salome-zourabichvili',
      'Salome Zourabichvili',
      'country: GE',
      'born: 1952-03-18',
      'roles:',
      '  - 2018-12-16 .. 2024-12-29 | President of Georgia | georgia | head-of-state',
      '  - 2004-03 .. 2005-10-19 | Foreign Minister of Georgia | georgia',
    ),
    person(
      'giorgi-gakharia',
      'Giorgi Gakharia',
      'country: GE',
      'roles:',
      '  - 2019-09-08 .. 2021-02-18 | Prime Minister of Georgia | georgia | head-of-government',
    ),
    person(
      'irakli-garibashvili',
      'Irakli Garibashvili',
      'country: GE',
      'roles:',
      '  - 2021-02-18 .. 2024-01-29 | Prime Minister of Georgia | georgia | head-of-government',
    ),
    person(
      'eduard-shevardnadze',
      'Eduard Shevardnadze',
      'country: GE',
      'born: 1928-01-25',
      'died: 2014-07-07',
      'roles:',
      '  - 1995-11-26 .. 2003-11-23 | President of Georgia | georgia | head-of-state',
    ),
    person(
      'joe-biden',
      'Joe Biden',
      'country: US',
      'summary: American politician of the Democratic Party.',
      'roles:',
      '  - 2021-01-20 .. 2025-01-20 | President of the United States',
      '  - 2020-08-20 .. 2020-11-07 | "Democratic candidate for US president, election of 3 November 2020"'
        .replace('"', '')
        .replace('"', ''),
      '  - 2009-01-20 .. 2017-01-20 | Vice President of the United States',
    ),
    organisation(
      'csto',
      'CSTO',
      'alliance',
      'summary: Military alliance of Russia and other former Soviet states; Armenia froze its participation in 2024.',
    ),
    organisation(
      'warsaw-pact',
      'Warsaw Pact',
      'alliance',
      'summary: Alliance of the Soviet Union and its allies.',
      'founded: 1955-05-14',
      'dissolved: 1991-07-01',
    ),
  ].join(''),
);

function mentionIn(text: string, day: number) {
  const mention = annotate({ blocks: [text], day }, glossary, recogniser)[0];
  if (!mention) throw new Error(`no name in "${text}"`);
  return mention;
}

/** The first line, as listings have it. */
const note = (text: string, day: number) => noteOf(mentionIn(text, day), glossary, day, null);

function card(text: string, day: number) {
  const mention = mentionIn(text, day);
  return cardOf({ mention, day, count: 1, introduction: null }, glossary);
}
const lines = (text: string, day: number) => Object.fromEntries(card(text, day).lines.map((line) => [line.label, line.texts.join('; ')]));

describe('a person', () => {
  test('is what they were that day; what came later is said second', () => {
    expect(card('Joe Biden spoke.', 20201018).lead).toBe('Democratic candidate for US president, election of 3 November 2020');
    expect(lines('Joe Biden spoke.', 20201018)).toMatchObject({
      later: 'President of the United States 2021 to 2025',
      before: 'Vice President of the United States 2009 to 2017',
    });
  });

  test('is a former one where nothing held that day', () => {
    expect(card('Joe Biden spoke.', 20180601).lead).toBe('former Vice President of the United States (2009 to 2017)');
    expect(card('Joe Biden spoke.', 20250601).lead).toBe('former President of the United States (2021 to 2025)');
  });

  test('before any role is who they are', () => {
    expect(card('Joe Biden spoke.', 19900101).lead).toBe('American politician of the Democratic Party');
  });

  test('who is dead is told in the past', () => {
    expect(card('Eduard Shevardnadze was remembered.', 20201018).lead).toBe('President of Georgia, 1995 to 2003; died 2014');
    expect(card('Eduard Shevardnadze spoke.', 20000101).lead).toBe('President of Georgia, since November 1995');
  });

  test('on the day of a hand-over is the one who comes', () => {
    expect(note('Georgian leaders met.', 20210218)).toContain('Prime Minister Irakli Garibashvili');
    expect(note('Georgian leaders met.', 20210217)).toContain('Prime Minister Giorgi Gakharia');
  });
});

describe('a state and its capital', () => {
  test('name who led that day', () => {
    expect(note('Georgia is small.', 20201018)).toBe(
      'State in the South Caucasus, capital Tbilisi; President Salome Zourabichvili, Prime Minister Giorgi Gakharia',
    );
    expect(note('Georgian wine.', 20201018)).toBe(
      'of Georgia, or of its people; President Salome Zourabichvili, Prime Minister Giorgi Gakharia',
    );
    expect(note('Tbilisi denied it.', 20201018)).toMatch(
      /^here: the government of Georgia, then under President Salome Zourabichvili, Prime Minister Giorgi Gakharia/,
    );
    expect(note('He lives in Tbilisi.', 20201018)).toBe('Capital of Georgia on the Kura');
  });
});

describe('the card of a state or a capital', () => {
  test('says what it is first, and who led then behind it', () => {
    expect(card('Georgia is small.', 20201018)).toMatchObject({
      title: 'Georgia',
      lead: 'State in the South Caucasus, capital Tbilisi',
      here: false,
    });
    expect(card('Georgia is small.', 20201018).steps[0]).toEqual({
      rel: 'holders',
      to: [
        { id: 'salome-zourabichvili', name: 'President Salome Zourabichvili' },
        { id: 'giorgi-gakharia', name: 'Prime Minister Giorgi Gakharia' },
      ],
      more: 0,
    });
  });

  test('is of the state and its people where the adjective was met', () => {
    const met = card('Georgian wine.', 20201018);
    expect(met).toMatchObject({ name: 'Georgia', title: 'Georgian', lead: 'of Georgia, or of its people' });
    expect(met.steps[0]).toEqual({ rel: 'country', to: [{ id: 'georgia', name: 'Georgia' }], more: 0 });
  });

  test('says whom a capital stands for, and what else it is', () => {
    const met = card('Tbilisi denied it.', 20201018);
    expect(met).toMatchObject({ title: 'Tbilisi', here: true });
    expect(met.lead).toBe('the government of Georgia, then under President Salome Zourabichvili, Prime Minister Giorgi Gakharia');
    expect(lines('Tbilisi denied it.', 20201018)).toMatchObject({ about: 'Capital of Georgia on the Kura' });
    expect(met.steps[0]?.to.map(({ id }) => id)).toEqual(['salome-zourabichvili', 'giorgi-gakharia']);
  });
});

describe('a territory', () => {
  test('is what held on either side of a change', () => {
    expect(note('Shusha fell.', 20201018)).toBe('Mountain town in Azerbaijan; held by Armenian forces');
    expect(lines('Shusha fell.', 20201018).later).toContain('under the control of Azerbaijan');
    expect(note('Shusha fell.', 20210101)).toBe('Mountain town in Azerbaijan; under the control of Azerbaijan');
  });
});

describe('a description', () => {
  test('leaves out what came after that day', () => {
    expect(card('The CSTO met.', 20201018).lead).toBe('Military alliance of Russia and other former Soviet states');
    expect(card('The CSTO met.', 20241018).lead).toBe(
      'Military alliance of Russia and other former Soviet states; Armenia froze its participation in 2024',
    );
    expect(lines('The CSTO met.', 20201018).about).toContain('in 2024');
  });
});

describe('a body that is no more', () => {
  test('says so', () => {
    expect(card('The Warsaw Pact is history.', 20201018).lead).toBe('Alliance of the Soviet Union and its allies (1955 to 1991)');
    expect(card('The Warsaw Pact met.', 19800101).lead).toBe('Alliance of the Soviet Union and its allies');
  });
});

describe('a name that only the article knows', () => {
  test('is what the article says of it', () => {
    const mention = { surface: 'Lee', via: 'article', entry: null, bearer: 'Rob Lee' } as const;
    expect(noteOf(mention, glossary, 20201018, { phrase: 'US military analyst', sentence: 'US military analyst Rob Lee said.' })).toBe(
      'US military analyst',
    );
    expect(noteOf(mention, glossary, 20201018, null)).toBe('');
  });
});
