import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLocales } from '#lib/commands/languages.ts';
import { packJsonSchema, publishedSchema } from '#lib/commands/pack-schema.ts';
import { COMMON_REASONS, type CommonReason, commonReason, LONGEST_PACK, packAddress, parsePack, wordRefusal } from '#lib/packs/index.ts';
import { wordsOf } from '#lib/words/index.ts';
import { packed, packOf, packText } from '../support/packs.ts';

const refused = (text: string): string[] => {
  const parsed = parsePack(text);
  if (parsed.type === 'pack') throw new Error('was taken');
  return parsed.refusals.map(wordRefusal);
};
const GOOD = packOf([
  packed('a-b', 'Anna Bell'),
  packed('c-d', 'Carl Dorn', { born: '1950', roles: [{ title: 'Mayor', from: '1990', to: '1995-02' }] }),
]);

/** The good pack with one entry more, on line 10, that has something wrong. */
const withWrong = (wrong: Record<string, unknown>) =>
  packText(GOOD).replace('\n]}', `,\n${JSON.stringify({ id: 'wrong', kind: 'person', name: 'Wrong One', ...wrong })}\n]}`);

describe('a pack', () => {
  test('that is right is taken as it is', () => {
    expect(parsePack(packText(GOOD))).toEqual({ type: 'pack', pack: GOOD });
    expect(parsePack(`\uFEFF${packText(GOOD)}`)).toEqual({ type: 'pack', pack: GOOD });
  });

  test.each([
    ['markup', { summary: 'See <b>this</b>.' }, 'line 10, entries.2.summary: must be one line without markup or control characters'],
    ['a script', { name: '<script>alert(1)</script>' }, 'line 10, entries.2.name: must be one line without markup or control characters'],
    ['an address', { summary: 'See https://news.example/a.' }, 'line 10, entries.2.summary: must hold no address'],
    ['a script for an address', { name: 'javascript:alert(1)' }, 'line 10, entries.2.name: must hold no address'],
    ['an image in data', { summary: 'data:image/png;base64,AAAA' }, 'line 10, entries.2.summary: must hold no address'],
    [
      'text that runs backwards',
      { name: 'Anna \u202eBell' },
      'line 10, entries.2.name: must be one line without markup or control characters',
    ],
    [
      'half a character',
      { wikipedia: 'Anna_\ud83d' },
      'line 10, entries.2.wikipedia: must be one line without markup or control characters',
    ],
    ['a line end', { summary: 'one\ntwo' }, 'line 10, entries.2.summary: must be one line without markup or control characters'],
    ['a name of the wrong type', { name: 7 }, 'line 10, entries.2.name: must be text'],
    ['a name too long', { name: 'x'.repeat(121) }, 'line 10, entries.2.name: must be at most 120 characters'],
    ['too many names', { aliases: Array(41).fill('X Y') }, 'line 10, entries.2.aliases: must be at most 40 names'],
    ['a kind there is not', { kind: 'animal' }, 'line 10, entries.2.kind: must be one of person, organisation, group, place, thing'],
    ['a subkind of another kind', { subkind: 'city' }, 'line 10, entries.2: has a subkind that does not belong to its kind'],
    ['a day there is not', { born: '2020-02-31' }, 'line 10, entries.2.born: must be a day that exists'],
    [
      'a role that ends first',
      { roles: [{ title: 'Mayor', from: '2000', to: '1990' }] },
      'line 10, entries.2.roles.0: must not end before it begins',
    ],
    ['half a position', { lat: 40 }, 'line 10, entries.2: needs both lat and lon, or neither'],
    ['a position off the earth', { lat: 91, lon: 0 }, 'line 10, entries.2.lat: must be within ±90'],
    ['a field there is not', { homepage: 'x' }, 'line 10, entries.2.homepage: no such field'],
    ['an id given twice', { id: 'a-b' }, 'line 10, entries.2.id: is the id of an entry before it'],
  ])('with %s is refused, with line and reason', (_, wrong, reason) => {
    expect(refused(withWrong(wrong))).toContain(reason);
  });

  test.each([
    ['', 'line 1: is no JSON: value expected'],
    ['[]', 'line 1, format: is missing'],
    ['{\n"format": "dramatis-pack/1",\n}', 'line 3: is no JSON: property name expected'],
    ['{"format": "dramatis-pack/2"}', 'line 1, format: must be "dramatis-pack/1"'],
    ['{"a": 1} // note', expect.stringContaining('is no JSON')],
    ['['.repeat(100_000), 'line 1: is no JSON'],
    [' '.repeat(LONGEST_PACK + 1), `line 1: is longer than ${LONGEST_PACK} characters`],
  ])('that is no pack is refused: %#', (text, reason) => {
    expect(refused(text)[0]).toEqual(reason);
  });

  test('lacks nothing it must have', () => {
    for (const key of ['format', 'id', 'name', 'version', 'licence', 'entries'] as const) {
      const { [key]: _, ...rest } = GOOD;
      expect(refused(JSON.stringify(rest))[0]).toBe(`line 1, ${key}: is missing`);
    }
    expect(refused(packText({ ...GOOD, id: 'own' }))[0]).toContain('kept for the reader');
  });

  test('never makes the reader throw, whatever it holds', () => {
    fc.assert(fc.property(fc.string(), (text) => void parsePack(text)));
    fc.assert(fc.property(fc.json(), (text) => void parsePack(text)));
    fc.assert(fc.property(fc.anything(), (value) => void parsePack(JSON.stringify(value) ?? '')));
  });

  test('that was damaged anywhere is refused, or is still a whole pack', () => {
    const text = packText(GOOD);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 5 }), (at, length, other) => {
        const parsed = parsePack(text.slice(0, at) + other + text.slice(at + length));
        if (parsed.type === 'pack') expect(parsePack(JSON.stringify(parsed.pack))).toEqual(parsed);
        else expect(parsed.refusals.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the published', () => {
  const folder = new URL('../../../public/packs/', import.meta.url);

  test('sample packs are taken', async () => {
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files) {
      const parsed = parsePack(await readFile(new URL(file, folder), 'utf8'));
      if (parsed.type === 'refused') throw new Error(`${file}: ${parsed.refusals.map(wordRefusal).join('; ')}`);
      expect(parsed.pack.entries.length).toBeGreaterThan(20);
    }
  });

  test('schema is the one the code has', async () => {
    expect(await publishedSchema()).toBe(packJsonSchema());
  });
});

test.each([
  ['https://packs.example/a.json', 'https://packs.example/a.json'],
  ['  https://packs.example/a.json#top ', 'https://packs.example/a.json'],
  ['http://127.0.0.1:8000/a.json', 'http://127.0.0.1:8000/a.json'],
  ['http://localhost/a.json', 'http://localhost/a.json'],
  ['http://packs.example/a.json', 'not-https'],
  ['http://127.0.0.1.packs.example/a.json', 'not-https'],
  ['http://localhost.packs.example/', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['https://me:secret@packs.example/a.json', 'has-password'],
  ['packs', 'no-address'],
])('the address %s is %s', (typed, expected) => {
  expect(String(packAddress(typed))).toBe(expected);
});

describe('the commonest reasons', () => {
  test.each([
    ['json', '{\n"format": "dramatis-pack/1",\n}'],
    ['missing', '{}'],
    ['unknown_field', withWrong({ homepage: 'x' })],
    ['plain', withWrong({ summary: '<b>x</b>' })],
    ['address', withWrong({ summary: 'www.news.example' })],
    ['long', withWrong({ name: 'x'.repeat(121) })],
    ['empty', withWrong({ summary: '' })],
    ['one_of', withWrong({ kind: 'animal' })],
    ['date', withWrong({ born: '5 May 1950' })],
    ['ends_first', withWrong({ roles: [{ title: 'Mayor', from: '2000', to: '1990' }] })],
    ['twice', withWrong({ id: 'a-b' })],
  ] satisfies [CommonReason, string][])('%s is known, and said in every language', async (known, text) => {
    const parsed = parsePack(text);
    const reasons = parsed.type === 'refused' ? parsed.refusals.map(({ reason }) => reason) : [];
    const common = reasons.map(commonReason).find((found) => found?.reason === known);
    expect(common, reasons.join('; ')).toBeDefined();
    const said = Object.values(await readLocales()).map((messages) => wordsOf(messages).say(`reason_${known}`, common?.value ?? ''));
    // English says what the command line says; no two languages say the same.
    expect(reasons).toContain(said.find((words) => reasons.includes(words)));
    expect(new Set(said).size).toBe(said.length);
    for (const words of said) expect(words).toContain(common?.value ?? '');
  });

  test('are all there is a test for', () => expect(COMMON_REASONS).toHaveLength(11));
});
