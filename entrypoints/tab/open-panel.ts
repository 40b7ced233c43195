import { browser } from 'wxt/browser';

/** The panels' own parts of the API, which the common one lacks: Chrome's and Firefox's. */
interface Panels {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel beside the page. Browsers allow it only as the direct answer to a key or click: nothing may be awaited before.
 * @throws where the browser has no panel (Firefox for Android).
 */
export function openPanel(windowId: number | undefined): Promise<void> {
  const panels: Panels = browser as unknown as Panels;
  if (panels.sidebarAction) return panels.sidebarAction.open();
  const chromes = (globalThis as { chrome?: Panels }).chrome?.sidePanel ?? panels.sidePanel;
  if (chromes && windowId !== undefined) return chromes.open({ windowId });
  return Promise.reject(new Error('this browser has no side panel'));
}
