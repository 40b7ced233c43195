import { browser } from 'wxt/browser';

/**
 * Shuts the scripts on pages out of the stores, where the browser can (Chromium): they are told what they need. Whoever took
 * over a page's process could read there what the reader set and wrote.
 */
export function closeStores(): void {
  for (const store of [browser.storage.sync, browser.storage.local]) {
    const close: unknown = Reflect.get(store, 'setAccessLevel');
    if (typeof close !== 'function') continue;
    const warn = (error: unknown) => console.warn('dramatis: a store could not be closed to pages:', error);
    Promise.resolve(close.call(store, { accessLevel: 'TRUSTED_CONTEXTS' })).catch(warn);
  }
}
