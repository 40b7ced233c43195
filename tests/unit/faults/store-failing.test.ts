import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, settle, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onOwnPage, onPage } from './fake-extension.ts';
import { isShown, namesFor, namesStore, OWN, settingsStore } from './stored.ts';

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
});
afterEach(() => vi.unstubAllGlobals());

const names = () => namesFor(extension);
const shown = (sender?: unknown) => isShown(extension, sender);

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
    const { changeSettings } = await settingsStore();
    await expect(changeSettings((now) => ({ ...now, hoverDelay: 100 }))).rejects.toThrow('cannot be read');
    expect(extension.sync.items).toEqual(before);
  });
});

describe('a store that takes nothing', () => {
  test('storage.sync is full: the change is kept on this device, and counts', async () => {
    await startBackground(extension);
    const { changeSettings, isOnlyHere } = await settingsStore();
    extension.sync.fails.set = true;
    await changeSettings((now) => ({ ...now, sites: { 'news.example': false } }));
    expect(await isOnlyHere()).toBe(true);
    expect(await shown()).toBe(false);
  });

  test('storage.local is full: the change still goes to storage.sync', async () => {
    await startBackground(extension);
    const { changeSettings } = await settingsStore();
    extension.local.fails.set = true;
    await changeSettings((now) => ({ ...now, on: false }));
    expect(extension.sync.items.settings).toEqual({ on: false });
    await settle();
    expect(await shown()).toBe(false);
  });

  test('both: whoever changes is told, and the settings are as they were', async () => {
    extension.sync.items = { settings: { hoverDelay: 500 }, settingsVersion: 2 };
    await startBackground(extension);
    const { changeSettings, loadSettings } = await settingsStore();
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
