import { geoContains } from 'd3-geo';
import { iso31661 } from 'iso-3166';
import { feature, mesh, meshArcs } from 'topojson-client';
import type { GeometryCollection, MultiLineString, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import { capOf } from '../cap.ts';
import { DISPUTED_BORDERS, DISPUTED_LINES, disputeBetween, isDisputed } from '../disputes.ts';
import type { Position } from '../model.ts';
import { type LandProperties, parseWorldFile, type WorldFile } from '../world-file.ts';

/** A point of the land that Natural Earth draws under who has held it since 2014. */
const IN_CRIMEA: [number, number] = [34.2, 45.2];

/** Where Morocco ended before 1975; the file draws the land behind the berm, south of it, as Morocco's. */
const SAHARA_PARALLEL = 27.667;

/** Names of today, in full where Natural Earth of 2018 shortens or is out of date. */
const NAMES: Readonly<Record<string, string>> = {
  Macedonia: 'North Macedonia',
  eSwatini: 'Eswatini',
  Vatican: 'Vatican City',
  'N. Cyprus': 'Northern Cyprus',
  'W. Sahara': 'Western Sahara',
  'S. Sudan': 'South Sudan',
  'Dem. Rep. Congo': 'DR Congo',
  'Central African Rep.': 'Central African Republic',
  'Dominican Rep.': 'Dominican Republic',
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Eq. Guinea': 'Equatorial Guinea',
  'United States of America': 'United States',
  'Solomon Is.': 'Solomon Islands',
  'Marshall Is.': 'Marshall Islands',
  'Antigua and Barb.': 'Antigua and Barbuda',
  'St. Kitts and Nevis': 'Saint Kitts and Nevis',
  'St. Vin. and Gren.': 'Saint Vincent',
  'Falkland Is.': 'Falkland Islands (Malvinas)',
  'Faeroe Is.': 'Faroe Islands',
  'Cayman Is.': 'Cayman Islands',
  'Turks and Caicos Is.': 'Turks and Caicos',
  'U.S. Virgin Is.': 'US Virgin Islands',
  'British Virgin Is.': 'British Virgin Islands',
  'Fr. Polynesia': 'French Polynesia',
};

/** Codes of land that ISO 3166 gives none. */
const CODES: Readonly<Record<string, string>> = { Kosovo: 'XK' };

interface Source {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
}

type Shape = (Polygon | MultiPolygon) & { properties: Source };
type Plain = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const isTopology = (value: unknown): value is Plain => typeof value === 'object' && value !== null && 'objects' in value && 'arcs' in value;

/** Natural Earth's states, with Crimea cut out of the one it is drawn under. */
function shapesOf(topology: Plain): Shape[] {
  const codes = new Map(iso31661.map((state) => [state.numeric, state.alpha2]));
  return topology.objects.countries.geometries.flatMap((geometry): Shape[] => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    const id = geometry.properties?.name ?? '';
    const code = CODES[id] ?? codes.get(String(geometry.id ?? ''));
    const properties = { id, name: NAMES[id] ?? id, ...(code ? { code } : {}) };
    if (geometry.type === 'Polygon' || id === 'Ukraine') return [{ ...geometry, properties }];
    const cut = geometry.arcs.findIndex((arcs) => geoContains(feature(topology, { type: 'Polygon', arcs }), IN_CRIMEA));
    if (cut < 0) return [{ ...geometry, properties }];
    return [
      { type: 'MultiPolygon', arcs: geometry.arcs.filter((_, at) => at !== cut), properties },
      { type: 'Polygon', arcs: geometry.arcs[cut] ?? [], properties: { id: 'Crimea', name: 'Crimea' } },
    ];
  });
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
const positions = (points: readonly number[][]): Position[] => points.map(([lon = 0, lat = 0]) => [lon, lat]);

/** Caps of shapes, a little wider for being rounded. */
function capsOf(shapes: readonly (readonly number[][])[]): number[] {
  return shapes.flatMap((points) => {
    const { centre, radius } = capOf(positions(points));
    return [rounded(centre[0]), rounded(centre[1]), rounded(radius + 1e-4)];
  });
}

/** Cuts lines where they begin or cease to be disputed. */
function parted(lines: readonly Position[][], test: (at: Position) => boolean): { plain: Position[][]; disputed: Position[][] } {
  const plain: Position[][] = [];
  const disputed: Position[][] = [];
  for (const line of lines) {
    let run: Position[] = [];
    let was: boolean | null = null;
    for (const point of line) {
      const is = test(point);
      run.push(point);
      if (was !== null && is !== was) {
        (was ? disputed : plain).push(run);
        run = [point];
      }
      was = is;
    }
    if (run.length > 1) (was ? disputed : plain).push(run);
  }
  return { plain, disputed };
}

/** Cuts a ring that crosses a parallel twice into what lies north and south of it. @throws where it crosses otherwise. */
function cutAtParallel(ring: readonly Position[], parallel: number): { north: Position[]; south: Position[] } {
  const north: Position[] = [];
  const south: Position[] = [];
  let crossings = 0;
  for (const [at, here] of ring.entries()) {
    const next = ring[at + 1];
    (here[1] >= parallel ? north : south).push(here);
    if (!next || here[1] >= parallel === next[1] >= parallel) continue;
    const crossing: Position = [here[0] + ((parallel - here[1]) / (next[1] - here[1])) * (next[0] - here[0]), parallel];
    north.push(crossing);
    south.push(crossing);
    crossings++;
  }
  if (crossings !== 2) throw new Error(`the ring crosses ${parallel} degrees ${crossings} times`);
  const closed = (points: Position[]) => {
    const [first] = points;
    const last = points.at(-1);
    return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...points, first] : points;
  };
  return { north: closed(north), south: closed(south) };
}

