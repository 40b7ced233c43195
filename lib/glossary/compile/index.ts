/** Sources to packed glossary. Runs at build time, on Node. */
import { type Entry, KINDS, type Origin } from '../model.ts';
import { type FormToPack, pack } from '../packed/pack.ts';
import { check } from './check.ts';
import type { Fault } from './fault.ts';
import { surfaceForms } from './forms.ts';
import { gather } from './gather.ts';
import { readSources, type SourceTexts } from './read-sources.ts';

export { continentOf } from './continents.ts';
export { wordFault } from './fault.ts';
export { AUDIT_NOTES, readSources, SOURCES_FOLDER, type SourceTexts } from './read-sources.ts';

/** What comes of a set of sources. Entries with a fault of their own shape are left out; the rest is whole. */
export interface Compiled {
  readonly entries: readonly Entry[];
  readonly origins: ReadonlyMap<Entry, Origin>;
  readonly faults: readonly Fault[];
  readonly index: ArrayBuffer;
  readonly packedEntries: ArrayBuffer;
}

/** Compiles source texts. Reproducible: the same texts give the same bytes. `towns: false` leaves GeoNames' places out. */
export function compileGlossary(sources: SourceTexts, { towns = true }: { readonly towns?: boolean } = {}): Compiled {
  const gathered = gather(sources, towns);
  const faults = check(gathered, sources.registry);
  const unique = [...new Map(gathered.entries.map((entry) => [entry.id, entry])).values()].sort(byLikeness);
  const ids = new Set(unique.map((entry) => entry.id));
  const entries = unique.map((entry) => withoutDangling(entry, ids));
  const forms: FormToPack[] = entries.flatMap((entry, number) => surfaceForms(entry).map((form) => ({ ...form, entry: number })));
  const packed = pack(entries, forms);
  const origins = new Map(
    entries.flatMap((entry, number) => {
      const origin = gathered.origins.get(unique[number] ?? entry);
      return origin ? [[entry, origin] as const] : [];
    }),
  );
  return { entries, origins, faults, index: packed.index, packedEntries: packed.entries };
}

/** Kinds in the order of their numbers: only places have coordinates, and the index keeps those of the first entries alone. */
const ORDER: readonly Entry['kind'][] = ['place', ...KINDS.filter((kind) => kind !== 'place')];

/** What an entry's line is like: neighbours that begin and end alike take a third less of the archive than the order of ids. */
const likeness = ({ kind, sources, subkind = '', country, summary }: Entry): (string | number)[] => [
  ORDER.indexOf(kind),
  sources.join(),
  subkind,
  country.join(),
  sources.join() === 'geonames' ? summary : '',
];

function byLikeness(a: Entry, b: Entry): number {
  const [left, right] = [
    [...likeness(a), a.id],
    [...likeness(b), b.id],
  ];
  const differing = left.findIndex((part, at) => part !== right[at]);
  return (left[differing] ?? 0) < (right[differing] ?? 0) ? -1 : 1;
}

/** A reference that leads nowhere is a fault; the packed entry goes without it. */
function withoutDangling(entry: Entry, ids: ReadonlySet<string>): Entry {
  const kept: Entry = {
    ...entry,
    roles: entry.roles.map(({ of, ...role }) => (of && ids.has(of) ? { ...role, of } : role)),
    links: entry.links.filter((link) => ids.has(link.to)),
  };
  if (kept.standsFor && !ids.has(kept.standsFor)) delete kept.standsFor;
  if (kept.capital && !ids.has(kept.capital)) delete kept.capital;
  return kept;
}

/** Reads and compiles the project's own sources. */
export async function compileFromDisk(folder?: string): Promise<Compiled> {
  return compileGlossary(await readSources(folder));
}
