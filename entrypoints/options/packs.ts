import type { BackedPack, Pack, Shelf } from '#lib/packs/index.ts';
import { addPack, changeShelf, loadPack, loadShelf } from '../storage/names-store.ts';

/** How the packs of these ids are, so that it can be made so again. */
export async function rememberPacks(ids: readonly string[]): Promise<() => Promise<unknown>> {
  const shelf: Shelf = await loadShelf();
  const known: (Pack | null)[] = await Promise.all(ids.map(loadPack));
  return async () => {
    for (const pack of known) if (pack) await addPack(pack, null);
    return changeShelf(() => shelf);
  };
}

/** Every pack on the shelf, for a backup. */
export async function packsForBackup(): Promise<BackedPack[]> {
  const shelf = await loadShelf();
  const packs = await Promise.all(shelf.map(({ id }) => loadPack(id)));
  return shelf.flatMap(({ on, subscription }, at) => {
    const pack = packs[at];
    return pack ? [{ on, address: subscription?.address ?? null, pack }] : [];
  });
}

/** Puts a backup's packs on the shelf, before those that are there and in their order. One that is subscribed to is asked again soon. */
export async function putBack(packs: readonly BackedPack[]): Promise<void> {
  for (const { pack, address } of packs.toReversed())
    await addPack(pack, address === null ? null : { address, etag: null, checked: 0, problem: null });
  const order = packs.map(({ pack }) => pack.id);
  const on = new Map(packs.map((backed) => [backed.pack.id, backed.on]));
  await changeShelf((shelf) => {
    const placed = order.flatMap((id) => shelf.find((pack) => pack.id === id) ?? []);
    return [...placed, ...shelf.filter(({ id }) => !order.includes(id))].map((pack) => ({ ...pack, on: on.get(pack.id) ?? pack.on }));
  });
}
