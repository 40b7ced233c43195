import { geoCentroid, geoContains, geoDistance } from 'd3-geo';
import { iso31661 } from 'iso-3166';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };

/** Kilometres by which a place may lie outside its state's generalised shape: coasts, islets, borders along rivers. */
const SLACK_KM = 60;
/** The same for states of a few islets, of which the shape may draw one. */
const ISLET_SLACK_KM = 250;
const ISLET_CORNERS = 40;
const EARTH_KM = 6371;
/** Natural Earth draws land under who controlled it in 2018; entries name the state that is recognised, or the territory. */
const DRAWN_UNDER: Readonly<Record<string, readonly string[]>> = { UA: ['RU'], EH: ['MA'] };

type Shape = Parameters<typeof geoContains>[0];
type Point = [lon: number, lat: number];

interface Land {
  readonly shapes: Shape[];
  readonly corners: Point[];
}

type Atlas = Topology<{ countries: GeometryCollection }>;

function isAtlas(value: unknown): value is Atlas {
  if (typeof value !== 'object' || value === null || !('objects' in value)) return false;
  return typeof value.objects === 'object' && value.objects !== null && 'countries' in value.objects;
}

let lands: Map<string, Land> | null = null;

function cornersOf(coordinates: unknown, into: Point[]): void {
  if (!Array.isArray(coordinates)) return;
  const [lon, lat] = coordinates;
  if (typeof lon === 'number' && typeof lat === 'number') into.push([lon, lat]);
  else for (const part of coordinates) cornersOf(part, into);
}

/** The shapes of Natural Earth 4.1 at 1:50 million by ISO 3166-1 alpha-2 code; some states are drawn in several. */
function landsByCode(): Map<string, Land> {
  if (lands) return lands;
  const codes = new Map(iso31661.map((state) => [state.numeric, state.alpha2]));
  const topology: unknown = atlas;
  if (!isAtlas(topology)) throw new Error('world-atlas holds no countries');
  lands = new Map();
  for (const shape of feature(topology, topology.objects.countries).features) {
    const code = shape.id === undefined ? undefined : codes.get(String(shape.id));
    if (!code) continue;
    const land = lands.get(code) ?? { shapes: [], corners: [] };
    land.shapes.push(shape);
    if ('coordinates' in shape.geometry) cornersOf(shape.geometry.coordinates, land.corners);
    lands.set(code, land);
  }
  return lands;
}

/** The middle of a state's shape, degrees; null where none is packaged. */
export function middleOf(code: string): { lat: number; lon: number } | null {
  const largest = landsByCode()
    .get(code)
    ?.shapes.reduce((best, shape) => (JSON.stringify(shape).length > JSON.stringify(best).length ? shape : best));
  if (!largest) return null;
  const [lon, lat] = geoCentroid(largest);
  return { lat, lon };
}

function isNear(land: Land, here: Point): boolean {
  const slack = land.corners.length < ISLET_CORNERS ? ISLET_SLACK_KM : SLACK_KM;
  return land.corners.some((corner) => geoDistance(corner, here) * EARTH_KM < slack);
}

/** Whether a place lies in a state, or near enough to its generalised border or coast; null where no shape is packaged. */
export function liesIn(code: string, lat: number, lon: number): boolean | null {
  const drawn = [code, ...(DRAWN_UNDER[code] ?? [])].flatMap((one) => landsByCode().get(one) ?? []);
  if (drawn.length === 0) return null;
  const here: Point = [lon, lat];
  return drawn.some((land) => land.shapes.some((shape) => geoContains(shape, here)) || isNear(land, here));
}
