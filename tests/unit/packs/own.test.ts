import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BackedPack,
  freeId,
  joined,
  mergedAsAlias,
  NO_NAMES,
  namesTakenBack,
  type OwnNames,
  parseBackup,
  parseOwn,
  withAlias,
  withEntry,
  withoutEntry,
  wordRefusal,
  writeBackup,
} from '#lib/packs/index.ts';
import { DEFAULTS, type Settings } from '#lib/settings/index.ts';
import { packed, packOf } from '../support/packs.ts';

const name = fc.stringMatching(/^[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}$/);
const id = fc.constantFrom('a', 'b', 'c-d', 'e2');
const entry = fc.tuple(id, name, fc.array(name, { maxLength: 3 })).map(([id, name, aliases]) => packed(id, name, { aliases }));
const own: fc.Arbitrary<OwnNames> = fc
  .tuple(fc.array(entry, { maxLength: 4 }), fc.array(fc.record({ name, of: id }), { maxLength: 3 }))
  .map(([entries, aliases]) => joined(NO_NAMES, { entries, aliases }));
const settings: fc.Arbitrary<Settings> = fc
  .record({
    on: fc.boolean(),
    where: fc.constantFrom('everywhere', 'chosen', 'asked'),
    hoverDelay: fc.nat(2000),
    place: fc.boolean(),
    site: fc.boolean(),
  })
  .map(({ on, where, hoverDelay, place, site }) => ({
    ...DEFAULTS,
    on,
    where,
    hoverDelay,
    kinds: { ...DEFAULTS.kinds, place },
    sites: { 'news.example': site },
  }));

const packs: fc.Arbitrary<BackedPack[]> = fc.uniqueArray(
  fc.record({
    on: fc.boolean(),
    address: fc.constantFrom(null, 'https://packs.example/a.json'),
    pack: fc
      .tuple(fc.constantFrom('one', 'two', 'three'), fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 3 }))
      .map(([id, entries]) => packOf(entries, { id })),
  }),
  { selector: ({ pack }) => pack.id, maxLength: 3 },
);

describe('own names', () => {
  test('come back from a store as they went in', () => {
    fc.assert(
      fc.property(own, (given) => {
        expect(parseOwn(JSON.parse(JSON.stringify(given)))).toEqual({ own: given, spoilt: [] });
      }),
    );
  });

  test('from a damaged store are kept where they are whole; the rest is given back', () => {
    const stored = {
      entries: [packed('a', 'Anna Bell'), { id: 'b' }, 7],
      aliases: [
        { name: 'X Y', of: 'a' },
        { name: '<b>', of: 'a' },
      ],
    };
    const { own, spoilt } = parseOwn(stored);
    expect(own).toEqual({ entries: [packed('a', 'Anna Bell')], aliases: [{ name: 'X Y', of: 'a' }] });
    expect(spoilt).toEqual([{ id: 'b' }, 7, { name: '<b>', of: 'a' }]);
    fc.assert(fc.property(fc.anything(), (rubbish) => void parseOwn(rubbish)));
  });

  test('are put, replaced and taken away by id', () => {
    const one = withEntry(NO_NAMES, packed('a', 'Anna Bell'));
    expect(withEntry(one, packed('a', 'Anna Bohl')).entries.map((entry) => entry.name)).toEqual(['Anna Bohl']);
    expect(withoutEntry(withAlias(one, { name: 'Annie', of: 'a' }), 'a')).toEqual(NO_NAMES);
    expect(freeId(one, 'A')).toBe('a-2');
    expect(freeId(NO_NAMES, 'Şanlıurfa, the Élysée')).toBe('sanliurfa-the-elysee');
    expect(freeId(NO_NAMES, 'Єв')).toMatch(/^[a-z0-9-]+$/);
  });

  test('merged into another lose no name, and names that pointed there follow', () => {
    fc.assert(
      fc.property(own, id, id, (given, from, into) => {
        const merged = mergedAsAlias(given, from, into);
        const names = (all: OwnNames) =>
          new Set([...all.entries.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]), ...all.aliases.map((alias) => alias.name)]);
        expect(names(merged)).toEqual(names(given));
        if (from !== into && given.entries.some((entry) => entry.id === from)) {
          expect(merged.entries.some((entry) => entry.id === from)).toBe(false);
          expect(merged.aliases.some((alias) => alias.of === from)).toBe(false);
        }
      }),
    );
  });

  test('joined keep everything, the incoming going before, and joining again changes nothing', () => {
    fc.assert(
      fc.property(own, own, (mine, theirs) => {
        const both = joined(mine, theirs);
        for (const entry of theirs.entries) expect(both.entries).toContainEqual(entry);
        for (const { id } of mine.entries) expect(both.entries.some((entry) => entry.id === id)).toBe(true);
        expect(joined(both, theirs).entries).toEqual(both.entries);
        expect(new Set(joined(both, theirs).aliases)).toEqual(new Set(both.aliases));
      }),
    );
  });
});

