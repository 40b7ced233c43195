import { browser } from 'wxt/browser';
import { changeSettings } from '../storage/settings-store.ts';
import { askReader } from '../tab/ask-reader.ts';
import { openPanel } from '../tab/open-panel.ts';
import { addSelection } from './add-name.ts';
import { readAnyway } from './admission.ts';

/** Shows or hides names everywhere; where they are shown only when asked for, in the page that is open. */
async function toggle(): Promise<void> {
  const settings = await changeSettings((current) => (current.where === 'asked' && current.on ? current : { ...current, on: !current.on }));
  if (settings.where !== 'asked' || !settings.on) return;
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await readAnyway(tab.id, !(await askReader(tab.id, { type: 'state' }))?.anyway);
}

/** Has the page that is open go to its next or previous name. */
async function step(to: 'next' | 'previous'): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await askReader(tab.id, { type: 'step', to });
}

/** The tab that a command is given in; the browser gives it along. */
interface CommandTab {
  readonly windowId?: number | undefined;
}

const COMMANDS: Readonly<Record<string, (tab: CommandTab | undefined) => Promise<void>>> = {
  toggle,
  'add-name': addSelection,
  'open-panel': (tab) => openPanel(tab?.windowId),
  'next-name': () => step('next'),
  'previous-name': () => step('previous'),
};

/** Obeys the keyboard commands of the manifest. */
export function listenToCommands(): void {
  browser.commands?.onCommand.addListener((name: string, tab?: CommandTab) => {
    COMMANDS[name]?.(tab).catch((error: unknown) => console.warn(`dramatis: the command ${name} failed:`, error));
  });
}
