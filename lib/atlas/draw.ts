import { geoContains } from 'd3-geo';
import { CLAIMED_LAND } from './disputes.ts';
import { type Frame, frameForAll, homesOf, widened } from './frame.ts';
import { LabelBoard } from './labels.ts';
import type { LocatorMap, MapMark, MarkShape, Subject } from './model.ts';
import { pathOf, ringsOf, type Stroke, strokesOf } from './outline.ts';
import { describe, scaleBar, wordWhere } from './wording.ts';
import type { Land, World } from './world.ts';

/** A state smaller than this on the map, pixels across, needs a mark to be seen. */
const SEEN = 14;
/** A state smaller than this is marked, for its name would hide it. */
const SEEN_UNDER_NAME = 36;
/** Times the view is widened where it shows nothing but sea round a place. */
const MOST_STEPS_BACK = 4;
/** Neighbours that are labelled, at most. */
const MOST_LABELS = 14;
/** The subjects whose names are written; the marks of all are drawn. */
const MOST_NAMES = 40;
/** Longest scale bar, pixels. */
const LONGEST_SCALE = 90;

/** Places known by their extent, which have no one point. */
const BY_NAME: ReadonlySet<string> = new Set(['sea', 'mountains', 'desert', 'macro-region']);
const BY_CIRCLE: ReadonlySet<string> = new Set(['region', 'territory', 'strait', 'river', 'lake', 'island']);

interface MapSize {
  readonly width: number;
  readonly height: number;
}

interface Drawn {
  readonly land: Land;
  readonly rings: Stroke[];
  readonly size: number;
}

function sizeOf(rings: readonly Stroke[]): number {
  let size = 0;
  for (const ring of rings) {
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    size = Math.max(size, Math.min(Math.max(...xs) - Math.min(...xs), 2 * (Math.max(...ys) - Math.min(...ys))));
  }
  return size;
}

function landsIn(frame: Frame, world: World): Drawn[] {
  return world.lands
    .map((land) => ({ land, rings: ringsOf(land.parts, frame) }))
    .filter(({ rings }) => rings.length > 0)
    .map((one) => ({ ...one, size: sizeOf(one.rings) }));
}

/** The view that shows a place among others: from farther off where there would be nothing but sea round it. */
function lookAround(subjects: readonly Subject[], world: World, size: MapSize): { frame: Frame; drawn: Drawn[] } {
  let frame = frameForAll(subjects, world, size);
  let drawn = landsIn(frame, world);
  for (let step = 0; step < MOST_STEPS_BACK && subjects.length === 1 && subjects[0]?.subkind !== 'sea'; step++) {
    const own = new Set(subjects[0]?.country);
    if (drawn.some((one) => one.size >= SEEN && !(one.land.code && own.has(one.land.code)))) break;
    frame = widened(frame, 1.6, size);
    drawn = landsIn(frame, world);
  }
  return { frame, drawn };
}

function shapeOf(subject: Subject, home: Drawn | undefined): MarkShape {
  const kind = subject.subkind ?? '';
  if (kind === 'disputed-territory') return 'ring';
  if (kind === 'country') return home && home.size >= SEEN_UNDER_NAME ? 'none' : 'circle';
  if (BY_NAME.has(kind)) return 'none';
  return BY_CIRCLE.has(kind) ? 'circle' : 'dot';
}

function markOf(subject: Subject, frame: Frame, drawn: readonly Drawn[]): MapMark | null {
  const point = frame.projection([subject.lon, subject.lat]);
  if (!point) return null;
  const home = drawn.find(({ land }) => land.code !== undefined && land.code === subject.country[0]);
  const [x, y] = point.map((value) => Math.round(value * 10) / 10);
  return x === undefined || y === undefined ? null : { id: subject.id, name: subject.name, shape: shapeOf(subject, home), x, y };
}

/**
 * Draws the map of one or more places: where they lie, in which state, among which neighbours. Null where there is none to draw.
 * The subjects come in order of weight: where names do not all fit, the first are written.
 */
