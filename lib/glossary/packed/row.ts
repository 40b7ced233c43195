import * as v from 'valibot';
import { type Entry, INVERSES, OFFICES, RELATIONS } from '../model.ts';
import { slug } from '../slug.ts';
import { unpackCountry } from './format.ts';
import type { Head } from './packed-index.ts';

const text = v.string();
const list = v.optional(v.array(text), []);
const dated = { from: v.optional(text), to: v.optional(text) };

/** What few entries have, by name. Countries only where there are more than the head holds. */
const rare = v.object({
  weak: list,
  demonyms: list,
  country: v.optional(v.array(text)),
  born: v.optional(text),
  died: v.optional(text),
  founded: v.optional(text),
  dissolved: v.optional(text),
  roles: v.optional(v.array(v.object({ title: text, of: v.optional(text), office: v.optional(v.picklist(OFFICES)), ...dated })), []),
  status: v.optional(v.array(v.object({ text, ...dated })), []),
  holders: v.optional(v.array(v.object({ person: text, name: text, title: text, office: v.picklist(OFFICES), ...dated })), []),
  standsFor: v.optional(text),
  capital: v.optional(text),
  links: v.optional(v.array(v.object({ rel: v.picklist(RELATIONS), to: text })), []),
  inverse: v.optional(v.array(v.object({ rel: v.picklist(Object.values(INVERSES)), to: text })), []),
  sources: v.optional(v.array(text), ['geonames']),
});

/**
 * An entry as its line holds it: what the index has of it left out (kind, subkind, renown, countries, place), and what
 * follows from the name told by a number (see `idFrom`, `titleFrom`).
 */
const rowShape = v.tuple([text, v.union([v.number(), text]), text, v.array(text), v.union([v.number(), text]), v.number(), rare]);
type Row = readonly [
  name: string,
  id: number | string,
  summary: string,
  aliases: readonly string[],
  wikipedia: number | string,
  population: number,
  rest: Readonly<Record<string, unknown>>,
];

/** Ids that follow from the name: `ganja`, `ganja-az`, `ganja-region-az`. */
function idFrom(name: string, country: string | undefined, pattern: number): string {
  const end = (country ?? '').toLowerCase();
  return [slug(name), `${slug(name)}-${end}`, `${slug(name)}-region-${end}`][pattern] ?? '';
}
const ID_PATTERNS = [0, 1, 2];

/** A title of the English Wikipedia that is the name. */
const titleFrom = (name: string) => name.replaceAll(' ', '_');
const NO_TITLE = 0;
const TITLE_IS_NAME = 1;

/** The row of an entry. */
export function rowOf(entry: Entry): Row {
  const { id, kind, subkind, name, aliases, summary, wikipedia, country, lat, lon, population, renown, sources, ...rest } = entry;
  const pattern = ID_PATTERNS.find((one) => idFrom(name, country[0], one) === id);
  const said = Object.entries({ ...rest, ...(country.length > 2 && { country }), ...(sources.join() !== 'geonames' && { sources }) });
  return [
    name,
    pattern ?? id,
    summary,
    aliases,
    wikipedia === undefined ? NO_TITLE : wikipedia === titleFrom(name) ? TITLE_IS_NAME : wikipedia,
    population ?? 0,
    Object.fromEntries(said.filter(([, value]) => !(Array.isArray(value) && value.length === 0))),
  ];
}

/** The entry of a row and what the index knows of it; null if the row is of another shape. */
export function entryOf(row: unknown, head: Head, place: { lat: number; lon: number } | null): Entry | null {
  const parsed = v.safeParse(rowShape, row);
  if (!parsed.success) return null;
  const [name, idOrPattern, summary, aliases, wikipedia, population, { country: countries, ...rest }] = parsed.output;
  const country = countries ?? [head.country, head.country2].flatMap((packed) => unpackCountry(packed) ?? []);
  const entry = {
    id: typeof idOrPattern === 'string' ? idOrPattern : idFrom(name, country[0], idOrPattern),
    kind: head.kind,
    ...(head.subkind !== null && { subkind: head.subkind }),
    name,
    aliases,
    summary,
    ...(wikipedia !== NO_TITLE && { wikipedia: wikipedia === TITLE_IS_NAME ? titleFrom(name) : String(wikipedia) }),
    country,
    ...place,
    ...(population > 0 && { population }),
    renown: head.renown,
    ...rest,
  };
  return entry as Entry;
}
