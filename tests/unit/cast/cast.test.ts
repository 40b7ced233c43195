import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cast, type CastMember, castAsCsv, castAsMarkdown, castOf, filterCast } from '#lib/cast/index.ts';
import { annotate } from '#lib/names/index.ts';
import { glossaryOf, person, place, thing } from '../support/glossary.ts';
import { recogniser } from '../support/reading.ts';

const DAY = 20201018;
const glossary = glossaryOf(
  [
    person(
      'mike-pompeo',
      'Mike Pompeo',
      'summary: American politician.',
      'roles:',
      '  - 2017-01-23 .. 2018-04-26 | CIA director',
      '  - 2018-04-26 .. 2021-01-20 | US Secretary of State',
      '  - 1980 .. 1982 | Member of a school board',
    ),
    place('ganja', 'Ganja', 'city', 'AZ', 'summary: City in western Azerbaijan.', 'lat: 40.68', 'lon: 46.36'),
    thing(
      'karabakh-war-2020',
      'Second Karabakh War',
      'war',
      'summary: War in the South Caucasus.',
      'founded: 2020-09-27',
      'dissolved: 2020-11-10',
    ),
  ].join('\n'),
);

function read(...blocks: string[]): Cast {
  const mentions = annotate({ blocks, day: DAY }, glossary, recogniser);
  return castOf(
    mentions.map((mention, number) => ({ number, mention })),
    DAY,
    glossary,
  );
}

const member = (name: string, more: Partial<CastMember> = {}): CastMember => ({
  key: name,
  name,
  kind: 'person',
  entry: name,
  lead: '',
  mentions: [0],
  isPlace: false,
  wikipedia: null,
  ...more,
});
const cast = (...members: CastMember[]): Cast => ({ day: DAY, members, facts: [] });
const WORDS = {
  kinds: { person: 'People', organisation: 'Organisations', group: 'Peoples', place: 'Places', thing: 'Things' },
  dates: 'Dates',
};
const ARTICLE = { title: 'War [of] words', address: 'https://news.example/a' };

/** The records of a CSV text after RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('the cast of an article', () => {
  const list = read('Mike Pompeo spoke of Ganja.', 'In Ganja, Pompeo said, the Second Karabakh War goes on.', 'Ganja was hit.');

  it('lists each once, the most often named first, with all its mentions and its first line that day', () => {
    expect(list.members.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Ganja', 3],
      ['Mike Pompeo', 2],
      ['Second Karabakh War', 1],
    ]);
    expect(list.members[1]?.lead).toBe('US Secretary of State, since April 2018');
    expect(list.members.map(({ isPlace }) => isPlace)).toEqual([true, false, false]);
    expect(list.members.flatMap(({ mentions }) => mentions).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('tells the dates around the article in order, and leaves out what is long ago', () => {
    expect(list.facts.map(({ date, name, text, later }) => `${date} ${name} ${text}${later ? ' (later)' : ''}`)).toEqual([
      '2017-01-23 Mike Pompeo becomes CIA director',
      '2018-04-26 Mike Pompeo is no longer CIA director',
      '2018-04-26 Mike Pompeo becomes US Secretary of State',
      '2020-09-27 Second Karabakh War begins',
      '2020-11-10 Second Karabakh War ends (later)',
      '2021-01-20 Mike Pompeo is no longer US Secretary of State (later)',
    ]);
  });

  it('lists a name that only the article knows by itself', () => {
    const known = read('US military analyst Rob Lee told reporters. However, Lee added that Rob Lee was right.');
    const lee = known.members.find(({ name }) => name === 'Rob Lee');
    expect(lee).toMatchObject({ entry: null, kind: 'person', lead: '' });
    expect(lee?.mentions.length).toBeGreaterThanOrEqual(2);
  });

  it('is empty where nothing is named', () => {
    expect(read('it rained.')).toEqual({ day: DAY, members: [], facts: [] });
  });
});

describe('the filter', () => {
  const members = [member('Recep Tayyip Erdoğan', { lead: 'President of Turkey' }), member('Şanlıurfa'), member('Mike Pompeo')];
  it.each([
    ['', 3],
    ['erdogan', 1],
    ['TURKEY president', 1],
    ['sanl', 1],
    ['nobody', 0],
  ])('%j finds %d', (text, found) => {
    expect(filterCast(members, text)).toHaveLength(found);
  });
});

describe('as Markdown', () => {
  it('lists by kind with links, and names the article and the day', () => {
    const text = castAsMarkdown(
      {
        ...cast(member('Ganja', { kind: 'place', lead: 'city', mentions: [0, 1], wikipedia: 'Ganja,_(city)' })),
        facts: [{ date: '2020-09-27', member: 'x', name: 'War', text: 'begins', later: false }],
      },
      ARTICLE,
      WORDS,
    );
    expect(text).toBe(
      '# War \\[of\\] words\n\n2020-10-18 · <https://news.example/a>\n\n## Places\n\n- [Ganja](https://en.wikipedia.org/wiki/Ganja%2C_%28city%29): city (×2)\n\n## Dates\n\n- 2020-09-27: War begins\n',
    );
  });

  it('lets no name become markup', () => {
    const text = castAsMarkdown(cast(member('![x](http://e.example) <b>*a*\n# b')), ARTICLE, WORDS);
    expect(text).toContain('- **\\!\\[x\\](http://e.example) \\<b\\>\\*a\\* \\# b** (×1)');
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
  });
});

describe('as CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200b=1', '＝1'])('keeps %j from being a formula', (name) => {
    const field = parseCsv(castAsCsv(cast(member(name))))[1]?.[1] ?? '';
    expect(field.startsWith("'")).toBe(true);
  });

  it('holds whatever a name has in it, in records of six fields', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.string(), lead: fc.string() }), { maxLength: 5 }), (names) => {
        const rows = parseCsv(castAsCsv(cast(...names.map(({ name, lead }) => member(name, { lead })))));
        expect(rows).toHaveLength(names.length + 1);
        for (const [at, row] of rows.entries()) {
          expect(row).toHaveLength(6);
          if (at === 0) continue;
          expect(row[1]?.replace(/^'/, '')).toBe(names[at - 1]?.name.replace(/\s+/gu, ' ').trim().replace(/^'/, ''));
          expect(row[1]).not.toMatch(/^[=+\-@]/);
        }
      }),
    );
  });
});
