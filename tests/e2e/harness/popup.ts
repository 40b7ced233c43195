import type { Tab } from '#lib/commands/browsers.ts';
import type { Session } from './session.ts';

/** The popup of a tab, opened as a page of its own. */
export interface Popup {
  readonly tab: Tab;
  /** Clicks the switch with this label; the page behind stays as it is until the browser is told. */
  flip(label: string): Promise<void>;
  isOn(label: string): Promise<boolean>;
  /** What it says of the page. */
  status(): Promise<string>;
  labels(): Promise<string[]>;
  /** What stands beside each switch. */
  rows(): Promise<Record<string, string>>;
}

const SWITCHES = `[...document.querySelectorAll('[role=switch]')].map((control) => ({ label: control.labels[0].innerText.trim(), on: control.checked }))`;

/** Opens one of the extension's pages as if it stood by a tab, whose id is asked of the browser by the tab's address, or is the last without one. */
export async function openBeside({ browser }: Session, of: Tab, page: string): Promise<Tab> {
  const address = (await of.address()).split('#')[0];
  const tab = await browser.newTab();
  await tab.activate();
  await tab.navigate(browser.pageAddress(page));
  const id = await tab.evaluate<number | null>(
    `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => (tabs.filter(({ url }) => url?.split('#')[0] === ${JSON.stringify(address)}).at(-1) ?? tabs.filter(({ url }) => !url).at(-1))?.id)`,
  );
  if (id === null) throw new Error(`no tab is at ${address}`);
  await tab.navigate(browser.pageAddress(`${page}?tab=${id}`));
  return tab;
}

/** Opens the popup for a tab. */
export async function openPopup(session: Session, of: Tab): Promise<Popup> {
  const tab = await openBeside(session, of, 'popup.html');
  const switches = () => tab.evaluate<{ label: string; on: boolean }[]>(SWITCHES);
  return {
    tab,
    flip: (label) => tab.clickControl('switch', label),
    isOn: async (label) => {
      const found = (await switches()).find((control) => control.label === label);
      if (!found) throw new Error(`no switch is called "${label}"`);
      return found.on;
    },
    status: () => tab.evaluate<string>(`document.querySelector('[role=status]').innerText`),
    rows: () =>
      tab.evaluate<Record<string, string>>(
        `Object.fromEntries([...document.querySelectorAll('.row')].map((row) => [row.querySelector('label').innerText, row.querySelector('.aside')?.innerText ?? '']))`,
      ),
    labels: async () => (await switches()).map(({ label }) => label),
  };
}
