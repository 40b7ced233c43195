import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, markedIn, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onOwnPage, onPage } from './fake-extension.ts';

let extension: FakeExtension;
const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
  said.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const OWN = { entries: [{ id: 'brenner', kind: 'person', name: 'Tobias Brenner' }], aliases: [] };
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
const names = async () => markedIn(await extension.send(ARTICLE, onPage()));
const shown = async (sender: unknown = onPage()) =>
  ((await extension.send({ type: 'settings' }, sender)) as { settings: { shown: boolean } }).settings.shown;
const stores = async () => import('../../../entrypoints/storage/settings-store.ts');
const namesStore = async () => import('../../../entrypoints/storage/names-store.ts');

describe('a store that cannot be read', () => {
  test('storage.sync: a site that was switched off stays off, by this device’s copy', async () => {
    extension.local.items = { settingsCopy: { settings: { sites: { 'news.example': false } }, times: {}, version: 2 } };
    extension.sync.fails.get = true;
    await startBackground(extension);
    expect(await shown()).toBe(false);
    expect(await shown(onPage(8, 'https://other.example/'))).toBe(true);
  });

  test('storage.local: settings of storage.sync count, own entries come back when it can be read again', async () => {
    extension.sync.items = { settings: { sites: { 'news.example': false } }, settingsVersion: 2 };
    extension.local.items = { ownEntries: OWN };
    extension.local.fails.get = true;
    await startBackground(extension);
    expect(await shown()).toBe(false);
    expect(await names()).toContain('Ganja');
    extension.local.fails.get = false;
    await names();
    expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 4 }, onPage())).toMatchObject({
      card: { entry: 'own:brenner' },
    });
    expect(extension.local.items.ownEntries).toEqual(OWN);
  });

  test('both: defaults, and nothing is written over what is there', async () => {
    const before = { settings: { on: false }, settingsVersion: 2 };
    extension.sync.items = before;
    extension.sync.fails.get = true;
    extension.local.fails.get = true;
    await startBackground(extension);
    expect(await shown()).toBe(true);
    const { changeSettings } = await stores();
    await expect(changeSettings((now) => ({ ...now, hoverDelay: 100 }))).rejects.toThrow('cannot be read');
    expect(extension.sync.items).toEqual(before);
  });
});

describe('a store that takes nothing', () => {
  test('storage.sync is full: the change is kept on this device, and counts', async () => {
    await startBackground(extension);
    const { changeSettings, isOnlyHere } = await stores();
    extension.sync.fails.set = true;
    await changeSettings((now) => ({ ...now, sites: { 'news.example': false } }));
    expect(await isOnlyHere()).toBe(true);
    expect(await shown()).toBe(false);
  });

  test('storage.local is full: the change still goes to storage.sync', async () => {
    await startBackground(extension);
    const { changeSettings } = await stores();
    extension.local.fails.set = true;
    await changeSettings((now) => ({ ...now, on: false }));
    expect(extension.sync.items.settings).toEqual({ on: false });
    await settle();
    expect(await shown()).toBe(false);
  });

  test('both: whoever changes is told, and the settings are as they were', async () => {
    extension.sync.items = { settings: { hoverDelay: 500 }, settingsVersion: 2 };
    await startBackground(extension);
    const { changeSettings, loadSettings } = await stores();
    extension.local.fails.set = true;
    extension.sync.fails.set = true;
    await expect(changeSettings((now) => ({ ...now, on: false }))).rejects.toThrow('quota');
    expect(await loadSettings()).toMatchObject({ on: true, hoverDelay: 500 });
  });

  test('own entries: the one that is saved is refused aloud, those before it stay', async () => {
    extension.local.items = { ownEntries: OWN };
    await startBackground(extension);
    const { changeOwn, loadOwn } = await namesStore();
    extension.local.fails.set = true;
    await expect(changeOwn((now) => ({ ...now, entries: [] }))).rejects.toThrow('quota');
    expect((await loadOwn()).entries).toHaveLength(1);
  });

  test('spoilt own entries that cannot be set aside: the good ones are read, the spoilt ones stay where they are', async () => {
    const mixed = { entries: [...OWN.entries, { id: 'x', kind: 'animal', name: '<b>' }], aliases: [] };
    extension.local.items = { ownEntries: mixed };
    await startBackground(extension);
    extension.local.fails.set = true;
    const { loadOwn, changeOwn } = await namesStore();
    expect((await loadOwn()).entries).toHaveLength(1);
    await expect(changeOwn((now) => now)).rejects.toThrow('quota');
    expect(extension.local.items.ownEntries).toEqual(mixed);
  });
});

