import { browser } from 'wxt/browser';
import type { PacksProps } from '#components/glossary/index.ts';
import type { CommandKey, Notice } from '#components/settings/index.ts';
import { NO_NAMES, type OwnNames, type Refusal, type Shelf } from '#lib/packs/index.ts';
import { DEFAULTS, type Settings } from '#lib/settings/index.ts';

/** All that the options page shows, owned by its entrypoint. */
export interface OptionsState {
  readonly settings: Settings;
  readonly own: OwnNames;
  readonly shelf: Shelf;
  readonly commands: readonly CommandKey[];
  readonly notices: readonly Notice[];
  readonly packRefusals: readonly Refusal[];
  readonly backupRefusals: readonly Refusal[];
  readonly subscribing: PacksProps['subscribing'];
  readonly done: { readonly says: string; readonly undo: (() => void) | null } | null;
}

export const BEFORE_LOADING: OptionsState = {
  settings: DEFAULTS,
  own: NO_NAMES,
  shelf: [],
  commands: [],
  notices: [],
  packRefusals: [],
  backupRefusals: [],
  subscribing: null,
  done: null,
};

/** The packs that come with the extension. */
export const SAMPLES = [
  { file: 'pride-and-prejudice', name: 'Pride and Prejudice' },
  { file: 'french-revolution', name: 'The French Revolution' },
] as const;

/** The name and entry that a selection or a card brought along in the address. */
export function begunName(): { readonly name: string; readonly of: string | null } | null {
  const query = new URLSearchParams(location.search);
  const name = query.get('name')?.trim().slice(0, 120) ?? '';
  return name === '' ? null : { name, of: query.get('of') };
}

/** Opens where the browser has its keys changed. */
export async function openKeys(): Promise<void> {
  // Firefox has a call for it, Chrome a page.
  const commands: object = browser.commands;
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function') await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
