import { type Entry, INVERSES, type Origin } from '../model.ts';
import type { Fault } from './fault.ts';
import { packagedPlaces } from './gazetteer.ts';
import { institutionsOf } from './institutions.ts';
import { parseKnownTowns } from './known-towns.ts';
import { parseSource } from './parse-source.ts';
import { KNOWN_TOWNS, type SourceTexts } from './read-sources.ts';
import { isState, joinStates } from './states.ts';

/** All entries, written and derived, before the check of what they say of each other. */
export interface Gathered {
  readonly entries: Entry[];
  /** Where each written entry stands; derived ones have no place. */
  readonly origins: ReadonlyMap<Entry, Origin>;
  readonly faults: Fault[];
}

/** Reads every source and adds what is derived: packaged states, the bodies every state has, who held which office. */
export function gather(sources: SourceTexts, towns: boolean): Gathered {
  const origins = new Map<Entry, Origin>();
  const faults: Fault[] = [];
  const written: Entry[] = [];
  for (const [file, text] of sources.files) {
    const parsed = parseSource(file, text);
    faults.push(...parsed.faults);
    for (const { entry, origin } of parsed.entries) {
      const whole: Entry = { ...withoutBrackets(dropAbsent(entry)), holders: [], inverse: [] };
      origins.set(whole, origin);
      written.push(whole);
    }
  }
  const states = joinStates(written);
  const known = parseKnownTowns(KNOWN_TOWNS, sources.knownTowns ?? '');
  faults.push(...known.faults);
  const packaged = towns ? packagedPlaces(states, known.towns) : { entries: [], faults: [] };
  faults.push(...packaged.faults);
  const joined = [...states, ...packaged.entries];
  const taken = new Set(joined.map((entry) => entry.id));
  const institutions = joined
    .filter((entry) => isState(entry) && entry.subkind === 'country')
    .flatMap(institutionsOf)
    .filter((entry) => !taken.has(entry.id));
  const entries = [...joined, ...institutions];
  addHolders(entries);
  addInverses(entries, origins);
  return { entries, origins, faults };
}

/** Organisations whose bracket is the editor's; a party's is part of its name: "Communist Party of India (Marxist)". */
const TELLS_APART = new Set(['company', 'media', 'sports-body', 'ngo', 'university']);
const BRACKETED = /^(.+?) \([^()]*\)$/;

/**
 * "Ben Johnson (sprinter)" tells editors which of two he is. Readers see "Ben Johnson", and the bare name, which another
 * may claim as well, is a weak form.
 */
function withoutBrackets<T extends { kind: string; subkind?: string; name: string; aliases: string[]; weak: string[] }>(entry: T): T {
  const bare = BRACKETED.exec(entry.name)?.[1];
  if (!bare || !(entry.kind === 'person' || TELLS_APART.has(entry.subkind ?? ''))) return entry;
  const others = (forms: readonly string[]) => forms.filter((form) => form !== bare && form !== entry.name);
  const strong = entry.aliases.includes(bare);
  return { ...entry, name: bare, aliases: others(entry.aliases), weak: strong ? others(entry.weak) : [...others(entry.weak), bare] };
}

/** The same object without the keys that hold undefined, which `exactOptionalPropertyTypes` keeps apart from absent. */
function dropAbsent<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** Turns every written link round; those of the bodies that every state has say nothing that the pattern does not. */
function addInverses(entries: readonly Entry[], origins: ReadonlyMap<Entry, Origin>): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of entries) {
    if (!origins.has(entry)) continue;
    for (const link of entry.links) {
      const other = byId.get(link.to);
      const rel = INVERSES[link.rel];
      if (other && !other.links.some((own) => own.to === entry.id && own.rel === rel)) other.inverse.push({ rel, to: entry.id });
    }
  }
  for (const entry of entries) entry.inverse.sort((a, b) => a.rel.localeCompare(b.rel) || a.to.localeCompare(b.to));
}

function addHolders(entries: readonly Entry[]): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const person of entries) {
    for (const { of, office, title, from, to } of person.roles) {
      if (!of || !office) continue;
      byId.get(of)?.holders.push({ person: person.id, name: person.name, title, office, ...(from && { from }), ...(to && { to }) });
    }
  }
  for (const entry of entries) entry.holders.sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}
