import type { GeometryCollection, MultiLineString, MultiPolygon, Topology } from 'topojson-specification';
import * as v from 'valibot';

/** The middle of each part of a shape (degrees) and how far it reaches from there (radians): lon, lat, radius, lon, lat, … */
type Caps = number[];

/** What the world file says of a piece of land; `id` is Natural Earth's name, which the tables of disputes use. */
export interface LandProperties {
  readonly id: string;
  readonly name: string;
  readonly code?: string | undefined;
  readonly caps: Caps;
}

interface LineProperties {
  readonly caps: Caps;
}

type EdgeKind = 'coast' | 'borders' | 'disputed';

/** Natural Earth as the maps use it: land by state, and its edges by what they are. */
export type WorldFile = Topology<{ lands: GeometryCollection<LandProperties> } & Record<EdgeKind, MultiLineString<LineProperties>>>;

const numbers = v.array(v.number());
const lines = v.object({ type: v.literal('MultiLineString'), arcs: v.array(numbers), properties: v.object({ caps: numbers }) });
const land = v.object({
  type: v.literal('MultiPolygon'),
  arcs: v.array(v.array(numbers)),
  properties: v.object({ id: v.string(), name: v.string(), code: v.optional(v.string()), caps: numbers }),
});
const pair = v.tuple([v.number(), v.number()]);
const worldFile = v.object({
  type: v.literal('Topology'),
  objects: v.object({
    lands: v.object({ type: v.literal('GeometryCollection'), geometries: v.array(land) }),
    coast: lines,
    borders: lines,
    disputed: lines,
  }),
  // Eighty thousand pairs of numbers of our own making: that they are lists is enough.
  arcs: v.array(v.custom<number[][]>((value) => Array.isArray(value))),
  transform: v.object({ scale: pair, translate: pair }),
});

/** Reads the world file. @throws where it is damaged. */
export function parseWorldFile(value: unknown): WorldFile {
  const file = v.parse(worldFile, value);
  return { ...file, objects: { ...file.objects, lands: { ...file.objects.lands, geometries: file.objects.lands.geometries.map(asLand) } } };
}

function asLand(geometry: v.InferOutput<typeof land>): MultiPolygon<LandProperties> {
  return geometry;
}