export function drawMap(subjects: readonly Subject[], world: World, size: MapSize): LocatorMap | null {
  const [first] = subjects;
  if (!first) return null;
  const { frame, drawn } = lookAround(subjects, world, size);
  const homeCodes = new Set(
    subjects.length === 1 ? homesOf(first, world).flatMap(({ code }) => code ?? []) : subjects.flatMap(statesShown),
  );
  const isHome = ({ land }: Drawn) => land.code !== undefined && homeCodes.has(land.code);
  const isContested = ({ land }: Drawn) => CLAIMED_LAND[land.id]?.some((code) => homeCodes.has(code)) ?? false;
  const home = drawn.filter((one) => isHome(one) && !isContested(one));
  const contested = drawn.filter(isContested);
  const marks = subjects.flatMap((subject) => markOf(subject, frame, drawn) ?? []);

  const board = new LabelBoard(size.width, size.height);
  const scale = scaleBar(frame, Math.min(LONGEST_SCALE, size.width / 4));
  board.keep(0, size.height - 30, Math.max(scale.length + 16, 52), size.height);
  for (const { shape, x, y } of marks) {
    const half = { dot: 5, circle: 7, ring: 13, none: 0 }[shape];
    board.keepMark(x, y, half);
  }
  const written = new Set<string>();
  for (const [at, mark] of marks.slice(0, MOST_NAMES).entries()) {
    const subject = subjects[at];
    const own = drawn.find(({ land }) => land.code !== undefined && land.code === subject?.country[0]);
    if (mark.shape === 'none' && subject?.subkind === 'country' && own && board.putLand(mark.name, own.rings, 'home', false)) {
      written.add(own.land.id);
      continue;
    }
    board.putMark(mark, mark.shape === 'ring' && marks.length === 1 ? 'disputed' : null);
    if (subject?.subkind === 'country' && own) written.add(own.land.id);
    const same = drawn.find(({ land }) => land.name === mark.name);
    if (same) written.add(same.land.id);
  }
  const around = drawn.filter(({ land }) => !written.has(land.id)).sort((a, b) => Number(isHome(b)) - Number(isHome(a)) || b.size - a.size);
  for (const one of around.slice(0, MOST_LABELS)) {
    if (one.size >= SEEN || isHome(one)) board.putLand(one.land.name, one.rings, isHome(one) ? 'home' : 'land', !isHome(one));
  }
  return {
    ...size,
    land: pathOf(
      drawn.filter((one) => !isHome(one) && !isContested(one)).flatMap(({ rings }) => rings),
      true,
    ),
    home: pathOf(
      home.flatMap(({ rings }) => rings),
      true,
    ),
    contested: pathOf(
      contested.flatMap(({ rings }) => rings),
      true,
    ),
    coast: pathOf(strokesOf(world.coast, frame), false),
    borders: pathOf(strokesOf(world.borders, frame), false),
    disputed: pathOf(strokesOf(world.disputed, frame), false),
    marks,
    labels: board.labels,
    scale,
    description: inWords(subjects, frame, drawn),
  };
}

/** On a map of several places only the states among them are set off. */
function statesShown(subject: Subject): readonly string[] {
  return subject.subkind === 'country' ? subject.country : [];
}

function inWords(subjects: readonly Subject[], frame: Frame, drawn: readonly Drawn[]): string {
  const [only] = subjects;
  if (subjects.length !== 1 || !only) return describe(subjects, null, false, []);
  const isDisputed = only.subkind === 'disputed-territory';
  const at = frame.projection([only.lon, only.lat]);
  const home = drawn.find(({ land }) => land.code !== undefined && land.code === only.country[0]);
  const isIn = home?.land.parts.some(({ rings }) =>
    geoContains({ type: 'Polygon', coordinates: rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])) }, [
      only.lon,
      only.lat,
    ]),
  );
  const away = ({ rings }: Drawn) => Math.min(...rings.flat().map(([x, y]) => Math.hypot(x - (at?.[0] ?? 0), y - (at?.[1] ?? 0))));
  const around = drawn
    .filter(({ land, size }) => size >= SEEN && land.name !== only.name && land !== home?.land)
    .sort((a, b) => away(a) - away(b))
    .map(({ land }) => land.name);
  const where =
    home && at && isIn && only.name !== home.land.name && only.subkind !== 'country' && !isDisputed
      ? wordWhere(at, home.rings, home.land.name)
      : null;
  return describe(subjects, where, isDisputed, around);
}
