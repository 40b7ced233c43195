import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';
import { capOf } from './cap.ts';
import type { Position, Subject } from './model.ts';
import type { Land, LandPart, World } from './world.ts';

/** Mean radius of the earth, km. */
const EARTH_KM = 6371;

/** What a map takes into view: a projection, and pixels a km at its middle. */
export interface Frame {
  readonly projection: GeoProjection;
  readonly pixelsPerKm: number;
  readonly centre: [lon: number, lat: number];
  readonly pixelsPerRadian: number;
  /** Radians from the centre to the farthest corner. */
  readonly radius: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Above this radius of what is shown, radians, a map of the whole world is drawn, not a disc of it. */
const WIDE = 1.05;
/** A state no wider than this, km, is shown whole round its towns; of a larger one, this much. */
const WHOLE_STATE_KM = 1500;
/** Parts of a state nearer than this, km, and at least so wide against the largest, count as its main land. */
const NEAR_KM = 1400;
const NOTABLE_PART = 0.25;

/** How much of the world is shown for what is drawn by one point, km across. */
const WIDTHS: Readonly<Record<string, number>> = {
  sea: 2600,
  strait: 800,
  river: 1500,
  lake: 900,
  mountains: 2000,
  desert: 2400,
  island: 900,
  'macro-region': 5000,
  'disputed-territory': 700,
  region: 1200,
};
const USUAL_WIDTH = 1200;
/** The least that is shown of the world, km across: below it Natural Earth's 1:50 million has no more to tell. */
const LEAST_WIDTH = 340;
/** A state is shown among its neighbours however small it is. */
const LEAST_STATE_WIDTH = 700;
/** A large state fills the map; a small one leaves room for those round it. */
const fillFor = (km: number) => (km > 4500 ? 0.8 : km > 2000 ? 0.7 : 0.6);

/** The lands a subject is in, by its codes. */
export function homesOf(subject: Subject, world: World): Land[] {
  return world.lands.filter(({ code }) => code !== undefined && subject.country.includes(code));
}

/** The parts of a state round a point: the nearest, and what is notable and not overseas from there. */
function mainParts(land: Land, at: Position): LandPart[] {
  const here: [number, number] = [at[0], at[1]];
  const away = (part: LandPart) => Math.max(0, geoDistance(part.centre, here) - part.radius);
  const nearest = [...land.parts].sort((a, b) => away(a) - away(b) || b.radius - a.radius)[0];
  if (!nearest) return [];
  return land.parts.filter(
    (part) =>
      part === nearest ||
      (part.radius >= nearest.radius * NOTABLE_PART && geoDistance(part.centre, here) * EARTH_KM - part.radius * EARTH_KM < NEAR_KM),
  );
}

function azimuthal(centre: [number, number], pixelsPerKm: number, size: Size): Frame {
  const radius = Math.min(2.6, (Math.hypot(size.width, size.height) / 2 / pixelsPerKm / EARTH_KM) * 1.15 + 0.01);
  const projection = geoAzimuthalEqualArea()
    .rotate([-centre[0], -centre[1]])
    .scale(pixelsPerKm * EARTH_KM)
    .translate([size.width / 2, size.height / 2])
    .precision(0.4)
    .clipAngle(Math.min(170, radius / (Math.PI / 180)))
    .clipExtent([
      [-3, -3],
      [size.width + 3, size.height + 3],
    ]);
  return { projection, pixelsPerKm, pixelsPerRadian: pixelsPerKm * EARTH_KM, centre, radius };
}

/** A frame of so many km across round a point. */
function frameAt(centre: Position, width: number, size: Size): Frame {
  return azimuthal([centre[0], centre[1]], size.width / width, size);
}

/** A frame that holds points, which fill so much of it, and is no narrower than `least` km. */
function frameRound(points: readonly Position[], fill: number, least: number, size: Size): Frame {
  let { centre } = capOf(points);
  let scale = size.width / least;
  for (let round = 0; round < 3; round++) {
    const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).scale(EARTH_KM).translate([0, 0]);
    const seen = points.map(([lon, lat]) => projection([lon, lat]) ?? ([0, 0] as const));
    const xs = seen.map(([x]) => x);
    const ys = seen.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const;
    centre = projection.invert?.([(left + right) / 2, (top + bottom) / 2]) ?? centre;
    scale = Math.min((size.width * fill) / Math.max(1, right - left), (size.height * fill) / Math.max(1, bottom - top), size.width / least);
  }
  return azimuthal(centre, scale, size);
}

/** The whole world with the points' side of it in the middle. */
function frameWide(points: readonly Position[], size: Size): Frame {
  const { centre } = capOf(points);
  const projection = geoEqualEarth().rotate([-centre[0], 0]).precision(0.4);
  projection.fitExtent(
    [
      [2, 2],
      [size.width - 2, size.height - 2],
    ],
    { type: 'MultiPoint', coordinates: [...points.map(([lon, lat]): [number, number] => [lon, lat]), ...corners(centre)] },
  );
  projection.clipExtent([
    [-3, -3],
    [size.width + 3, size.height + 3],
  ]);
  return { projection, pixelsPerKm: projection.scale() / EARTH_KM, pixelsPerRadian: projection.scale(), centre, radius: Math.PI };
}

/** Keeps a map of the world from cutting off inhabited land on either side. */
function corners(centre: Position): [number, number][] {
  return [
    [centre[0] - 130, 0],
    [centre[0] + 130, 0],
    [centre[0], 68],
    [centre[0], -50],
  ];
}

const ringPoints = (parts: readonly LandPart[]) => parts.flatMap(({ rings }) => rings[0] ?? []);
const kmAcross = (points: readonly Position[]) => capOf(points).radius * 2 * EARTH_KM;

/** What to show of the world so that a place is found in its neighbourhood. */
function frameFor(subject: Subject, world: World, size: Size): Frame {
  const here: Position = [subject.lon, subject.lat];
  const [home] = homesOf(subject, world);
  const kind = subject.subkind ?? '';
  if (home && (kind === 'country' || kind === 'territory')) {
    const shore = ringPoints(mainParts(home, here));
    return frameRound(shore, fillFor(kmAcross(shore)), LEAST_STATE_WIDTH, size);
  }
  if (kind in WIDTHS && kind !== 'region') return frameAt(here, WIDTHS[kind] ?? USUAL_WIDTH, size);
  if (home) {
    const shore = [...ringPoints(mainParts(home, here)), here];
    if (kmAcross(shore) <= WHOLE_STATE_KM) return frameRound(shore, 0.82, LEAST_WIDTH, size);
    return frameAt(here, WHOLE_STATE_KM, size);
  }
  return frameAt(here, WIDTHS[kind] ?? USUAL_WIDTH, size);
}

/** The same view from farther off. */
export function widened({ centre, pixelsPerKm }: Frame, times: number, size: Size): Frame {
  return azimuthal(centre, pixelsPerKm / times, size);
}

/** What to show so that all places of a list are seen together. */
export function frameForAll(subjects: readonly Subject[], world: World, size: Size): Frame {
  const [only] = subjects;
  if (subjects.length === 1 && only) return frameFor(only, world, size);
  const points = subjects.map(({ lon, lat }): Position => [lon, lat]);
  return capOf(points).radius > WIDE ? frameWide(points, size) : frameRound(points, 0.74, LEAST_WIDTH * 2, size);
}
