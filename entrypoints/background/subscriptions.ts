import { due, type ShelvedPack, type Subscription } from '#lib/packs/index.ts';
import { addPack, changeShelf, loadShelf } from '../storage/names-store.ts';
import { type Fetched, fetchPack } from './fetch-pack.ts';

/** Fetches a pack for the first time; a problem leaves everything as it was. */
export async function subscribe(address: string): Promise<Fetched> {
  const fetched = await fetchPack(address, null);
  if (fetched.type === 'pack') await addPack(fetched.pack, { address, etag: fetched.etag, checked: Date.now(), problem: null });
  return fetched;
}

/** Asks a subscription's address for a newer pack; the one that is here stays until a good one has come. */
export async function renewSubscription({ id, subscription }: ShelvedPack): Promise<void> {
  if (!subscription) return;
  const { address, etag } = subscription;
  const fetched = await fetchPack(address, etag);
  const checked = Date.now();
  const note = (change: Partial<Subscription>) =>
    changeShelf((shelf) =>
      shelf.map((pack) =>
        pack.id === id && pack.subscription ? { ...pack, subscription: { ...pack.subscription, checked, ...change } } : pack,
      ),
    );
  // Removed or changed while it was fetched: what came is no longer wanted.
  if (!(await loadShelf()).some((pack) => pack.id === id && pack.subscription?.address === address)) return;
  if (fetched.type === 'unchanged') await note({ problem: null });
  else if (fetched.type === 'problem') await note({ problem: { code: fetched.code, detail: fetched.detail } });
  else if (fetched.pack.id !== id) await note({ problem: { code: 'other-pack', detail: fetched.pack.id } });
  else await addPack(fetched.pack, { address, etag: fetched.etag, checked, problem: null });
}

/** Asks every subscription that is due. */
export async function renewDue(): Promise<void> {
  for (const pack of due(await loadShelf(), Date.now())) await renewSubscription(pack);
}

/** Asks one subscription now, because the reader wants it. */
export async function renewNow(id: string): Promise<void> {
  const pack = (await loadShelf()).find((shelved) => shelved.id === id);
  if (pack) await renewSubscription(pack);
}
