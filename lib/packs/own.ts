import * as v from 'valibot';
import type { Layer } from '#lib/glossary/index.ts';
import { fold } from '#lib/text/index.ts';
import { type PackAlias, type PackEntry, packAlias, packEntry } from './pack-schema.ts';

/** The reader's own entries, and names they gave to entries of others. */
export interface OwnNames {
  readonly entries: readonly PackEntry[];
  readonly aliases: readonly PackAlias[];
}

export const NO_NAMES: OwnNames = { entries: [], aliases: [] };

/** The layer in which the reader's own names go; no pack may call itself so. */
export const OWN_LAYER = 'own';

/** Names from whatever a store holds: what is an entry is taken, the rest given back apart. Never throws. */
export function parseOwn(value: unknown): { readonly own: OwnNames; readonly spoilt: readonly unknown[] } {
  if (value === undefined || value === null) return { own: NO_NAMES, spoilt: [] };
  const spoilt: unknown[] = [];
  const take = <T>(schema: v.GenericSchema<unknown, T>, items: unknown): T[] => {
    if (!Array.isArray(items)) {
      if (items !== undefined) spoilt.push(items);
      return [];
    }
    return items.flatMap((item) => {
      const parsed = v.safeParse(schema, item);
      if (!parsed.success) spoilt.push(item);
      return parsed.success ? [parsed.output] : [];
    });
  };
  if (typeof value !== 'object' || Array.isArray(value)) return { own: NO_NAMES, spoilt: [value] };
  const { entries, aliases } = value as { entries?: unknown; aliases?: unknown };
  const read = { entries: take(packEntry, entries), aliases: take(packAlias, aliases) };
  return { own: { ...read, entries: lastOfEach(read.entries) }, spoilt };
}

const lastOfEach = (entries: readonly PackEntry[]) => [...new Map(entries.map((entry) => [entry.id, entry])).values()];

/** An id for a new entry, made of its name. */
export function freeId(own: OwnNames, name: string): string {
  const slug =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'entry';
  const taken = new Set(own.entries.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** With an entry added, or put in the place of the one of its id. */
export function withEntry(own: OwnNames, entry: PackEntry): OwnNames {
  const at = own.entries.findIndex(({ id }) => id === entry.id);
  return { ...own, entries: at < 0 ? [...own.entries, entry] : own.entries.with(at, entry) };
}

/** Without an entry, and without the aliases that named it. */
export function withoutEntry(own: OwnNames, id: string): OwnNames {
  return { entries: own.entries.filter((entry) => entry.id !== id), aliases: own.aliases.filter(({ of }) => of !== id) };
}

export function withAlias(own: OwnNames, alias: PackAlias): OwnNames {
  return { ...own, aliases: [...own.aliases.filter(({ name }) => name !== alias.name), alias] };
}

export function withoutAlias(own: OwnNames, name: string): OwnNames {
  return { ...own, aliases: own.aliases.filter((alias) => alias.name !== name) };
}

/** With an entry turned into other names of another: an own one, or one of the glossary or a pack. */
export function mergedAsAlias(own: OwnNames, id: string, into: string): OwnNames {
  const merged = own.entries.find((entry) => entry.id === id);
  if (!merged || id === into) return own;
  const names = [merged.name, ...(merged.aliases ?? [])];
  const moved = own.aliases.map((alias) => (alias.of === id ? { ...alias, of: into } : alias));
  const without = { entries: own.entries.filter((entry) => entry.id !== id), aliases: moved };
  return names.reduce<OwnNames>((left, name) => withAlias(left, { name, of: into }), without);
}

/** Both, an entry or alias of `more` going before the same of `own`. */
export function joined(own: OwnNames, more: OwnNames): OwnNames {
  return more.aliases.reduce(withAlias, more.entries.reduce(withEntry, own));
}

/** The names as they are `now` without the change that led from `before` to `after`: what else has changed since stays. */
export function namesTakenBack(now: OwnNames, before: OwnNames, after: OwnNames): OwnNames {
  if (JSON.stringify(now) === JSON.stringify(after)) return before;
  return {
    entries: takenBack(({ id }) => id, now.entries, before.entries, after.entries),
    aliases: takenBack(({ name }) => name, now.aliases, before.aliases, after.aliases),
  };
}

function takenBack<T>(keyOf: (item: T) => string, now: readonly T[], before: readonly T[], after: readonly T[]): T[] {
  const byKey = (items: readonly T[]) => new Map(items.map((item) => [keyOf(item), item]));
  const [is, was, became] = [byKey(now), byKey(before), byKey(after)];
  const hasChanged = (key: string) => JSON.stringify(was.get(key)) !== JSON.stringify(became.get(key));
  const kept = now.flatMap((item) => {
    const key = keyOf(item);
    return hasChanged(key) ? (was.get(key) ?? []) : item;
  });
  return [...kept, ...before.filter((item) => hasChanged(keyOf(item)) && !is.has(keyOf(item)))];
}

/** The layer they make. */
export const ownLayer = (own: OwnNames): Layer => ({ id: OWN_LAYER, entries: own.entries, aliases: own.aliases });
