import { ARTICLE, markedIn } from './background.ts';
import { type FakeExtension, onPage } from './fake-extension.ts';

/** Own names with one entry, as they are stored. */
export const OWN = { entries: [{ id: 'brenner', kind: 'person', name: 'Tobias Brenner' }], aliases: [] };

/** The names that a page with the article is told to mark. */
export async function namesFor(extension: FakeExtension): Promise<string[] | undefined> {
  return markedIn(await extension.send(ARTICLE, onPage()));
}

/** Whether a page is told to show names. */
export async function isShown(extension: FakeExtension, sender: unknown = onPage()): Promise<boolean> {
  return ((await extension.send({ type: 'settings' }, sender)) as { settings: { shown: boolean } }).settings.shown;
}

/** The stores that the background which was started last reads and writes. */
export const settingsStore = () => import('../../../entrypoints/storage/settings-store.ts');
export const namesStore = () => import('../../../entrypoints/storage/names-store.ts');
