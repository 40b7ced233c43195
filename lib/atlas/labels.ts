import type { MapLabel, MapMark } from './model.ts';
import type { Stroke } from './outline.ts';

/** Pixels a letter is wide on average, by role, in the sizes that the drawing uses; generous, as fonts differ. */
const LETTER: Readonly<Record<MapLabel['role'], number>> = { land: 5.7, home: 6.6, subject: 6.9, note: 5.6 };
const HEIGHT = 12;
/** Room kept free round a label. */
const MARGIN = 2;
/** Pixels between the points of a ring that letters are placed in. */
const COARSE = 3;
/** Room beyond this, pixels, makes a place no better; and what being away from a mark counts against it. */
const ROOMY = 70;
const AWAY = 0.6;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Puts labels on a map so that none lies on another, on a mark or over the edge. The first put has the best place. */
export class LabelBoard {
  readonly labels: MapLabel[] = [];
  readonly #taken: Box[] = [];
  readonly #marks: { x: number; y: number }[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Keeps a rectangle free of labels. */
  keep(left: number, top: number, right: number, bottom: number): void {
    this.#taken.push({ left, top, right, bottom });
  }

  /** Puts text where it is free; says whether it was put. */
  put(label: MapLabel): boolean {
    const box = boxOf(label);
    const inside = box.left >= MARGIN && box.right <= this.#width - MARGIN && box.top >= MARGIN && box.bottom <= this.#height - MARGIN;
    if (!inside || this.#taken.some((other) => overlap(box, other))) return false;
    this.labels.push(label);
    this.#taken.push(box);
    return true;
  }

  /** Keeps a mark free, and land's names away from it where they can be. */
  keepMark(x: number, y: number, half: number): void {
    this.#marks.push({ x, y });
    if (half > 0) this.keep(x - half, y - half, x + half, y + half);
  }

  /** A mark's name beside it, with a note under it where it has one. */
  putMark(mark: MapMark, note: string | null): boolean {
    const { x, y, name: text, shape } = mark;
    if (shape === 'none') {
      for (const away of [4, -6, 16, -18]) if (this.put({ text, x, y: y + away, anchor: 'middle', role: 'subject' })) return true;
    }
    const gap = shape === 'ring' ? 15 : 8;
    const places = [
      { x: x + gap, y: y + 4, anchor: 'start' },
      { x: x - gap, y: y + 4, anchor: 'end' },
      { x, y: y - gap - 1, anchor: 'middle' },
      { x, y: y + gap + 9, anchor: 'middle' },
      { x: x + gap - 2, y: y - 6, anchor: 'start' },
      { x: x - gap + 2, y: y - 6, anchor: 'end' },
      { x: x + gap - 2, y: y + 14, anchor: 'start' },
      { x: x - gap + 2, y: y + 14, anchor: 'end' },
    ] as const;
    for (const place of places) {
      if (!this.put({ ...place, text, role: 'subject' })) continue;
      if (note) this.put({ ...place, y: place.y + HEIGHT + 2, text: note, role: 'note' });
      return true;
    }
    return false;
  }

  /** A land's name where the land is widest; false where it does not fit. `strict` keeps it within the land's own shape. */
  putLand(text: string, rings: readonly Stroke[], role: 'land' | 'home', strict: boolean): boolean {
    const half = widthOf(text, role) / 2;
    const large = rings.filter(isLarge).map(coarse);
    const found: { x: number; y: number; room: number }[] = [];
    for (let y = HEIGHT; y < this.#height - MARGIN; y += 4) {
      for (const [left, right] of widest(large, [y - 9, y - 4, y + 1])) {
        const room = right - left - 2 * half;
        if (strict ? room >= -half * 0.3 : right > left) found.push({ x: (left + right) / 2, y, room });
      }
    }
    const apart = ({ x, y, room }: { x: number; y: number; room: number }) =>
      Math.min(room, ROOMY) + AWAY * Math.min(ROOMY, ...this.#marks.map((mark) => Math.hypot(mark.x - x, 2 * (mark.y - y))));
    found.sort((a, b) => apart(b) - apart(a));
    for (const { x, y } of found.slice(0, 12)) {
      const within = Math.min(Math.max(x, half + MARGIN + 1), this.#width - half - MARGIN - 1);
      if (Math.abs(within - x) > half * 0.6) continue;
      if (this.put({ text, x: within, y, anchor: 'middle', role })) return true;
    }
    return false;
  }
}

function widthOf(text: string, role: MapLabel['role']): number {
  return [...text].length * LETTER[role];
}

function boxOf({ text, x, y, anchor, role }: MapLabel): Box {
  const width = widthOf(text, role);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left: left - MARGIN, right: left + width + MARGIN, top: y - HEIGHT + 2, bottom: y + 3 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a row of letters may lie inside a ring. */
function isLarge(ring: Stroke): boolean {
  const ys = ring.map(([, y]) => y);
  return Math.max(...ys) - Math.min(...ys) >= HEIGHT - 2;
}

/** A ring as finely as placing letters needs. */
function coarse(ring: Stroke): Stroke {
  let last: readonly [number, number] | null = null;
  return ring.filter((point) => {
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < COARSE) return false;
    last = point;
    return true;
  });
}

type Span = readonly [from: number, to: number];

/** Where a row of the map crosses the inside of rings (even-odd). */
function spansAt(rings: readonly Stroke[], y: number): Span[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (const [at, [x, top]] of ring.entries()) {
      const [nextX, bottom] = ring[(at + 1) % ring.length] ?? [x, top];
      if (top > y !== bottom > y) crossings.push(x + ((y - top) / (bottom - top)) * (nextX - x));
    }
  }
  crossings.sort((a, b) => a - b);
  const spans: Span[] = [];
  for (let at = 0; at + 1 < crossings.length; at += 2) spans.push([crossings[at] ?? 0, crossings[at + 1] ?? 0]);
  return spans;
}

/** Spans that are inside on all of these rows. */
function widest(rings: readonly Stroke[], rows: readonly number[]): Span[] {
  return rows
    .map((y) => spansAt(rings, y))
    .reduce((common, spans) =>
      common.flatMap(([from, to]) =>
        spans.map(([left, right]): Span => [Math.max(from, left), Math.min(to, right)]).filter(([left, right]) => right > left),
      ),
    );
}