describe('own entries that are spoilt', () => {
  const spoilt = (number: number) => ({ id: `x${number}`, kind: 'animal', name: '<b>' });

  test('are set aside before the others are changed', async () => {
    extension.local.items = { ownEntries: { entries: [...OWN.entries, spoilt(1)], aliases: [] } };
    await startBackground(extension);
    const { changeOwn } = await namesStore();
    await changeOwn((now) => ({ ...now, aliases: [] }));
    expect(extension.local.items.ownEntries).toEqual(OWN);
    expect(extension.local.items.ownEntriesAside).toEqual([spoilt(1)]);
  });

  test('are set aside once, all that a backup could hold, and no more than that', async () => {
    const many = (count: number) => ({ entries: Array.from({ length: count }, (_, number) => spoilt(number)), aliases: [] });
    extension.local.items = { ownEntries: many(600) };
    await startBackground(extension);
    const { loadOwn, readOwnAside } = await namesStore();
    await loadOwn();
    await loadOwn();
    expect(await readOwnAside()).toEqual(many(600).entries);
    await extension.local.set({ ownEntries: many(10_100) });
    await loadOwn();
    expect(await readOwnAside()).toHaveLength(10_000);
  });
});

describe('packs on the shelf', () => {
  const pack = { format: 'dramatis-pack/1', id: 'p', name: 'P', version: '1', licence: 'CC0-1.0', entries: [] } as const;
  const told = () => extension.told.filter(({ tab, message }) => tab === 7 && (message as { type: string }).type === 'reread').length;

  test('are forgotten whole when they are taken off', async () => {
    await startBackground(extension);
    const { addPack, changeShelf } = await namesStore();
    await addPack({ ...pack, entries: [] }, null);
    await changeShelf(() => []);
    expect(Object.keys(extension.local.items).filter((key) => /pack/.test(key))).toEqual(['packs']);
  });

  test('that are damaged are none', async () => {
    await startBackground(extension);
    const { loadPack } = await namesStore();
    for (const damaged of [{ ...pack, entries: '<script>' }, null, 7, 'x', []]) {
      await extension.local.set({ 'pack/p': damaged });
      expect(await loadPack('p')).toBeNull();
    }
  });

  test('have open pages ask again when nothing but their names has changed', async () => {
    await startBackground(extension);
    await extension.local.set({ 'pack/p': pack });
    await settle();
    expect(told()).toBe(1);
  });

  test('and what else is stored on this device has not', async () => {
    await startBackground(extension);
    await extension.local.set({ settingsAside: [] });
    await settle();
    expect(told()).toBe(0);
  });
});

test.each([[null], [7], ['text'], [{ entry: 'ganja' }], [{ entry: 'ganja', name: 'Ganja', day: 20201018, card: 'x'.repeat(20_001) }]])(
  'a report that is stored as %o is none',
  async (stored) => {
    await startBackground(extension);
    await extension.session.set({ 'report:one': stored });
    const { loadReport, keepReport } = await import('../../../entrypoints/storage/report-store.ts');
    expect(await loadReport('one')).toBeNull();
    const report = { entry: 'ganja', name: 'Ganja', day: 20201018, card: 'Ganja' };
    expect(await loadReport(await keepReport(report))).toEqual(report);
  },
);

