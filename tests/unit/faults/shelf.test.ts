import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settle, startBackground, wholeExtension } from './background.ts';
import type { FakeExtension } from './fake-extension.ts';
import { namesStore } from './stored.ts';

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
});
afterEach(() => vi.unstubAllGlobals());

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
