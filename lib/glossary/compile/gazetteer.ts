import { fold } from '#lib/text/index.ts';
import type { Entry } from '../model.ts';
import { slug } from '../slug.ts';
import type { Fault } from './fault.ts';
import { type Region, readTowns, regionsOf, roundDegrees, secondLevelRegionsOf, type Town } from './geonames.ts';
import { chooseKnown, type KnownTown } from './known-towns.ts';
import { secondLevelFacts, secondLevelOf } from './second-level.ts';
import { isState } from './states.ts';

/** Towns smaller than this (people) are left out unless they are capitals or seats of a first-level region. */
const LEAST_PEOPLE = 15_000;
const LEAST_SEAT_PEOPLE = 3000;
/** A written place of the same name this near (km) is the same place. */
const SAME_PLACE_KM = 60;
/** Under another spelling it has to be nearer. */
const SAME_TOWN_KM = 12;
const SAME_REGION_KM = 350;
/** Second-level regions with fewer people in their towns are left out. */
const LEAST_REGION_PEOPLE = 5000;
/** With so many, foreign readers have heard of it; names of French departments are words or rivers all the same. */
const LARGE_REGION_PEOPLE = 700_000;
const SAME_AS_REGION = new Set(['region', 'disputed-territory', 'island', 'territory', 'country']);
const MOST_ALTERNATES = 4;

