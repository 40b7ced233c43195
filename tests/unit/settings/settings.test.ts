import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeReplica,
  DEFAULTS,
  leavesOf,
  mergeReplicas,
  migrate,
  parseSettings,
  type Replica,
  readReplica,
  type Settings,
  settingsOf,
  storeReplica,
  takenBack,
  VERSION,
} from '#lib/settings/index.ts';

const kinds = fc.record({
  person: fc.boolean(),
  organisation: fc.boolean(),
  group: fc.boolean(),
  place: fc.boolean(),
  thing: fc.boolean(),
  article: fc.boolean(),
});
const host = fc.constantFrom('news.example', 'www.news.example', 'a.b', 'localhost', 'xn--bcher-kva.example', '127.0.0.1');
const density = fc.constantFrom('every' as const, 'section' as const, 'first' as const);
const settings: fc.Arbitrary<Settings> = fc.record({
  on: fc.boolean(),
  where: fc.constantFrom('everywhere', 'chosen', 'asked'),
  sites: fc.dictionary(host, fc.boolean(), { noNullPrototype: true }),
  kinds,
  markStyle: fc.constantFrom('dotted', 'solid', 'held'),
  markDensity: fc.record({ person: density, organisation: density, group: density, place: density, thing: density, article: density }),
  hiddenNames: fc.dictionary(fc.constantFrom('ganja', '=rob lee', 'al-shabaab'), fc.constantFrom('Ganja', 'Rob Lee'), {
    noNullPrototype: true,
  }),
  ownEntries: fc.boolean(),
  confidence: fc.constantFrom('any', 'likely', 'sure'),
  hoverDelay: fc.integer({ min: 0, max: 2000 }),
});
const EMPTY: Replica = { leaves: new Map(), times: new Map() };
const replicaOf = (given: Settings, now: number): Replica => changeReplica(EMPTY, leavesOf(given), now);
const replica = fc.tuple(settings, fc.integer({ min: 1, max: 3 })).map(([given, now]) => replicaOf(given, now));
const throughStore = (given: Replica) => readReplica(JSON.parse(JSON.stringify(storeReplica(given)))).replica;

describe('settings', () => {
  test('that are the defaults store nothing', () => {
    expect(storeReplica(EMPTY).settings).toEqual({});
    expect(storeReplica(replicaOf(DEFAULTS, 1)).settings).toEqual({});
    expect(parseSettings(undefined)).toEqual(DEFAULTS);
  });

  test('store only what differs, by its name', () => {
    const given: Settings = { ...DEFAULTS, on: false, kinds: { ...DEFAULTS.kinds, place: false }, sites: { 'news.example': false } };
    expect(storeReplica(replicaOf(given, 1)).settings).toEqual({ on: false, kinds: { place: false }, sites: { 'news.example': false } });
  });

  test('that go by the names of what every object has are none', () => {
    const stored: unknown = JSON.parse(
      '{"toString":{"a":1},"__proto__":{"on":false},"constructor":{"x":1},"valueOf":7,"sites":{"__proto__":false},"kinds":{"__proto__":false},"hiddenNames":{"__proto__":"x"}}',
    );
    const { replica, spoilt } = readReplica({ settings: stored });
    expect(settingsOf(replica.leaves)).toEqual(DEFAULTS);
    expect(replica.leaves.size).toBe(0);
    expect(spoilt).toEqual(
      expect.arrayContaining(['toString', '__proto__', 'constructor', 'valueOf', 'sites/__proto__', 'hiddenNames/__proto__']),
    );
    expect(Object.getPrototypeOf(settingsOf(replica.leaves).sites)).toBe(Object.prototype);
  });

  test('of names that are hidden keep what can be one, and no more than fit', () => {
    const names = {
      ganja: 'Ganja',
      '=rob lee': 'Rob Lee',
      '': 'x',
      'a/b': 'x',
      __proto__: 'x',
      empty: '',
      long: 'x'.repeat(500),
      number: 3,
    };
    expect(parseSettings({ hiddenNames: names }).hiddenNames).toEqual({ ganja: 'Ganja', '=rob lee': 'Rob Lee' });
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`name-${at}`, 'x']));
    expect(Object.keys(parseSettings({ hiddenNames: many }).hiddenNames)).toHaveLength(500);
  });

  test('come back from the store as they went in', () => {
    fc.assert(
      fc.property(settings, (given) => {
        expect(settingsOf(throughStore(replicaOf(given, 7)).leaves)).toEqual(given);
      }),
    );
  });

  test('survive rubbish: each spoilt value falls back, is named, and the others stay', () => {
    const stored = {
      on: false,
      sites: { 'ok.example': false, '<b>': true, 'x.example': 3 },
      kinds: { person: 'no', place: false },
      hoverDelay: 'soon',
    };
    const { replica: read, spoilt } = readReplica({ settings: stored, version: VERSION });
    expect(settingsOf(read.leaves)).toEqual({
      ...DEFAULTS,
      on: false,
      sites: { 'ok.example': false },
      kinds: { ...DEFAULTS.kinds, place: false },
    });
    expect([...spoilt].sort()).toEqual(['hoverDelay', 'kinds/person', 'sites/<b>', 'sites/x.example']);
    expect(parseSettings({ hoverDelay: -5 }).hoverDelay).toBe(DEFAULTS.hoverDelay);
    expect(readReplica({ settings: 'rubbish' }).spoilt).toEqual(['settings']);
  });

  test('never throw, whatever the store holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (rubbish, times, version) => {
        storeReplica(readReplica({ settings: rubbish, times, version }).replica);
      }),
    );
  });
});

