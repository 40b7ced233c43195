import { type GeoGeometryObjects, geoDistance, geoStream } from 'd3-geo';
import type { Frame } from './frame.ts';
import type { LandPart, Line } from './world.ts';

/** A line or ring on the map, pixels. */
export type Stroke = [x: number, y: number][];

/** Points nearer than this to the one before, pixels, are left out: a screen would not show them. */
const FINEST = 0.9;

/** What of a shape lies in the frame, projected and clipped. */
function project(shape: GeoGeometryObjects, frame: Frame): Stroke[] {
  const strokes: Stroke[] = [];
  let stroke: Stroke = [];
  geoStream(
    shape,
    frame.projection.stream({
      point: (x, y) => {
        stroke.push([x, y]);
      },
      lineStart: () => {
        stroke = [];
      },
      lineEnd: () => {
        if (stroke.length > 1) strokes.push(stroke);
      },
      polygonStart: () => {},
      polygonEnd: () => {},
    }),
  );
  return strokes;
}

/** Shapes that reach no farther than this from their middle, pixels, would not be seen. */
const LEAST_RADIUS = 0.6;

function isNear(shape: LandPart | Line, frame: Frame): boolean {
  return shape.radius * frame.pixelsPerRadian > LEAST_RADIUS && geoDistance(shape.centre, frame.centre) < shape.radius + frame.radius;
}

/** The rings of land that lie in the frame. */
export function ringsOf(parts: readonly LandPart[], frame: Frame): Stroke[] {
  return parts
    .filter((part) => isNear(part, frame))
    .flatMap(({ rings }) =>
      project({ type: 'Polygon', coordinates: rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])) }, frame),
    );
}

/** The stretches of lines that lie in the frame. */
export function strokesOf(lines: readonly Line[], frame: Frame): Stroke[] {
  return lines
    .filter((line) => isNear(line, frame))
    .flatMap(({ points }) => project({ type: 'LineString', coordinates: points.map(([lon, lat]): [number, number] => [lon, lat]) }, frame));
}

/** Islets smaller than this, pixels, are not drawn. */
const SMALLEST = 1.4;

function isSeen(stroke: Stroke): boolean {
  const [first] = stroke;
  return first !== undefined && stroke.some(([x, y]) => Math.abs(x - first[0]) > SMALLEST || Math.abs(y - first[1]) > SMALLEST);
}

/** Tenths of a pixel as SVG's shortest number: 12 is "1.2". */
const tenths = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.');

/** Strokes as a path of SVG in steps of a tenth of a pixel, thinned to what a screen shows. */
export function pathOf(strokes: readonly Stroke[], closed: boolean): string {
  let path = '';
  for (const stroke of strokes) {
    if (!isSeen(stroke)) continue;
    let last: readonly [number, number] | null = null;
    for (const [at, point] of stroke.entries()) {
      const x = Math.round(point[0] * 10);
      const y = Math.round(point[1] * 10);
      if (!last) {
        path += `M${tenths(x)},${tenths(y)}`;
        last = [x, y];
        continue;
      }
      const [dx, dy]: [number, number] = [x - last[0], y - last[1]];
      const isEnd = at === stroke.length - 1;
      if ((!isEnd || closed) && Math.hypot(dx, dy) < FINEST * 10) continue;
      path += `l${tenths(dx)},${tenths(dy)}`;
      last = [x, y];
    }
    if (closed) path += 'Z';
  }
  return path;
}
