type Items = Record<string, unknown>;
type Changes = Record<string, { newValue?: unknown }>;
type Listener = (changes: Changes, area: string) => void;

/** What a browser's synchronised store takes (Chrome's documentation of storage.sync; Firefox has the same). */
export const SYNC_QUOTA = { items: 512, bytes: 102_400, bytesAnItem: 8_192 };

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const bytesOf = (key: string, value: unknown) => new TextEncoder().encode(key + JSON.stringify(value)).length;

/** One area of a browser's store; `refuses` says why it does not take what it would then hold. */
class Area {
  items: Items = {};
  readonly #told: (changes: Changes) => void;
  readonly #refuses: (items: Items) => string | null;

  constructor(told: (changes: Changes) => void, refuses: (items: Items) => string | null = () => null) {
    this.#told = told;
    this.#refuses = refuses;
  }

  async get(keys: string | readonly string[]): Promise<Items> {
    const wanted = typeof keys === 'string' ? [keys] : keys;
    return copy(Object.fromEntries(wanted.flatMap((key) => (key in this.items ? [[key, this.items[key]]] : []))));
  }

  async set(more: Items): Promise<void> {
    const items = { ...this.items, ...copy(more) };
    const reason = this.#refuses(items);
    if (reason) throw new Error(reason);
    this.#become(items);
  }

  async remove(keys: string | readonly string[]): Promise<void> {
    const gone = new Set(typeof keys === 'string' ? [keys] : keys);
    this.#become(Object.fromEntries(Object.entries(this.items).filter(([key]) => !gone.has(key))));
  }

  /** Takes what another device has put there, key by key. */
  receive(theirs: Items): void {
    this.#become({ ...this.items, ...copy(theirs) });
  }

  #become(items: Items): void {
    const keys = [...new Set([...Object.keys(this.items), ...Object.keys(items)])];
    const changed = keys.filter((key) => JSON.stringify(this.items[key]) !== JSON.stringify(items[key]));
    this.items = items;
    if (changed.length > 0) this.#told(Object.fromEntries(changed.map((key) => [key, { newValue: items[key] }])));
  }
}

function overQuota(items: Items): string | null {
  const sizes = Object.entries(items).map(([key, value]) => bytesOf(key, value));
  if (sizes.length > SYNC_QUOTA.items) return 'MAX_ITEMS quota exceeded';
  if (sizes.some((size) => size > SYNC_QUOTA.bytesAnItem)) return 'QUOTA_BYTES_PER_ITEM quota exceeded';
  return sizes.reduce((sum, size) => sum + size, 0) > SYNC_QUOTA.bytes ? 'QUOTA_BYTES quota exceeded' : null;
}

/** A browser's store as extensions have it, with the quotas of the synchronised part enforced. */
export class BrowserStore {
  readonly #listeners = new Set<Listener>();
  readonly local = new Area((changes) => this.#tell(changes, 'local'));
  readonly sync = new Area((changes) => this.#tell(changes, 'sync'), overQuota);
  readonly onChanged = {
    addListener: (listener: Listener) => void this.#listeners.add(listener),
    removeListener: (listener: Listener) => void this.#listeners.delete(listener),
  };

  #tell(changes: Changes, area: string): void {
    for (const listener of this.#listeners) listener(changes, area);
  }
}
