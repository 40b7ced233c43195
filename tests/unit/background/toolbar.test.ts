import { afterEach, expect, test, vi } from 'vitest';
import { startBackground, wholeExtension } from '../faults/background.ts';

afterEach(() => vi.unstubAllGlobals());

test('the toolbar’s icon is drawn when it changes, not at every start of the background', async () => {
  const extension = wholeExtension();
  const startWith = async (on: boolean) => {
    extension.stop();
    await extension.sync.set({ settings: { on } });
    await startBackground(extension);
    return extension.setIcon.mock.calls.length;
  };
  expect(await startWith(true)).toBe(0);
  expect(await startWith(false)).toBe(1);
  expect(await startWith(false)).toBe(1);
  expect(await startWith(true)).toBe(2);
});
