import { browser } from 'wxt/browser';
import type { Layer } from '#lib/glossary/index.ts';
import {
  type OwnNames,
  ownLayer,
  type Pack,
  packLayer,
  parseOwn,
  parsePack,
  parseShelf,
  type Shelf,
  type Subscription,
  withPack,
} from '#lib/packs/index.ts';

/** In storage.local: the reader's own entries; the list of packs; each pack under its id. */
const OWN = 'ownEntries';
const SHELF = 'packs';
const packKey = (id: string) => `pack/${id}`;
/** In storage.local: own entries that could not be read, kept for the reader. */
const ASIDE = 'ownEntriesAside';
/** As many as a backup holds own entries and names: all of them may have become unreadable at once. */
const MOST_ASIDE = 10_000;
const LOCK = 'dramatis-names';

/** The reader's own entries. What is none of them is set aside. @throws where that cannot be done: it is not to be lost. */
async function readOwn(): Promise<OwnNames> {
  const { [OWN]: stored } = await browser.storage.local.get(OWN);
  const { own, spoilt } = parseOwn(stored);
  await setAside(spoilt);
  return own;
}

async function setAside(spoilt: readonly unknown[]): Promise<void> {
  if (spoilt.length === 0) return;
  const { [ASIDE]: stored } = await browser.storage.local.get(ASIDE);
  const aside: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const known = new Set(aside.map((item) => JSON.stringify(item)));
  const more = spoilt.filter((item) => !known.has(JSON.stringify(item)));
  if (more.length > 0) await browser.storage.local.set({ [ASIDE]: [...aside, ...more].slice(-MOST_ASIDE) });
}

/** The reader's own entries, for looking at: in a full store what is spoilt stays where it is. */
export async function loadOwn(): Promise<OwnNames> {
  const { [OWN]: stored } = await browser.storage.local.get(OWN);
  const { own, spoilt } = parseOwn(stored);
  await setAside(spoilt).catch((error: unknown) => console.warn('dramatis: spoilt own entries could not be set aside:', error));
  return own;
}

/** Own entries that were set aside because they could not be read. */
export async function readOwnAside(): Promise<readonly unknown[]> {
  const { [ASIDE]: aside } = await browser.storage.local.get(ASIDE);
  return Array.isArray(aside) ? aside : [];
}

export const forgetOwnAside = (): Promise<void> => browser.storage.local.remove(ASIDE);

/** Changes own entries as they are now, whoever changed them last. @throws where the store is full. */
export function changeOwn(change: (own: OwnNames) => OwnNames): Promise<OwnNames> {
  return navigator.locks.request(LOCK, async () => {
    const own = change(await readOwn());
    await browser.storage.local.set({ [OWN]: own });
    return own;
  });
}

export async function loadShelf(): Promise<Shelf> {
  const { [SHELF]: stored } = await browser.storage.local.get(SHELF);
  return parseShelf(stored);
}

/** Changes the list of packs: order, on and off, removal. A pack that is no longer listed goes. */
export function changeShelf(change: (shelf: Shelf) => Shelf): Promise<Shelf> {
  return navigator.locks.request(LOCK, async () => {
    const before = await loadShelf();
    const shelf = change(before);
    const gone = before.filter(({ id }) => !shelf.some((pack) => pack.id === id));
    await browser.storage.local.set({ [SHELF]: shelf });
    if (gone.length > 0) await browser.storage.local.remove(gone.map(({ id }) => packKey(id)));
    return shelf;
  });
}

/** Puts a pack on the shelf, or in the place of the one with its id. @throws where the store is full; all is then as before. */
export function addPack(pack: Pack, subscription: Subscription | null): Promise<Shelf> {
  return navigator.locks.request(LOCK, async () => {
    const shelf = withPack(await loadShelf(), pack, subscription);
    await browser.storage.local.set({ [packKey(pack.id)]: pack, [SHELF]: shelf });
    return shelf;
  });
}

/** A pack in full, or null where it is gone or no longer a pack. */
export async function loadPack(id: string): Promise<Pack | null> {
  const { [packKey(id)]: stored } = await browser.storage.local.get(packKey(id));
  if (stored === undefined) return null;
  const parsed = parsePack(JSON.stringify(stored));
  return parsed.type === 'pack' ? parsed.pack : null;
}

/** What goes before the bundled glossary, as it is stored. */
export interface StoredLayers {
  /** What they are known by, without the packs themselves, which take a browser a tenth of a second to hand out. */
  readonly known: unknown;
  /** Reads them: own entries if they are wanted, then the packs that are on, in their order. What is none of them is left out. */
  readonly load: () => Promise<Layer[]>;
}

/** What goes before the bundled glossary; null where there is nothing. */
export async function readLayers(withOwn: boolean): Promise<StoredLayers | null> {
  const [found, shelf] = await Promise.all([browser.storage.local.get(OWN), loadShelf()]);
  const stored: unknown = withOwn ? found[OWN] : undefined;
  const packs = shelf.filter(({ on }) => on);
  if (stored === undefined && packs.length === 0) return null;
  const load = async () => {
    const { own } = parseOwn(stored);
    const whole = await Promise.all(packs.map(({ id }) => loadPack(id)));
    return [
      ...(own.entries.length + own.aliases.length > 0 ? [ownLayer(own)] : []),
      ...whole.flatMap((pack) => (pack ? [packLayer(pack)] : [])),
    ];
  };
  const known = packs.map(({ id, version, entries, subscription }) => [id, version, entries, subscription?.etag ?? null]);
  return { known: [stored ?? null, known], load };
}

/** Calls back when own entries or packs have changed, in whatever window. */
export function watchNames(onChange: () => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (changes[OWN] || changes[SHELF] || Object.keys(changes).some((key) => key.startsWith('pack/')))) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
