import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { fold } from '#lib/text/index.ts';
import type { Origin } from '../model.ts';
import type { Fault } from './fault.ts';
import type { Town } from './geonames.ts';

/** A town, quarter or region of GeoNames that news names without saying where it is: more renowned than its size tells. */
export interface KnownTown {
  readonly level: 'town' | 'region';
  /** As GeoNames spells it. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** GeoNames' code of the first-level region, where the country has several towns of the name; else the largest is meant. */
  readonly region?: string;
  readonly renown: number;
  /** Instead of "City in …". */
  readonly summary?: string;
  readonly origin: Origin;
}

const LINE = /^([^|,]+)(?:, ([A-Z0-9]{2,3}))?(?: \| ([1-5])(?: \| (.+))?)?$/;
const USUAL_RENOWN = 2;

/** Reads the list: countries ("GB", and "GB regions" for regions), each with lines "name", "name, REGION", "name | renown", "name | renown | summary". */
export function parseKnownTowns(file: string, text: string): { towns: KnownTown[]; faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const towns: KnownTown[] = [];
  const faults: Fault[] = document.errors.map(({ message, pos }) => ({ file, line: lines.linePos(pos[0]).line, message }));
  const countries = isMap(document.contents) ? document.contents.items : [];
  for (const { key, value } of countries) {
    const [country = '', level = 'towns'] = isScalar(key) ? String(key.value).split(' ') : [];
    for (const item of isSeq(value) ? value.items : []) {
      const line = isScalar(item) && item.range ? lines.linePos(item.range[0]).line : 1;
      const read = LINE.exec(isScalar(item) ? String(item.value) : '');
      if (!read?.[1]) {
        faults.push({ file, line, message: 'must read "name", "name, REGION", "name | renown" or "name | renown | summary"' });
        continue;
      }
      const [, name, region, renown, summary] = read;
      towns.push({
        level: level === 'regions' ? 'region' : 'town',
        name: name.trim(),
        country,
        ...(region && { region }),
        renown: renown ? Number(renown) : USUAL_RENOWN,
        ...(summary && { summary }),
        origin: { file, line },
      });
    }
  }
  return { towns, faults };
}

/** The town that each line of the list means: the largest of the name, else the largest that is also called so. */
export function chooseKnown(towns: readonly Town[], known: readonly KnownTown[]): { chosen: Map<Town, KnownTown>; faults: Fault[] } {
  const wanted = new Set(known.map(({ country, name }) => `${country} ${fold(name)}`));
  const named = new Map<string, Town[]>();
  const called = new Map<string, Town[]>();
  const note = (towns: Map<string, Town[]>, name: string, town: Town) => {
    const key = `${town.country} ${fold(name)}`;
    if (wanted.has(key)) towns.set(key, [...(towns.get(key) ?? []), town]);
  };
  for (const town of towns) {
    note(named, town.name, town);
    for (const alternate of town.alternates) note(called, alternate, town);
  }
  const chosen = new Map<Town, KnownTown>();
  const faults: Fault[] = [];
  for (const one of known) {
    if (one.level === 'region') continue;
    const key = `${one.country} ${fold(one.name)}`;
    const [town] = (named.get(key) ?? called.get(key) ?? [])
      .filter(({ region }) => one.region === undefined || region === `${one.country}.${one.region}`)
      .sort((a, b) => b.population - a.population);
    if (town) chosen.set(town, one);
    else faults.push({ ...one.origin, message: `GeoNames has no town "${one.name}" in ${one.country}` });
  }
  return { chosen, faults };
}