describe('what is stored is damaged', () => {
  test.each([[null], [42], ['text'], [[]], [{ entries: 'none' }], [{ entries: [null, { id: 1 }], aliases: [{}] }]])(
    'own entries are %o: the glossary’s names are marked, and what was there is set aside',
    async (stored) => {
      extension.local.items = { ownEntries: stored };
      await startBackground(extension);
      expect(await names()).toEqual(['Ilham Aliyev', 'Sergei Lavrov', 'Ganja', 'NATO', 'Tobias Brenner']);
      if (stored !== null) expect(extension.local.items.ownEntriesAside).not.toEqual([]);
    },
  );

  test('one pack of two is damaged: the other is used', async () => {
    const pack = (id: string, name: string) => ({
      format: 'dramatis-pack/1',
      id,
      name: id,
      version: '1',
      licence: 'CC0-1.0',
      entries: [{ id: 'one', kind: 'person', name }],
    });
    const shelved = (id: string) => ({ id, name: id, version: '1', licence: 'CC0-1.0', entries: 1, on: true, subscription: null });
    extension.local.items = {
      packs: [shelved('good'), shelved('bad'), { id: 'no pack of a shelf' }, 7],
      'pack/good': pack('good', 'Tobias Brenner'),
      'pack/bad': { ...pack('bad', 'Sergei Lavrov'), entries: '<script>' },
    };
    await startBackground(extension);
    expect(await names()).toContain('Tobias Brenner');
    expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 4 }, onPage())).toMatchObject({ card: { entry: 'good:one' } });
    expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 1 }, onPage())).toMatchObject({
      card: { entry: 'sergei-lavrov' },
    });
  });

  test('this device’s copy and its own settings are damaged: those of storage.sync count', async () => {
    extension.sync.items = { settings: { hoverDelay: 700 }, settingsVersion: 2 };
    extension.local.items = { settingsCopy: 'x', settingsHere: 9, settingsAside: { no: 'list' }, packs: { no: 'list' } };
    await startBackground(extension);
    await settle();
    const { loadSettings } = await stores();
    expect((await loadSettings()).hoverDelay).toBe(700);
    expect(extension.sync.items.settings).toEqual({ hoverDelay: 700 });
  });
});

describe('another device sends hostile settings', () => {
  const HOSTILE = {
    on: 'no',
    where: '__proto__',
    hoverDelay: 1e9,
    sites: {
      constructor: 'x',
      'bad host/': false,
      'news.example': false,
      ...Object.fromEntries([['a'.repeat(999), true]]),
    },
    kinds: { place: 0, person: false, toString: true },
    hiddenNames: { ganja: 'x'.repeat(5000), nato: 'NATO' },
    toString: 'x',
  };

  test('each good value counts, no other does, and the whole is set aside', async () => {
    await startBackground(extension);
    // Keys that an object cannot be written with.
    const settings = JSON.parse(JSON.stringify(HOSTILE).replace('"sites":{', '"__proto__":{"on":false},"sites":{"__proto__":false,'));
    await extension.sync.set({ settings, settingsTimes: { on: -1, sites: 'x' }, settingsVersion: 2 });
    await settle();
    const { loadSettings } = await stores();
    expect(await loadSettings()).toMatchObject({ on: true, where: 'everywhere', hoverDelay: 300, hiddenNames: { nato: 'NATO' } });
    expect(await shown()).toBe(false);
    expect(await names()).not.toContain('NATO');
    expect(extension.local.items.settingsAside).toHaveLength(1);
    expect(Object.prototype).not.toHaveProperty('news.example');
  });

  test.each([Number.MAX_SAFE_INTEGER, 1e300, Number.MAX_VALUE])(
    'with a time (%d) after which nothing could change: it still can be changed',
    async (time) => {
      extension.sync.items = { settings: { on: false }, settingsTimes: { on: time }, settingsVersion: 2 };
      await startBackground(extension);
      await settle();
      const { changeSettings, loadSettings, reconcile } = await stores();
      await changeSettings((now) => ({ ...now, on: true }));
      // The other device sends the same again.
      await extension.sync.set({ settings: { on: false }, settingsTimes: { on: time }, settingsVersion: 2 });
      await reconcile();
      await settle();
      expect((await loadSettings()).on).toBe(true);
    },
  );

  test('of a version that is not known yet: what can be read is', async () => {
    extension.sync.items = { settings: { on: false, newThing: { deep: [] } }, settingsVersion: 99 };
    await startBackground(extension);
    expect(await shown()).toBe(false);
  });
});

