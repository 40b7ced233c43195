import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, settle, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onPage } from './fake-extension.ts';

/** The browser's IndexedDB, which outlasts the background. */
let kept = new Map<string, unknown>();
let writes = 0;
const database = { fails: false };
vi.mock('idb-keyval', () => {
  const act = async <T>(work: () => T): Promise<T> => {
    if (database.fails)
      throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.', 'InvalidStateError');
    return work();
  };
  return {
    get: (key: string) => act(() => structuredClone(kept.get(key))),
    set: (key: string, value: unknown) =>
      act(() => {
        writes++;
        kept.set(key, structuredClone(value));
      }),
    del: (key: string) => act(() => kept.delete(key)),
  };
});

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);
const own = (id: string) => ({ entries: [{ id, kind: 'person', name: 'Tobias Brenner' }], aliases: [] });

beforeEach(() => {
  extension = wholeExtension();
  extension.local.items = { ownEntries: own('one') };
  kept = new Map();
  writes = 0;
  database.fails = false;
});
afterEach(() => vi.unstubAllGlobals());

/** Whose card Tobias Brenner has, in a background that was just started. */
const entry = async () => {
  extension.stop();
  await startBackground(extension);
  await extension.send(ARTICLE, onPage());
  await settle();
  const reply = await extension.send({ type: 'card', page: ARTICLE.page, mention: 4 }, onPage());
  return (reply as { card?: { entry: string | null } }).card?.entry;
};
const compiled = () => kept.get('compiledLayers') as { of: string; compiled: { names: ArrayBuffer; targets: number[] } };

describe('the names of own entries, compiled', () => {
  test('are kept, and not compiled again by the next background', async () => {
    expect(await entry()).toBe('own:one');
    expect(writes).toBe(1);
    expect(await entry()).toBe('own:one');
    expect(writes).toBe(1);
  });

  test('are forgotten when the entries change', async () => {
    await entry();
    await extension.local.set({ ownEntries: own('two') });
    await settle();
    expect(await entry()).toBe('own:two');
  });

  test('of other entries, as a background leaves them that was stopped at once, are not taken for these', async () => {
    await entry();
    extension.stop();
    extension.local.items = { ownEntries: own('three') };
    expect(await entry()).toBe('own:three');
  });

  test.each<[string, () => void]>([
    [
      'cut short',
      () =>
        kept.set('compiledLayers', { ...compiled(), compiled: { ...compiled().compiled, names: compiled().compiled.names.slice(0, -8) } }),
    ],
    [
      'with a bit flipped',
      () => {
        const words = new Uint8Array(compiled().compiled.names);
        words[words.length >> 1] = (words[words.length >> 1] ?? 0) ^ 4;
      },
    ],
    ['of another shape', () => kept.set('compiledLayers', { of: compiled().of, ids: 7, compiled: null })],
    ['something else', () => kept.set('compiledLayers', 'x')],
    ['with a store that fails', () => void Object.assign(database, { fails: true })],
  ])('%s are compiled anew', async (_, damage) => {
    await entry();
    damage();
    expect(await entry()).toBe('own:one');
  });

  test('that were begun before the entries changed are not kept', async () => {
    extension.stop();
    await startBackground(extension);
    let go: () => void = () => undefined;
    const get = extension.local.get;
    extension.local.get = async (keys) => {
      const found = await get(keys);
      if (keys === 'ownEntries') await new Promise<void>((resolve) => (go = resolve));
      return found;
    };
    kept.clear();
    writes = 0;
    await extension.local.set({ ownEntries: own('two') });
    void extension.send(ARTICLE, onPage());
    await settle();
    const first = go;
    extension.local.get = get;
    await extension.local.set({ ownEntries: own('three') });
    await settle();
    await extension.send({ ...ARTICLE, page: 'page-2' }, onPage());
    await settle();
    const of = compiled().of;
    first();
    await settle();
    expect(compiled().of).toBe(of);
    expect(await entry()).toBe('own:three');
  });
});
