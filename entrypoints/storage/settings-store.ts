import { browser } from 'wxt/browser';
import {
  changeReplica,
  type Leaves,
  leavesOf,
  mergeReplicas,
  parseSettings,
  type Replica,
  readReplica,
  type Settings,
  sameLeaves,
  settingsOf,
  storeReplica,
} from '#lib/settings/index.ts';

/** In storage.sync: what differs from the defaults, when each was changed, and the version of the shape. */
const KEY = 'settings';
const TIMES = 'settingsTimes';
const VERSIONS = 'settingsVersion';
const SYNCED = [KEY, TIMES, VERSIONS];
/** In storage.local: this device's copy, against which what other devices send is merged. */
const COPY = 'settingsCopy';
/** In storage.local: the settings, where storage.sync cannot hold them. */
const HERE = 'settingsHere';
/** In storage.local: stores that could not be read, the newest first. */
const ASIDE = 'settingsAside';
const MOST_ASIDE = 5;
/** Held by whoever changes settings, in whatever window of this browser. */
const LOCK = 'dramatis-settings';

/** What was set aside because it is no settings. `at`: milliseconds. */
export interface SetAside {
  readonly at: number;
  readonly settings: unknown;
}

type Parts = Parameters<typeof readReplica>[0];

async function readHome(): Promise<{ parts: Parts; here: boolean }> {
  const [sync, local] = await Promise.all([browser.storage.sync.get(SYNCED), browser.storage.local.get(HERE)]);
  const here = partsIn(local[HERE]);
  return here ? { parts: here, here: true } : { parts: partsOf(sync), here: false };
}

const partsOf = (sync: Record<string, unknown>): Parts => ({ settings: sync[KEY], times: sync[TIMES], version: sync[VERSIONS] });
const partsIn = (value: unknown): Parts | null => (typeof value === 'object' && value !== null ? value : null);

/**
 * The settings as stored; defaults for what is not, or not readable. Where a store fails, the other one's copy is taken: what
 * the reader switched off is not to come back for that.
 */
export async function loadSettings(): Promise<Settings> {
  const failed = (error: unknown) => {
    console.warn('dramatis: a store of settings could not be read:', error);
    return null;
  };
  const [sync, local] = await Promise.all([
    browser.storage.sync.get(SYNCED).catch(failed),
    browser.storage.local.get([HERE, COPY]).catch(failed),
  ]);
  const { settings, version } = partsIn(local?.[HERE]) ?? (sync ? partsOf(sync) : null) ?? partsIn(local?.[COPY]) ?? {};
  return parseSettings(settings, version);
}

/**
 * Changes settings as they are now, whoever changed them last, and gives them as changed. Too much for storage.sync goes to
 * storage.local (see `isOnlyHere`). @throws where neither takes it.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request(LOCK, async () => {
    const replica = readReplica((await readHome()).parts).replica;
    const leaves: Leaves = leavesOf(change(settingsOf(replica.leaves)));
    await write(changeReplica(replica, leaves, Date.now()));
    return settingsOf(leaves);
  });
}

async function keepCopy(replica: Replica): Promise<void> {
  await browser.storage.local
    .set({ [COPY]: storeReplica(replica) })
    .catch((error: unknown) => console.warn('dramatis: the copy of the settings could not be kept:', error));
}

async function write(replica: Replica): Promise<void> {
  const { settings, times, version } = storeReplica(replica);
  // First the copy: the event that follows the other write is then seen to bring nothing new.
  await keepCopy(replica);
  try {
    await browser.storage.sync.set({ [KEY]: settings, [TIMES]: times, [VERSIONS]: version });
    await browser.storage.local.remove(HERE);
  } catch (error) {
    console.warn('dramatis: settings do not fit into the synchronised store and are kept on this device:', error);
    await browser.storage.local.set({ [HERE]: { settings, times, version } });
  }
}

/** Whether settings are kept on this device alone, because the browser's synchronised store does not take them. */
export async function isOnlyHere(): Promise<boolean> {
  return (await readHome()).here;
}

/**
 * Joins what other devices sent with what was changed here, and sets aside what is no settings. For the background: at its
 * start, and whenever the synchronised store has changed.
 */
export function reconcile(): Promise<void> {
  return navigator.locks.request(LOCK, async () => {
    const [sync, local] = await Promise.all([browser.storage.sync.get(SYNCED), browser.storage.local.get([COPY, HERE])]);
    const { replica: theirs, spoilt } = readReplica(partsOf(sync));
    if (spoilt.length > 0) await setAside(sync[KEY]);
    const mine = readReplica(partsIn(local[COPY]) ?? {}).replica;
    const merged = sameTimes(theirs, mine) ? changeReplica(mine, theirs.leaves, Date.now()) : mergeReplicas(theirs, mine);
    if (local[HERE] !== undefined) return;
    // Where the copy cannot be kept, what the store has already is not written again: every write would call this again.
    if (!sameLeaves(merged.leaves, theirs.leaves) || !sameTimes(merged, theirs)) await write(merged);
    else if (!sameLeaves(merged.leaves, mine.leaves)) await keepCopy(merged);
  });
}

/** Whoever writes settings writes their times; where these are as we left them, somebody changed the settings by hand. */
const sameTimes = (a: Replica, b: Replica) =>
  a.times.size === b.times.size && [...a.times].every(([path, time]) => b.times.get(path) === time);

async function setAside(settings: unknown): Promise<void> {
  const known = await readAside();
  const text = JSON.stringify(settings);
  if (known.some((aside) => JSON.stringify(aside.settings) === text)) return;
  await browser.storage.local.set({ [ASIDE]: [{ at: Date.now(), settings }, ...known].slice(0, MOST_ASIDE) });
}

/** The stores that were set aside. */
export async function readAside(): Promise<SetAside[]> {
  const { [ASIDE]: stored } = await browser.storage.local.get(ASIDE);
  return Array.isArray(stored) ? stored.filter((aside): aside is SetAside => typeof aside?.at === 'number') : [];
}

export async function forgetAside(): Promise<void> {
  await browser.storage.local.remove(ASIDE);
}

/** Calls back with the new settings at every change, from whichever window or device. */
export function watchSettings(onChange: (settings: Settings) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if ((area === 'sync' && changes[KEY]) || (area === 'local' && changes[HERE])) void loadSettings().then(onChange);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}