describe('undo of a change to own names', () => {
  test('brings back what was before, and leaves what came from elsewhere since', () => {
    fc.assert(
      fc.property(own, id, (before, gone) => {
        const after = withoutEntry(before, gone);
        expect(namesTakenBack(after, before, after)).toEqual(before);
        const since = withEntry(after, packed('from-elsewhere', 'Zoe Quill'));
        const back = namesTakenBack(since, before, after);
        expect(back.entries).toContainEqual(packed('from-elsewhere', 'Zoe Quill'));
        for (const entry of before.entries) expect(back.entries).toContainEqual(entry);
        expect(new Set(back.aliases)).toEqual(new Set(before.aliases));
      }),
    );
  });
});

describe('a backup', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(settings, own, packs, (settings, own, packs) => {
        const parsed = parseBackup(writeBackup({ settings, own, packs }));
        expect(parsed).toEqual({ type: 'backup', backup: { settings, own, packs } });
      }),
    );
  });

  test.each([
    [{ settings: { hoverDelay: 'soon' } }, 'line 5, settings.hoverDelay: is no setting, or not a value it can have'],
    [{ settings: { colour: 'red' } }, 'line 5, settings.colour: is no setting, or not a value it can have'],
    [{ settingsVersion: 99 }, expect.stringContaining('line 3, settingsVersion: is of a newer Dramatis')],
    [{ own: { entries: [{ id: 'x' }] } }, expect.stringContaining('own.entries.0.kind: is missing')],
    [
      { packs: [{ on: true, pack: packOf([packed('a', '<b>')]) }] },
      'line 21, packs.0.pack.entries.0.name: must be one line without markup or control characters',
    ],
    [
      { packs: [{ on: true, address: 'http://packs.example/a.json', pack: packOf([]) }] },
      expect.stringContaining('packs.0.address: must be an address of https'),
    ],
    [
      { packs: [packOf([]), packOf([])].map((pack) => ({ on: true, pack })) },
      expect.stringContaining('packs.1.pack.id: is the id of an entry before it'),
    ],
    [{ more: 1 }, expect.stringContaining('more: no such field')],
  ])('that is wrong is refused whole, with line and reason: %j', (wrong, reason) => {
    const right = { format: 'dramatis-backup/1', settingsVersion: 2, settings: {}, own: { entries: [] } };
    const parsed = parseBackup(JSON.stringify({ ...right, ...wrong }, null, 1));
    expect(parsed.type === 'refused' && parsed.refusals.map(wordRefusal)[0]).toEqual(reason);
  });

  test('of the first version is migrated', () => {
    const text = JSON.stringify({
      format: 'dramatis-backup/1',
      settingsVersion: 1,
      settings: { sitesOff: ['news.example'] },
      own: { entries: [] },
    });
    expect(parseBackup(text)).toMatchObject({ type: 'backup', backup: { settings: { ...DEFAULTS, sites: { 'news.example': false } } } });
  });

  test('never makes the reader throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseBackup(text)));
  });
});
