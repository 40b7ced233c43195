import { migrate, VERSION } from './migrate.ts';
import { type Leaves, readLeaves, type Settings, settingsOf, storedShape } from './schema.ts';

/**
 * One device's settings with the time (milliseconds) each was last changed, defaults included: a setting that went back to
 * its default has a time and no leaf. Two replicas merge setting by setting, the later change winning, so that what two
 * windows or devices change at once is all kept (a last-writer-wins map; Shapiro et al., "Conflict-free replicated data
 * types", 2011).
 */
export interface Replica {
  readonly leaves: Leaves;
  readonly times: ReadonlyMap<string, number>;
}

/** What is stored of a replica: what differs from the defaults, when each was changed, and in which version's shape. */
export interface StoredReplica {
  readonly settings: Record<string, unknown>;
  readonly times: Record<string, number>;
  readonly version: number;
}

/** A time that no change could come after: whoever wrote it would have the last word for ever. */
const LATEST = Number.MAX_SAFE_INTEGER - 1_000_000;

/** Times kept at most; the oldest go first. What has none counts as changed long ago. */
const MOST_TIMES = 150;

/** A replica from what a store holds, and the paths of values that are no settings. */
export function readReplica({ settings, times, version }: { readonly [Part in keyof StoredReplica]?: unknown }): {
  replica: Replica;
  spoilt: readonly string[];
} {
  const { leaves, spoilt } = readLeaves(migrate(settings, version));
  const known = new Map<string, number>();
  if (typeof times === 'object' && times !== null)
    for (const [path, time] of Object.entries(times))
      if (typeof time === 'number' && Number.isSafeInteger(time) && time > 0 && time < LATEST) known.set(path, time);
  return { replica: { leaves, times: known }, spoilt };
}

export function storeReplica({ leaves, times }: Replica): StoredReplica {
  const newest = [...times].sort(([a, at], [b, bt]) => bt - at || (a < b ? -1 : 1)).slice(0, MOST_TIMES);
  return { settings: storedShape(leaves), times: Object.fromEntries(newest), version: VERSION };
}

/** The replica after the reader changed settings at a time. */
export function changeReplica(replica: Replica, to: Leaves, now: number): Replica {
  const times = new Map(replica.times);
  for (const path of new Set([...replica.leaves.keys(), ...to.keys()]))
    if (replica.leaves.get(path) !== to.get(path)) times.set(path, Math.max(now, (replica.times.get(path) ?? 0) + 1));
  return { leaves: to, times };
}

/** Both replicas' changes, setting by setting. The same whichever comes first, and however often it is done. */
export function mergeReplicas(a: Replica, b: Replica): Replica {
  const leaves = new Map<string, string | number | boolean>();
  const times = new Map<string, number>();
  for (const path of new Set([...a.leaves.keys(), ...b.leaves.keys(), ...a.times.keys(), ...b.times.keys()])) {
    const [timeA, timeB] = [a.times.get(path) ?? 0, b.times.get(path) ?? 0];
    const [valueA, valueB] = [a.leaves.get(path), b.leaves.get(path)];
    // At the same time the values themselves decide, so that every device decides alike.
    const first = timeA === timeB ? String(valueA ?? '') >= String(valueB ?? '') : timeA > timeB;
    const value = first ? valueA : valueB;
    if (value !== undefined) leaves.set(path, value);
    if (timeA > 0 || timeB > 0) times.set(path, Math.max(timeA, timeB));
  }
  return { leaves, times };
}

export function sameLeaves(a: Leaves, b: Leaves): boolean {
  return a.size === b.size && [...a].every(([path, value]) => b.get(path) === value);
}

/** Settings from whatever a store holds. */
export function parseSettings(settings: unknown, version?: unknown): Settings {
  return settingsOf(readReplica({ settings, version }).replica.leaves);
}
