import { browser } from 'wxt/browser';
import { changedSettings, parseSettings, type Settings } from '#lib/settings/index.ts';

const KEY = 'settings';

/** The settings as stored; defaults for what is not, or not readable. */
export async function loadSettings(): Promise<Settings> {
  try {
    const stored = await browser.storage.sync.get(KEY);
    return parseSettings(stored[KEY]);
  } catch (error) {
    console.warn('dramatis: settings could not be read, defaults are used:', error);
    return parseSettings(null);
  }
}

/** Stores what differs from the defaults. @throws where the browser's store is full or failing. */
export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.sync.set({ [KEY]: changedSettings(settings) });
}

/** Calls back with the new settings at every change, from whichever window or device. */
export function watchSettings(onChange: (settings: Settings) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[KEY];
    if (area === 'sync' && change) onChange(parseSettings(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
