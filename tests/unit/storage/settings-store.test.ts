import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULTS, type Settings } from '#lib/settings/index.ts';
import { BrowserStore, SYNC_QUOTA } from '../support/browser-store.ts';

beforeEach(() => {
  // That settings are kept on this device alone is said on the console too.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.doUnmock('wxt/browser');
});

/** A browser of the reader's: its store, and the code over it as its background runs it. */
async function device() {
  const storage = new BrowserStore();
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser: { storage } }));
  const store = await import('../../../entrypoints/storage/settings-store.ts');
  return { storage, ...store };
}

const sites = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, number) => [`site-number-${number}.example`, false]));

test('settings go to the synchronised store, no more than differs from the defaults', async () => {
  const { storage, changeSettings, loadSettings, isOnlyHere } = await device();
  await changeSettings((now) => ({ ...now, on: false }));
  expect(storage.sync.items.settings).toEqual({ on: false });
  expect(await loadSettings()).toEqual({ ...DEFAULTS, on: false });
  expect(await isOnlyHere()).toBe(false);
});

test('what the quota does not take is kept on this device whole, and goes back when it fits again', async () => {
  const { storage, changeSettings, loadSettings, isOnlyHere } = await device();
  await changeSettings((now) => ({ ...now, hoverDelay: 700 }));
  const before = structuredClone(storage.sync.items);
  const many = { ...DEFAULTS, hoverDelay: 700, sites: sites(400) };
  await changeSettings(() => many);
  expect(await loadSettings()).toEqual(many);
  expect(await isOnlyHere()).toBe(true);
  // Nothing of what did not fit was half written.
  expect(storage.sync.items).toEqual(before);
  const few = { ...many, sites: sites(3), on: false };
  await changeSettings(() => few);
  expect(await loadSettings()).toEqual(few);
  expect(await isOnlyHere()).toBe(false);
  expect(storage.sync.items.settings).toMatchObject({ on: false, hoverDelay: 700 });
});

test('whatever is set, the synchronised store is never over its quota, and what was set is what is read', async () => {
  const { storage, changeSettings, loadSettings } = await device();
  await fc.assert(
    fc.asyncProperty(fc.nat(700), fc.nat(2000), fc.boolean(), async (count, hoverDelay, on) => {
      const wanted: Settings = { ...DEFAULTS, on, hoverDelay, sites: sites(count) };
      await changeSettings(() => wanted);
      expect(await loadSettings()).toEqual(wanted);
      for (const [key, value] of Object.entries(storage.sync.items))
        expect(key.length + JSON.stringify(value).length).toBeLessThanOrEqual(SYNC_QUOTA.bytesAnItem);
    }),
    { numRuns: 30 },
  );
});

test('two changes at once in one browser are both kept', async () => {
  const { changeSettings, loadSettings } = await device();
  await Promise.all([
    changeSettings((now) => ({ ...now, kinds: { ...now.kinds, person: false } })),
    changeSettings((now) => ({ ...now, sites: { ...now.sites, 'a.example': false } })),
    changeSettings((now) => ({ ...now, hoverDelay: 900 })),
  ]);
  const now = await loadSettings();
  expect([now.kinds.person, now.sites['a.example'], now.hoverDelay]).toEqual([false, false, 900]);
});

test('two devices that change things while apart lose nothing, whoever is sent to whom first', async () => {
  const step = fc.record({ who: fc.constantFrom(0, 1), what: fc.constantFrom('send', 'site', 'kind'), number: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, firstSends) => {
      const devices = [await device(), await device()] as const;
      const wrote = new Set<string>();
      /** The browser's synchronisation: one device's store is put over the other's, whose background then joins them. */
      const send = async (from: number) => {
        devices[1 - from]?.storage.sync.receive(devices[from]?.storage.sync.items ?? {});
        await devices[1 - from]?.reconcile();
      };
      for (const { who, what, number } of steps) {
        if (what === 'send') await send(who);
        else {
          const host = `${what}-${number}-of-${who}.example`;
          wrote.add(host);
          await devices[who]?.changeSettings((now) => ({ ...now, sites: { ...now.sites, [host]: what === 'kind' } }));
        }
      }
      for (const from of firstSends ? [0, 1, 0] : [1, 0, 1]) await send(from);
      const [one, other] = [await devices[0].loadSettings(), await devices[1].loadSettings()];
      expect(one).toEqual(other);
      expect(Object.keys(one.sites).sort()).toEqual([...wrote].sort());
    }),
    { numRuns: 40 },
  );
});

test('a damaged store is set aside and told of, and what is whole of it stays', async () => {
  const { storage, reconcile, loadSettings, readAside } = await device();
  await storage.sync.set({ settings: { kinds: { person: false, place: 'maybe' }, hoverDelay: 'soon' } });
  await reconcile();
  expect((await readAside())[0]?.settings).toEqual({ kinds: { person: false, place: 'maybe' }, hoverDelay: 'soon' });
  expect(await loadSettings()).toEqual({ ...DEFAULTS, kinds: { ...DEFAULTS.kinds, person: false } });
});

test('what is set aside is kept once, and the newest five of it', async () => {
  const { storage, reconcile, readAside } = await device();
  const damage = async (hoverDelay: unknown) => {
    await storage.sync.set({ settings: { hoverDelay } });
    await reconcile();
  };
  for (const hoverDelay of ['a', 'b', 'b', 'c', 'd', 'e', 'f']) await damage(hoverDelay);
  const aside = (await readAside()).map(({ settings }) => (settings as { hoverDelay: unknown }).hoverDelay);
  expect(aside).toEqual(['f', 'e', 'd', 'c', 'b']);
});

test('settings that are kept on this device alone are not lost to what another device sends, and their changes are told', async () => {
  const { storage, changeSettings, loadSettings, reconcile, isOnlyHere, watchSettings } = await device();
  const told: number[] = [];
  watchSettings(({ hoverDelay }) => told.push(hoverDelay));
  await changeSettings((now) => ({ ...now, hoverDelay: 700, sites: sites(400) }));
  await changeSettings((now) => ({ ...now, hoverDelay: 800 }));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(told).toEqual([700, 800]);
  storage.sync.receive({ settings: { on: false }, settingsTimes: { on: Date.now() }, settingsVersion: 2 });
  const before = structuredClone(storage.sync.items);
  await reconcile();
  expect(await isOnlyHere()).toBe(true);
  expect(await loadSettings()).toMatchObject({ on: true, hoverDelay: 800 });
  expect(storage.sync.items).toEqual(before);
});
