import { browser } from 'wxt/browser';
import type { CommandKey } from '#components/settings/index.ts';

/** The commands, those used while reading first; browsers list them in orders of their own. */
const ORDER = ['next-name', 'previous-name', 'open-panel', 'toggle', 'add-name'];

/** The keyboard commands with the keys they have in this browser. */
export async function commandKeys(): Promise<CommandKey[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands
    .flatMap(({ name, description, shortcut }) =>
      name && !name.startsWith('_') && description ? [{ name, says: description, key: shortcut ?? '' }] : [],
    )
    .sort((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}
