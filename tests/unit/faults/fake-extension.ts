import { vi } from 'vitest';

/** A store of the browser's, with the ways in which it can fail. */
class FakeStore {
  readonly area: 'sync' | 'local' | 'session';
  items: Record<string, unknown> = {};
  /** Which calls fail: those that read, or those that write. */
  fails: { get?: boolean; set?: boolean } = {};
  /** Called before a write is carried out: the background may be stopped there. */
  beforeSet: (items: Record<string, unknown>) => void | Promise<void> = () => undefined;
  readonly #changed: Set<Listener>;

  constructor(area: 'sync' | 'local' | 'session', changed: Set<Listener>) {
    this.area = area;
    this.#changed = changed;
  }

  get = async (keys?: string | readonly string[]): Promise<Record<string, unknown>> => {
    if (this.fails.get) throw new Error(`storage.${this.area} cannot be read`);
    const wanted = keys === undefined ? Object.keys(this.items) : [keys].flat();
    return structuredClone(Object.fromEntries(wanted.flatMap((key) => (key in this.items ? [[key, this.items[key]]] : []))));
  };

  set = async (items: Record<string, unknown>): Promise<void> => {
    await this.beforeSet(items);
    if (this.fails.set) throw new Error('QUOTA_BYTES quota exceeded');
    const changes = Object.fromEntries(
      Object.entries(items).map(([key, newValue]) => [key, { oldValue: this.items[key], newValue: structuredClone(newValue) }]),
    );
    this.items = { ...this.items, ...structuredClone(items) };
    for (const listener of this.#changed) listener(changes, this.area);
  };

  remove = async (keys: string | readonly string[]): Promise<void> => {
    const gone = [keys].flat().filter((key) => key in this.items);
    const changes = Object.fromEntries(gone.map((key) => [key, { oldValue: this.items[key] }]));
    this.items = Object.fromEntries(Object.entries(this.items).filter(([key]) => !gone.includes(key)));
    if (gone.length > 0) for (const listener of this.#changed) listener(changes, this.area);
  };

  setAccessLevel = vi.fn(async () => undefined);
}

type Listener = (...args: unknown[]) => unknown;

class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener) => void this.listeners.add(listener);
  removeListener = (listener: Listener) => void this.listeners.delete(listener);
  fire(...args: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => listener(...args));
  }
}

const EXTENSION_ID = 'abcdefghijklmnop';
const ORIGIN = `chrome-extension://${EXTENSION_ID}`;
/** The script on the page of a tab. */
export const onPage = (tab = 7, url = 'https://news.example/story') => ({ id: EXTENSION_ID, url, frameId: 0, tab: { id: tab } });
/** One of the extension's own pages. */
export const onOwnPage = (file = 'options.html') => ({ id: EXTENSION_ID, url: `${ORIGIN}/${file}` });

/** The part of the extension API that the background uses, and the files that it reads. */
export class FakeExtension {
  readonly #changed = new FakeEvent();
  readonly sync = new FakeStore('sync', this.#changed.listeners);
  readonly local = new FakeStore('local', this.#changed.listeners);
  readonly session = new FakeStore('session', this.#changed.listeners);
  /** What was told to pages: the tab, or null for the extension's own, and the message. */
  readonly told: { tab: number | null; message: unknown }[] = [];
  /** Files by path; what is missing answers 404. */
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Paths whose next reading fails, as when the disk is asleep. */
  readonly failOnce = new Set<string>();
  tabs: { id: number; url?: string }[] = [{ id: 7, url: 'https://news.example/story' }];
  #onMessage = new FakeEvent();
  readonly onInstalled = new FakeEvent();
  readonly executed: unknown[] = [];
  readonly setIcon = vi.fn(async () => undefined);

  readonly browser = {
    runtime: {
      id: EXTENSION_ID,
      getManifest: () => ({ version: '0' }),
      getURL: (path: string) => `${ORIGIN}/${path.replace(/^\//, '')}`,
      onMessage: this.#onMessage,
      onInstalled: this.onInstalled,
      sendMessage: async (message: unknown) => void this.told.push({ tab: null, message }),
    },
    storage: { sync: this.sync, local: this.local, session: this.session, onChanged: this.#changed },
    tabs: {
      query: async () => this.tabs,
      create: vi.fn(async () => undefined),
      sendMessage: async (tab: number, message: unknown): Promise<unknown> => void this.told.push({ tab, message }),
    },
    scripting: {
      insertCSS: async () => undefined,
      executeScript: async (what: unknown) => {
        this.executed.push(what);
        return [{ result: null }];
      },
    },
    contextMenus: { removeAll: async () => undefined, create: () => undefined, onClicked: new FakeEvent() },
    commands: { onCommand: new FakeEvent(), getAll: async () => [] },
    permissions: { contains: async () => true },
    action: { setIcon: this.setIcon, setTitle: async () => undefined, setBadgeText: async () => undefined },
    i18n: { getMessage: (key: string) => key },
  };

  /** Answers `fetch` of the extension's own files. */
  readonly fetch = async (address: string): Promise<Response> => {
    const path = new URL(address, this.browser.runtime.getURL('/')).pathname;
    if (this.failOnce.delete(path)) throw new TypeError('Failed to fetch');
    const bytes = this.files.get(path);
    return bytes ? new Response(bytes) : new Response(null, { status: 404 });
  };

  /** Stops the background: its listeners are gone, and what it held. */
  stop(): void {
    for (const event of [this.#onMessage, this.onInstalled, this.#changed]) event.listeners.clear();
  }

  /** What the background answers a message; undefined where nobody does. */
  send(message: unknown, sender: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const [later] = this.#onMessage.fire(message, sender, resolve);
      if (later !== true) resolve(undefined);
    });
  }
}
