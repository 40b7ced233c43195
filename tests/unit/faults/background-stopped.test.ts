import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, settle, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onPage } from './fake-extension.ts';
import { isShown, namesFor, namesStore, settingsStore } from './stored.ts';

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
});
afterEach(() => vi.unstubAllGlobals());

const names = () => namesFor(extension);
const shown = (sender?: unknown) => isShown(extension, sender);

describe('the background is stopped', () => {
  /** A stopped background lets go of its locks. */
  const stubLocks = () => vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });

  test('while settings are being written, after the copy and before the store itself: the change is not lost', async () => {
    stubLocks();
    await startBackground(extension);
    const { changeSettings } = await settingsStore();
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
