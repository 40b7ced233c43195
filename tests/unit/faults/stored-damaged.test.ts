import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, settle, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onPage } from './fake-extension.ts';
import { namesFor, namesStore, OWN, settingsStore } from './stored.ts';

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
});
afterEach(() => vi.unstubAllGlobals());

const names = () => namesFor(extension);

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
    const { loadSettings } = await settingsStore();
    expect((await loadSettings()).hoverDelay).toBe(700);
    expect(extension.sync.items.settings).toEqual({ hoverDelay: 700 });
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