describe('the background is stopped', () => {
  /** A stopped background lets go of its locks. */
  const stubLocks = () => vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

  test('while settings are being written, after the copy and before the store itself: the change is not lost', async () => {
    stubLocks();
    await startBackground(extension);
    const { changeSettings } = await stores();
    extension.sync.beforeSet = () => new Promise(() => undefined);
    void changeSettings((now) => ({ ...now, on: false }));
    await settle();
    extension.stop();
    extension.sync.beforeSet = () => undefined;
    await startBackground(extension);
    await settle();
    expect(await shown()).toBe(false);
    expect(extension.sync.items.settings).toEqual({ on: false });
  });

  test('while a pack is put on the shelf: it is there whole or not at all', async () => {
    stubLocks();
    await startBackground(extension);
    const { addPack, loadShelf, loadPack } = await namesStore();
    const pack = { format: 'dramatis-pack/1', id: 'p', name: 'P', version: '1', licence: 'CC0-1.0', entries: [] } as const;
    extension.local.beforeSet = () => new Promise(() => undefined);
    void addPack({ ...pack, entries: [] }, null);
    await settle();
    extension.stop();
    extension.local.beforeSet = () => undefined;
    expect(await loadShelf()).toEqual([]);
    expect(await loadPack('p')).toBeNull();
  });

  test('after the first write for a pack: what the shelf lists is there', async () => {
    stubLocks();
    await startBackground(extension);
    const { addPack, loadShelf, loadPack } = await namesStore();
    const pack = { format: 'dramatis-pack/1', id: 'p', name: 'P', version: '1', licence: 'CC0-1.0' } as const;
    let writes = 0;
    extension.local.beforeSet = () => (++writes === 1 ? undefined : new Promise<void>(() => undefined));
    void addPack({ ...pack, entries: [] }, null);
    await settle();
    extension.stop();
    expect((await loadShelf()).map(({ id }) => id)).toEqual(['p']);
    expect(await loadPack('p')).not.toBeNull();
  });

  test('between the marks and the card: the card is "forgotten", and comes once the article is told again', async () => {
    await startBackground(extension);
    await names();
    extension.stop();
    await startBackground(extension);
    const card = { type: 'card', page: ARTICLE.page, mention: 2 };
    expect(await extension.send(card, onPage())).toEqual({ type: 'forgotten' });
    await names();
    expect(await extension.send(card, onPage())).toMatchObject({ card: { name: 'Ganja' } });
  });
});

describe('the clock jumps', () => {
  test('back by ten years: a change made then still counts over what was set before', async () => {
    await startBackground(extension);
    const { changeSettings, loadSettings, reconcile } = await stores();
    await changeSettings((now) => ({ ...now, hoverDelay: 900 }));
    vi.useFakeTimers({ now: Date.now() - 10 * 365 * 86_400_000, toFake: ['Date'] });
    await changeSettings((now) => ({ ...now, hoverDelay: 100 }));
    await reconcile();
    expect((await loadSettings()).hoverDelay).toBe(100);
  });
});

test('without IndexedDB own names are found all the same', async () => {
  expect(globalThis.indexedDB).toBeUndefined();
  extension.local.items = { ownEntries: OWN };
  await startBackground(extension);
  await names();
  expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 4 }, onPage())).toMatchObject({
    card: { entry: 'own:brenner' },
  });
  expect(await extension.send({ type: 'find', name: 'Tobias Brenner' }, onOwnPage())).toMatchObject({ entries: [{ id: 'own:brenner' }] });
});
