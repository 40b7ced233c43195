import { feature } from 'topojson-client';
import type { MultiLineString } from 'topojson-specification';
import type { Cap } from './cap.ts';
import type { Position } from './model.ts';
import type { LandProperties, WorldFile } from './world-file.ts';

/** One island or mainland of a state; the first ring is its shore, the others are holes. */
export interface LandPart extends Cap {
  readonly rings: Position[][];
}

export interface Land extends Omit<LandProperties, 'caps'> {
  /** The largest first. */
  readonly parts: readonly LandPart[];
}

export interface Line extends Cap {
  readonly points: Position[];
}

/** The shapes of the world, ready to be drawn from. */
export interface World {
  readonly lands: readonly Land[];
  readonly coast: readonly Line[];
  readonly borders: readonly Line[];
  readonly disputed: readonly Line[];
}

const positions = (points: readonly number[][]): Position[] => points.map(([lon = 0, lat = 0]) => [lon, lat]);

function capAt(caps: readonly number[], at: number): Cap {
  return { centre: [caps[3 * at] ?? 0, caps[3 * at + 1] ?? 0], radius: caps[3 * at + 2] ?? Math.PI };
}

/** Unfolds the world file; done once. */
export function openWorld(file: WorldFile): World {
  const linesOf = (object: MultiLineString<{ readonly caps: number[] }>): Line[] =>
    feature(file, object).geometry.coordinates.map((line, at) => ({
      points: positions(line),
      ...capAt(object.properties?.caps ?? [], at),
    }));
  const { lands, coast, borders, disputed } = file.objects;
  return {
    lands: feature(file, lands).features.map(({ geometry, properties: { caps, ...properties } }) => {
      const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
      const parts = polygons.map((rings, at) => ({ rings: rings.map(positions), ...capAt(caps, at) }));
      return { ...properties, parts: parts.sort((a, b) => b.radius - a.radius) };
    }),
    coast: linesOf(coast),
    borders: linesOf(borders),
    disputed: linesOf(disputed),
  };
}