function distance(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const toRadians = Math.PI / 180;
  const x = (b.lon - a.lon) * toRadians * Math.cos(((a.lat + b.lat) / 2) * toRadians);
  return Math.hypot(x, (b.lat - a.lat) * toRadians) * 6371;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Spellings of a town's own name; GeoNames also lists airport codes, nicknames and far translations. */
function spellings(town: Town, written: string = town.name): string[] {
  if (town.population < 30_000) return [];
  const name = fold(written);
  const kept: string[] = [];
  const seen = new Set([name.replace(/[ -]/g, '')]);
  for (const alternate of [town.name, ...town.alternates]) {
    const folded = fold(alternate);
    const key = folded.replace(/[ -]/g, '');
    if (key.length < 5 || seen.has(key) || alternate.split(' ').length > 3 || !/^\p{Lu}/u.test(alternate)) continue;
    if (editDistance(folded, name) > Math.max(2, name.length * 0.34)) continue;
    seen.add(key);
    kept.push(alternate);
    if (kept.length === MOST_ALTERNATES) break;
  }
  return kept;
}

/** How surely world news means a town by its bare name, from its size. */
function renownOf(town: Town): number {
  if (town.population >= 2_500_000) return 3;
  return town.population >= 200_000 || town.feature === 'PPLC' ? 2 : 1;
}

function entryBase(): Pick<Entry, 'weak' | 'demonyms' | 'roles' | 'status' | 'holders' | 'links' | 'inverse'> {
  return { weak: [], demonyms: [], roles: [], status: [], holders: [], links: [], inverse: [] };
}

function wordSize(town: Town): string {
  if (town.feature === 'PPLC') return 'Capital';
  if (town.feature === 'PPLX') return 'Quarter';
  return town.population >= 100_000 ? 'City' : 'Town';
}

/**
 * Towns and first-level regions from GeoNames that nobody has written. A town's bare name is a weak form below 100,000
 * people: it is marked only where the article gives other evidence for it.
 */
export function packagedPlaces(written: readonly Entry[], known: readonly KnownTown[]): { entries: Entry[]; faults: Fault[] } {
  const towns = readTowns();
  const { chosen, faults } = chooseKnown(towns, known);
  const unmet = new Map(known.filter(({ level }) => level === 'region').map((one) => [`${one.country} ${fold(one.name)}`, one]));
  /** A region as its entry, more renowned where the list has it. */
  const asKnown = (entry: Entry): Entry => {
    const key = [entry.name, ...entry.aliases].map((form) => `${entry.country[0]} ${fold(form)}`).find((form) => unmet.has(form));
    const famous = key === undefined ? undefined : unmet.get(key);
    if (!famous || key === undefined) return entry;
    unmet.delete(key);
    return madeKnown({ ...entry, name: famous.name }, famous, entry.name);
  };
  const states = new Map(written.filter(isState).map((state) => [state.country[0] ?? '', state]));
  const writtenBy = new Map<string, Entry[]>();
  const ids = new Set(written.map((entry) => entry.id));
  for (const entry of written) {
    if (entry.kind !== 'place' || entry.lat === undefined) continue;
    for (const form of new Set([entry.name, ...entry.aliases, ...entry.weak].map(fold)))
      writtenBy.set(form, [...(writtenBy.get(form) ?? []), entry]);
  }
  const writtenNear = (name: string, at: { lat: number; lon: number }, within: number) =>
    (writtenBy.get(fold(name)) ?? []).find(
      (entry) => entry.lat !== undefined && entry.lon !== undefined && distance(at, { lat: entry.lat, lon: entry.lon }) < within,
    );
  const regions = regionsOf(towns);
  const regionName = new Map(regions.map((region) => [region.code, region.name]));
  const entries: Entry[] = [];
  const townNames = new Set<string>();
  for (const town of towns) {
    const seat = /^PPL(?:C|A)$/.test(town.feature) && town.population >= LEAST_SEAT_PEOPLE;
    const famous = chosen.get(town);
    if (town.population < LEAST_PEOPLE && !seat && !famous) continue;
    // Sections of towns bear the names of persons and parishes; news names the town.
    if (town.feature === 'PPLX' && town.population < 300_000 && !famous) continue;
    townNames.add(`${town.country} ${fold(town.name)}`);
    const twin = writtenNear(town.name, town, SAME_PLACE_KM) ?? firstOf(town.alternates, (name) => writtenNear(name, town, SAME_TOWN_KM));
    if (twin) {
      if (twin.subkind === 'city') lendSpellings(town, twin);
      continue;
    }
    const shown = famous ? { ...town, name: famous.name } : town;
    const id = freeId(`${slug(shown.name)}-${town.country.toLowerCase()}`, town.geonameId, ids);
    const entry = townEntry(shown, id, regionName.get(town.region), states.get(town.country));
    entries.push(famous ? madeKnown(entry, famous, town.name) : entry);
  }
  for (const region of regions) {
    // A region that bears its capital's name is another place than the town.
    const written = writtenNear(region.name, region, SAME_REGION_KM);
    if (written && SAME_AS_REGION.has(written.subkind ?? '')) continue;
    const id = freeId(`${slug(region.name)}-region-${region.country.toLowerCase()}`, slug(region.code), ids);
    const shared = written !== undefined || townNames.has(`${region.country} ${fold(region.name)}`);
    entries.push(asKnown(regionEntry(region, id, shared, states.get(region.country))));
  }
  // Where several counties share a name, the largest comes first, and is the one that a bare mention means.
  const seconds = secondLevelOf(secondLevelRegionsOf(towns)).sort((a, b) => b.region.townPeople - a.region.townPeople);
  const named = new Set<string>();
  for (const second of seconds) {
    const { region, bare, name } = second;
    if (region.townPeople < LEAST_REGION_PEOPLE) continue;
    if ([name, bare].some((form) => writtenNear(form, region, SAME_REGION_KM))) continue;
    const renown = region.townPeople >= LARGE_REGION_PEOPLE && region.country !== 'FR' && !named.has(name) ? 2 : 1;
    named.add(name);
    const isTown = townNames.has(`${region.country} ${fold(bare)}`);
    if (isTown && name === bare) continue;
    const id = freeId(`${slug(name)}-${region.country.toLowerCase()}`, slug(region.code), ids);
    const first = regionName.get(region.code.split('.').slice(0, 2).join('.'));
    entries.push(asKnown({ ...entryBase(), id, renown, ...secondLevelFacts(second, isTown, first, states.get(region.country)?.name) }));
  }
  for (const { name, country, origin } of unmet.values())
    faults.push({ ...origin, message: `GeoNames has no region "${name}" in ${country}` });
  return { entries, faults };
}

/** A town of the list, under the name that news uses; GeoNames' own stays among its forms. */
function madeKnown(entry: Entry, { renown, summary }: KnownTown, ownName: string): Entry {
  const aliases = [ownName, ...entry.aliases].filter((form, at, all) => form !== entry.name && all.indexOf(form) === at);
  return { ...entry, aliases, renown, ...(summary && { summary }) };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Gives a written town the spellings of its name that its editor left out. */
function lendSpellings(town: Town, entry: Entry): void {
  const has = new Set([entry.name, ...entry.aliases, ...entry.weak].map((form) => fold(form).replace(/[ -]/g, '')));
  for (const form of spellings(town, entry.name)) if (!has.has(fold(form).replace(/[ -]/g, ''))) entry.aliases.push(form);
}

function freeId(wanted: string, suffix: string, ids: Set<string>): string {
  const id = ids.has(wanted) || wanted.startsWith('-') ? `${wanted}-${suffix}`.replace(/^-/, '') : wanted;
  ids.add(id);
  return id;
}

function townEntry(town: Town, id: string, region: string | undefined, state: Entry | undefined): Entry {
  const where = [region && fold(region) !== fold(town.name) ? region : '', state?.name ?? ''].filter(Boolean).join(', ');
  return {
    ...entryBase(),
    id,
    kind: 'place',
    subkind: 'city',
    name: town.name,
    aliases: spellings(town),
    summary: where ? `${wordSize(town)} in ${where}.` : `${wordSize(town)}.`,
    country: [town.country],
    lat: roundDegrees(town.lat),
    lon: roundDegrees(town.lon),
    ...(town.population > 0 && { population: roundPeople(town.population) }),
    renown: renownOf(town),
    sources: ['geonames'],
  };
}

function regionEntry(region: Region, id: string, sharesTownName: boolean, state: Entry | undefined): Entry {
  const bare = region.name.replace(
    / (?:Province|Region|Oblast|Governorate|District|State|County|Department|Prefecture|Parish|Canton|Municipality)$/i,
    '',
  );
  const full = ['Province', 'Region'].map((word) => `${bare} ${word.toLowerCase()}`);
  return {
    ...entryBase(),
    id,
    kind: 'place',
    subkind: 'region',
    name: region.name,
    // "Tehran" alone is the town; the region of the same name wants its noun.
    aliases: [...full, ...(bare !== region.name && !sharesTownName ? [bare] : [])],
    summary: state ? `First-level region of ${state.name}.` : 'First-level region.',
    country: [region.country],
    lat: roundDegrees(region.lat),
    lon: roundDegrees(region.lon),
    renown: region.townPeople > 2_000_000 && !sharesTownName ? 2 : 1,
    sources: ['geonames'],
  };
}

/** To three figures: the package's last digits pretend to more than anybody knows. */
function roundPeople(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 2);
  return Math.round(people / unit) * unit;
}
