import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { settle, startBackground, wholeExtension } from './background.ts';
import type { FakeExtension } from './fake-extension.ts';
import { isShown, namesFor, settingsStore } from './stored.ts';

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const names = () => namesFor(extension);
const shown = (sender?: unknown) => isShown(extension, sender);

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
    const { loadSettings } = await settingsStore();
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
      const { changeSettings, loadSettings, reconcile } = await settingsStore();
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

describe('the clock jumps', () => {
  test('back by ten years: a change made then still counts over what was set before', async () => {
    await startBackground(extension);
    const { changeSettings, loadSettings, reconcile } = await settingsStore();
    await changeSettings((now) => ({ ...now, hoverDelay: 900 }));
    vi.useFakeTimers({ now: Date.now() - 10 * 365 * 86_400_000, toFake: ['Date'] });
    await changeSettings((now) => ({ ...now, hoverDelay: 100 }));
    await reconcile();
    expect((await loadSettings()).hoverDelay).toBe(100);
  });
});
