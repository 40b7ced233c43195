import type { browser } from 'wxt/browser';

/** What scripts in pages need of the extension API. */
type PageApi = Pick<typeof browser, 'runtime' | 'i18n'>;
declare const chrome: PageApi;

const scope = globalThis as { readonly browser?: PageApi };

/**
 * The browser's own API: both browsers give promises by now, and the polyfill would be an eighth of what comes into every article. An element
 * of the page may go by the name of `browser` too.
 */
export const api: PageApi = scope.browser?.runtime?.id ? scope.browser : chrome;
