import { browser } from 'wxt/browser';

const MENU = 'add-name';
const LONGEST = 120;

/** Opens the options page where an entry is written, with a name already in it; `of` names the entry it may be an alias of. */
export async function openAddName(name: string, of: string | null = null): Promise<void> {
  const query = new URLSearchParams({ name: name.replace(/\s+/g, ' ').trim().slice(0, LONGEST) });
  if (of !== null) query.set('of', of);
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}?${query}#own` });
}

/** What is selected in the tab that is open. */
export async function addSelection(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const [result] = await browser.scripting
    .executeScript({ target: { tabId: tab.id }, func: () => getSelection()?.toString() ?? '' })
    .catch(() => []);
  await openAddName(typeof result?.result === 'string' ? result.result : '');
}

/** Puts the item into the menu of a selection. */
export function listenToMenu(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({ id: MENU, title: browser.i18n.getMessage('menu_add_name'), contexts: ['selection'] });
    });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === MENU) void openAddName(selectionText ?? '');
  });
}
