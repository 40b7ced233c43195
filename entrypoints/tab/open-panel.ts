import { browser } from 'wxt/browser';

/** A panel's own part of the API, which the common one lacks: Firefox's takes no options. */
interface Panel {
  open(options?: { readonly windowId: number }): Promise<void>;
}

const isPanel = (value: unknown): value is Panel =>
  typeof value === 'object' && value !== null && 'open' in value && typeof value.open === 'function';

/** A part of the API by its name, where this browser has it. */
function panelIn(api: unknown, name: 'sidebarAction' | 'sidePanel'): Panel | null {
  if (typeof api !== 'object' || api === null || !(name in api)) return null;
  const part: unknown = Reflect.get(api, name);
  return isPanel(part) ? part : null;
}

/**
 * Opens the panel beside the page. Browsers allow it only as the direct answer to a key or click: nothing may be awaited before.
 * @throws where the browser has no panel (Firefox for Android).
 */
export function openPanel(windowId: number | undefined): Promise<void> {
  const sidebar = panelIn(browser, 'sidebarAction');
  if (sidebar) return sidebar.open();
  const side = panelIn(Reflect.get(globalThis, 'chrome'), 'sidePanel') ?? panelIn(browser, 'sidePanel');
  if (side && windowId !== undefined) return side.open({ windowId });
  return Promise.reject(new Error('this browser has no side panel'));
}
