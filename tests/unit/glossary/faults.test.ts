import { describe, expect, test } from 'vitest';
import { faultsOf } from '../support/glossary.ts';

const ENTRY = `- id: alan-beer
  kind: person
  name: Alan Beer
  summary: Analyst.
  sources: [editor]
`;
const PLACE = `- id: ganja
  kind: place
  subkind: city
  name: Ganja
  summary: City.
  lat: 40.683
  lon: 46.361
  sources: [editor]
`;
/** Eight lines: what follows begins on the ninth. */
const BODY = `- id: the-body
  kind: organisation
  subkind: court
  name: Body Court
  summary: Court.
  founded: 1990
  dissolved: 2000-05
  sources: [editor]
`;
const FILE = 'caucasus/people.yaml';
const entryWith = (...lines: string[]) => ENTRY + lines.map((line) => `  ${line}\n`).join('');

/** A source, the line its fault stands on, and what the fault says. */
type Case = [name: string, text: string, line: number, says: RegExp];

const shape: Case[] = [
  ['a date that is no date', entryWith('born: 1952-13-01'), 6, /born: must be a date written YYYY, YYYY-MM or YYYY-MM-DD/],
  ['a date that is a list', entryWith('born: [1952]'), 6, /born: must be a date/],
  ['the day 31 April', entryWith('died: 2018-04-31'), 6, /died: must be a date/],
  ['a role without a period', entryWith('roles:', '  - 2018 .. 2019 | Chief', '  - President'), 8, /role: must begin with a period/],
  ['a role without any date', entryWith('roles:', '  - .. | Chief'), 7, /role: must begin with a period/],
  ['a status without any date', `${PLACE}  status:\n    - .. | held\n`, 10, /status: must begin with a period/],
  ['a role with a wrong date', entryWith('roles:', '  - 2018-00 .. | Chief'), 7, /role: must begin with a period/],
  ['a role whose dates are in the wrong order', entryWith('roles:', '  - 2020 .. 2018 | Chief'), 7, /dates in order/],
  ['a role without a title', entryWith('roles:', '  - 2018 .. 2020 |'), 7, /needs a title/],
  ['a role with a title longer than 80 characters', entryWith('roles:', `  - 2018 .. | ${'x'.repeat(81)}`), 7, /at most 80 characters/],
  ['an unknown office', entryWith('roles:', '  - 2018 .. | Chief | alan-beer | boss'), 7, /"boss" is not one of head-of-state/],
  ['roles that are no list', entryWith('roles: President'), 6, /roles: must be a list/],
  ['a status without a text', `${PLACE}  status:\n    - 1994 .. 2020 |\n`, 10, /status: needs a text/],
  ['a status whose dates are in the wrong order', `${PLACE}  status:\n    - 2020 .. 1994 | held\n`, 10, /dates in order/],
  ['an unknown relation', entryWith('links:', '  - friend-of | alan-beer'), 7, /"friend-of" is not one of member-of/],
  ['an unknown field', entryWith('colour: red'), 6, /colour: no such field/],
  ['a field that every object has', entryWith('constructor: red'), 6, /constructor: no such field/],
  ['a missing field', ENTRY.replace('  summary: Analyst.\n', ''), 1, /summary: is missing/],
  ['an unknown kind', ENTRY.replace('person', 'animal'), 2, /kind must be one of person/],
  ['an id with a capital', ENTRY.replace('alan-beer', 'Alan-Beer'), 1, /id: must be lower-case ASCII/],
  ['a name that YAML takes for a number', ENTRY.replace('Alan Beer', '1984'), 3, /name: must be text \(quote it/],
  ['a summary longer than 240 characters', ENTRY.replace('Analyst.', 'x'.repeat(241)), 4, /summary: must be at most 240 characters/],
  ['markup', ENTRY.replace('Analyst.', 'An <b>analyst</b>.'), 4, /summary: must be one line without markup/],
  ['a text of two lines', ENTRY.replace('Analyst.', '|\n    Analyst\n    and more'), 4, /one line/],
  ['an empty name', ENTRY.replace('Alan Beer', '""'), 3, /name: must not be empty/],
  ['a Wikipedia title with spaces', entryWith('wikipedia: Alan Beer'), 6, /underscores/],
  ['a country that YAML takes for "no"', entryWith('country: [no]'), 6, /quote "NO"/],
  ['a renown of 6', entryWith('renown: 6'), 6, /renown must be 1 to 5/],
  ['no source at all', ENTRY.replace('[editor]', '[]'), 5, /must name at least one source/],
  ['a latitude beyond the pole', PLACE.replace('40.683', '91'), 6, /lat: must be within ±90/],
  ['a longitude beyond the date line', PLACE.replace('46.361', '-180.5'), 7, /lon: must be within ±180/],
  ['coordinates that are no number', PLACE.replace('40.683', '.nan'), 6, /lat: must be degrees/],
  ['a place without coordinates', PLACE.replace(/ {2}l(?:at|on): .*\n/g, ''), 1, /a place needs lat and lon/],
  ['a latitude without a longitude', entryWith('lat: 40'), 1, /lat and lon go together/],
  ['a subkind of another kind', PLACE.replace('city', 'party'), 1, /subkind is missing or does not belong to this kind/],
  ['a place without a subkind', PLACE.replace('  subkind: city\n', ''), 1, /subkind is missing/],
  ['a person with a subkind', entryWith('subkind: city'), 1, /does not belong to this kind/],
  ['a negative population', `${PLACE}  population: -1\n`, 9, /population: must not be negative/],
];

const sense: Case[] = [
  [
    'a role in a body that no entry has',
    entryWith('roles:', '  - 2018 .. | Chief | nowhere'),
    1,
    /roles names "nowhere", which no entry has/,
  ],
  ['a link to nothing', entryWith('links:', '  - part-of | nowhere'), 1, /links names "nowhere"/],
  ['a seat that stands for nothing', `${PLACE}  standsFor: nowhere\n`, 1, /standsFor names "nowhere"/],
  ['a capital that is none', `${PLACE}  capital: nowhere\n`, 1, /capital names "nowhere"/],
  ['an entry that is part of itself', entryWith('links:', '  - part-of | alan-beer'), 1, /names the entry itself/],
  ['an id given twice', ENTRY + ENTRY.replace('Alan Beer', 'Alana Beer'), 6, /id is already taken \(caucasus\/people.yaml:1\)/],
  [
    'one person written twice',
    ENTRY + ENTRY.replace('alan-beer', 'a-beer').replace('Alan Beer', 'Álan Béer'),
    6,
    /same name, kind and country as alan-beer \(caucasus\/people.yaml:1\)/,
  ],
  ['a word of judgement', ENTRY.replace('Analyst.', 'A brutal analyst.'), 1, /"brutal" judges/],
  ['a word of judgement in a role', entryWith('roles:', '  - 2018 .. | Strongman of the valley'), 1, /"Strongman" judges/],
  ['a text that leans on now', ENTRY.replace('Analyst.', 'Analyst, currently in Baku.'), 1, /"currently" is not true on any date/],
  ['a title half in capitals', ENTRY.replace('Analyst.', 'Analyst, chief Minister of Goa.'), 1, /"chief Minister" is half in capitals/],
  ['a people without a capital', ENTRY.replace('Analyst.', 'Analyst, british by birth.'), 1, /"british" is half in capitals/],
  [
    'an office that goes on in the summary alone',
    entryWith('roles:', '  - 2018-05 .. 2020 | Chief', '  - 2015 .. 2018-05 | Boss').replace('Analyst.', 'Analyst, chief since May 2018.'),
    1,
    /"since May 2018" is said of an office that has ended/,
  ],
  [
    'a verdict without its year',
    ENTRY.replace('Analyst.', 'Analyst, convicted of theft.'),
    1,
    /"convicted" is said of a living person without the year/,
  ],
  ['an unknown source', ENTRY.replace('[editor]', '[editor, rumour]'), 1, /source "rumour" is not in SOURCES.yaml/],
  ['an editor who comes after a table', ENTRY.replace('[editor]', '[iso-3166, editor]'), 1, /"editor" stands first or not at all/],
  ['a country that is none', entryWith('country: UK'), 1, /country "UK" is no ISO 3166-1 code/],
  ['a name given twice', entryWith('aliases: [Al Beer, Al Beer]'), 1, /"Al Beer" is given twice/],
  ['a name that is its own alias', entryWith('aliases: [Alan Beer]'), 1, /"Alan Beer" is given twice/],
  ['a form of mere signs', entryWith('weak: ["!?"]'), 1, /"!\?" holds no letter/],
  [
    'a role long before its body',
    `${BODY}${entryWith('roles:', '  - 1980 .. 1992 | Chief | the-body')}`,
    9,
    /role "Chief" begins 1980, long before the-body was founded \(1990\)/,
  ],
  [
    'a role in a body that is no more',
    `${BODY}${entryWith('roles:', '  - 1992 .. | Chief | the-body')}`,
    9,
    /role "Chief" goes on after the-body was dissolved \(2000-05\)/,
  ],
  ['coordinates in another state', PLACE.replace('lat: 40.683', 'country: FR\n  lat: 40.683'), 1, /lies outside FR/],
  [
    'a form that six of one kind claim',
    [1, 2, 3, 4, 5, 6]
      .map((n) => ENTRY.replace('alan-beer', `beer-${n}`).replace('Alan Beer', `Al${'a'.repeat(n)}n Beer\n  aliases: [Beerman]`))
      .join(''),
    31,
    /"beerman" is claimed by 6 entries/,
  ],
  ['a death before the birth', entryWith('born: 1990', 'died: 1980'), 1, /born and died are in the wrong order/],
  ['an end before the foundation', `${PLACE}  founded: 1990\n  dissolved: 1980\n`, 1, /founded and dissolved are in the wrong order/],
  ['a role before birth', entryWith('born: 1990', 'roles:', '  - 1980 .. 2000 | Chief'), 1, /role "Chief" begins before birth/],
  ['a role after death', entryWith('died: 1990', 'roles:', '  - 1980 .. 1991 | Chief'), 1, /role "Chief" ends after death/],
  [
    'a role that the dead still hold',
    entryWith('died: 1990', 'roles:', '  - 1980 .. | Chief'),
    1,
    /has no end though the person died 1990/,
  ],
];

const yaml: Case[] = [
  ['a file that is no list', 'id: alan-beer\n', 1, /must be a list of entries/],
  ['an item that is plain text', `${ENTRY}- hello\n`, 6, /must be an entry/],
  ['an item that is empty', `${ENTRY}-\n`, 6, /must be an entry/],
  ['an item that is a list', `${ENTRY}- [id, kind]\n`, 6, /must be an entry/],
  ['a quotation mark that is never closed', `${ENTRY}- id: "x\n`, 7, /not readable as YAML/],
  ['a tab as indentation', `${ENTRY}\t- id: x\n`, 6, /not readable as YAML: Tabs/],
  ['a field given twice', entryWith('name: Another'), 6, /not readable as YAML: Map keys must be unique/],
  ['a file of several documents', `${ENTRY}---\n${ENTRY}`, 6, /multiple documents/],
  ['a file that nobody can read through', `# ${'x'.repeat(400_000)}\n`, 1, /longer than 400000 characters: split it/],
];

describe.each([
  ['of shape', shape],
  ['of sense', sense],
  ['of YAML', yaml],
])('a fault %s is named with its file and line', (_kind, cases) => {
  test.each(cases)('%s', (_name, text, line, says) => {
    const faults = faultsOf(text, FILE);
    const found = faults.filter((fault) => says.test(fault));
    expect(found, faults.join('\n')).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${FILE}:${line}: `));
    expect(found[0]).not.toContain('\n');
  });
});

describe('no fault is found', () => {
  test.each([
    ['in an empty file', ''],
    ['in a file of comments', '# nobody yet\n'],
    ['in an entry with the least that is needed', ENTRY],
    ['in a place', PLACE],
    ['in a file with a byte order mark', `\uFEFF${ENTRY}`],
    ['in a file with the line ends of Windows', ENTRY.replaceAll('\n', '\r\n')],
    [
      'where two people of one name were born in different years',
      `${entryWith('born: 1950')}${entryWith('born: 1960').replace('alan-beer', 'a-beer')}`,
    ],
    ['in a verdict with its year', ENTRY.replace('Analyst.', 'Analyst, convicted of theft in Baku in 2018.')],
    ['in a verdict on somebody dead', entryWith('died: 1990').replace('Analyst.', 'Analyst, convicted of theft.')],
    ['where a designation is quoted', ENTRY.replace('Analyst.', 'Group designated a terrorist group by the US and the EU.')],
    ['in a summary of just 240 characters', ENTRY.replace('Analyst.', 'x'.repeat(240))],
    ['in a role within one coarse year', entryWith('roles:', '  - 2018 .. 2018 | Chief')],
    [
      'where something else goes on than the office',
      entryWith('roles:', '  - 2018 .. 2020 | Chief').replace('Analyst.', 'Analyst, in exile since 2021.'),
    ],
    [
      'where the same office goes on under another role',
      entryWith('roles:', '  - 2020 .. | Chief again', '  - 2018 .. 2020 | Chief').replace('Analyst.', 'Chief Analyst since 2018.'),
    ],
    ['in open periods', entryWith('roles:', '  - 2018 .. | Chief', '  - .. 2017 | Boss')],
  ])('%s', (_name, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

test('an entry with a fault of shape is left out, the others of its file stay', () => {
  const faults = faultsOf(`${ENTRY.replace('Analyst.', '<i>')}${PLACE}  standsFor: alan-beer\n`);
  expect(faults).toHaveLength(2);
  expect(faults[1]).toMatch(/standsFor names "alan-beer", which no entry has/);
});
