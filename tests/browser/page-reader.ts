import { afterEach, beforeEach, expect, vi } from 'vitest';
import { forgetAll, marked } from './reader-background.ts';

vi.mock('../../entrypoints/api/page-api.ts', async () => ({ api: (await import('./reader-background.ts')).api }));
const { startReader } = await import('../../entrypoints/reader/start-reader.ts');
const { PageHand } = await import('../../entrypoints/hand/hand.ts');

/** What was said on the console. */
export const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

let ending: AbortController;

/** Starts the page's reader, its hand at hand. It ends with the test, and leaves no mark. */
export function start(): Promise<void> {
  ending = new AbortController();
  return startReader(
    ending.signal,
    async () => (options) => new PageHand(options),
    () => undefined,
  );
}

/** Ends the reader that was started last. */
export const end = () => ending.abort();

beforeEach(() => {
  forgetAll();
  said.mockClear();
});
afterEach(() => {
  end();
  expect(marked()).toEqual([]);
});