describe('migrations', () => {
  test('take the first version to this one', () => {
    const first = { on: false, sitesOff: ['news.example', 'b.example'], kinds: { place: false }, hoverDelay: 500 };
    expect(parseSettings(first)).toEqual({
      ...DEFAULTS,
      on: false,
      sites: { 'news.example': false, 'b.example': false },
      kinds: { ...DEFAULTS.kinds, place: false },
      hoverDelay: 500,
    });
    expect(readReplica({ settings: first }).spoilt).toEqual([]);
  });

  test('leave what is already of this version, and what is newer, as it is', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: VERSION, max: 9 }), (given, version) => {
        const stored = storeReplica(replicaOf(given, 1)).settings;
        expect(migrate(stored, version)).toEqual(stored);
        // A store that lost its version is taken for the oldest and loses nothing by it.
        expect(migrate(stored, undefined)).toEqual(stored);
      }),
    );
  });

  test('never throw', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (rubbish, version) => void migrate(rubbish, version)));
    fc.assert(fc.property(fc.record({ sitesOff: fc.anything() }), (rubbish) => void parseSettings(rubbish)));
  });
});

describe('undo', () => {
  test('takes back what was changed, and leaves what was changed elsewhere since', () => {
    fc.assert(
      fc.property(settings, settings, (before, after) => {
        expect(takenBack(after, before, after)).toEqual(before);
      }),
    );
    const before = { ...DEFAULTS, hoverDelay: 500 };
    const after = { ...before, on: false };
    const since = { ...after, sites: { 'b.example': false }, hoverDelay: 700 };
    expect(takenBack(since, before, after)).toEqual({ ...since, on: true });
  });
});

describe('two devices', () => {
  const same = (a: Replica, b: Replica) => {
    expect(Object.fromEntries(a.leaves)).toEqual(Object.fromEntries(b.leaves));
    expect(Object.fromEntries(a.times)).toEqual(Object.fromEntries(b.times));
  };

  test('agree whichever sends first, and merging again changes nothing', () => {
    fc.assert(
      fc.property(replica, replica, replica, (a, b, c) => {
        same(mergeReplicas(a, b), mergeReplicas(b, a));
        same(mergeReplicas(mergeReplicas(a, b), c), mergeReplicas(a, mergeReplicas(b, c)));
        same(mergeReplicas(a, a), a);
      }),
    );
  });

  test('that change different settings at once lose neither change', () => {
    fc.assert(
      fc.property(
        settings,
        fc.boolean(),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 9 }),
        (start, on, hoverDelay, skew) => {
          const common = replicaOf(start, 1);
          const one = changeReplica(common, leavesOf({ ...start, on, sites: { ...start.sites, 'one.example': false } }), 10);
          const other = changeReplica(
            common,
            leavesOf({ ...start, hoverDelay, sites: { ...start.sites, 'two.example': true } }),
            10 + skew,
          );
          const merged = settingsOf(mergeReplicas(throughStore(one), throughStore(other)).leaves);
          expect(merged).toEqual({ ...start, on, hoverDelay, sites: { ...start.sites, 'one.example': false, 'two.example': true } });
        },
      ),
    );
  });

  test('that change the same setting keep the later change, back to the default too', () => {
    const common = replicaOf({ ...DEFAULTS, hoverDelay: 500 }, 1);
    const earlier = changeReplica(common, leavesOf({ ...DEFAULTS, hoverDelay: 700 }), 10);
    const later = changeReplica(common, leavesOf(DEFAULTS), 11);
    expect(settingsOf(mergeReplicas(earlier, later).leaves)).toEqual(DEFAULTS);
  });

  test('whose clocks differ keep a change made after the other was seen', () => {
    const fast = changeReplica(EMPTY, leavesOf({ ...DEFAULTS, hoverDelay: 700 }), 1_000_000);
    const slow = changeReplica(mergeReplicas(EMPTY, fast), leavesOf({ ...DEFAULTS, hoverDelay: 100 }), 5);
    expect(settingsOf(mergeReplicas(fast, slow).leaves).hoverDelay).toBe(100);
  });
});