/** Natural Earth 4.1 at 1:50 million (public domain; package world-atlas): its land, and its edges by whether they are disputed. */
export function worldFile(): WorldFile {
  const topology: unknown = atlas;
  if (!isTopology(topology)) throw new Error('world-atlas holds no countries');
  const shapes = shapesOf(topology);
  const lands = { type: 'GeometryCollection', geometries: shapes } as const;
  const { transform } = topology;
  if (!transform) throw new Error('world-atlas is not quantised');
  const arcs = [...topology.arcs];
  /** Adds a line of its own to the topology, as steps of its grid. */
  const addArc = (line: readonly Position[]): number[] => {
    let before = [0, 0];
    const steps = line.map((point) => {
      const now = point.map((value, axis) => Math.round((value - (transform.translate[axis] ?? 0)) / (transform.scale[axis] ?? 1)));
      const step = now.map((value, axis) => value - (before[axis] ?? 0));
      before = now;
      return step;
    });
    return [arcs.push(steps) - 1];
  };
  const idOf = (geometry: { properties?: unknown }) => shapes.find((shape) => shape === geometry)?.properties.id ?? '';
  const pairOf = (one: { properties?: unknown }, other: { properties?: unknown }) => disputeBetween(idOf(one), idOf(other));
  const coast = meshArcs(topology, lands, (one, other) => one === other).arcs;
  const borders = meshArcs(topology, lands, (one, other) => one !== other && !pairOf(one, other)).arcs;
  const disputed = DISPUTED_LINES.map(addArc);
  for (const border of DISPUTED_BORDERS) {
    const whole = mesh(topology, lands, (one, other) => one !== other && pairOf(one, other) === border).coordinates.map(positions);
    const cut = parted(whole, (at) => isDisputed(border, at));
    borders.push(...cut.plain.map(addArc));
    disputed.push(...cut.disputed.map(addArc));
  }
  const whole = { ...topology, arcs };
  const lines = (of: number[][]): MultiLineString<{ caps: number[] }> => {
    const { coordinates } = feature(whole, { type: 'MultiLineString', arcs: of }).geometry as { coordinates: number[][][] };
    return { type: 'MultiLineString', arcs: of, properties: { caps: capsOf(coordinates) } };
  };
  const partsOf = (shape: Shape) => (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs);
  const ringsAt = (of: number[][][]) =>
    (feature(whole, { type: 'MultiPolygon', arcs: of }).geometry as { coordinates: number[][][][] }).coordinates;
  /** What of Morocco, as the file draws it, lies south of the parallel is Western Sahara's. */
  const morocco = shapes.find(({ properties }) => properties.id === 'Morocco');
  const [main = [], ...rest] = morocco ? partsOf(morocco) : [];
  const cut = cutAtParallel(positions(ringsAt([main])[0]?.[0] ?? []), SAHARA_PARALLEL);
  const [north, south] = [cut.north, cut.south].map((ring) => [addArc(ring)]);
  const redrawn = (shape: Shape): number[][][] => {
    if (shape === morocco && north) return [north, ...rest];
    return shape.properties.id === 'W. Sahara' && south ? [...partsOf(shape), south] : partsOf(shape);
  };
  const land = (shape: Shape): MultiPolygon<LandProperties> => {
    const parts = redrawn(shape);
    const { coordinates } = feature(whole, { type: 'MultiPolygon', arcs: parts }).geometry as { coordinates: number[][][][] };
    return {
      type: 'MultiPolygon',
      arcs: parts,
      properties: { ...shape.properties, caps: capsOf(coordinates.map((rings) => rings[0] ?? [])) },
    };
  };
  return parseWorldFile({
    type: 'Topology',
    arcs,
    transform,
    objects: {
      lands: { type: 'GeometryCollection', geometries: shapes.map(land) },
      coast: lines(coast),
      borders: lines(borders),
      disputed: lines(disputed),
    },
  });
}
