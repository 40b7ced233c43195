import type { Frame } from './frame.ts';
import type { Subject } from './model.ts';
import type { Stroke } from './outline.ts';

/** Within this part of a state's width and height from its middle, a place is in its centre. */
const CENTRE = 0.17;
/** Neighbours that are named, at most. */
const MOST_NEIGHBOURS = 6;

/** "in the west of Azerbaijan", from where a point lies in the rings of its state. */
export function wordWhere([x, y]: readonly [number, number], home: readonly Stroke[], name: string): string {
  const points = home.flat();
  if (points.length === 0) return `in ${name}`;
  const xs = points.map(([px]) => px);
  const ys = points.map(([, py]) => py);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const across = (x - (left + right) / 2) / Math.max(1, right - left);
  const down = (y - (top + bottom) / 2) / Math.max(1, bottom - top);
  const east = across > CENTRE ? 'east' : across < -CENTRE ? 'west' : '';
  const south = down > CENTRE ? 'south' : down < -CENTRE ? 'north' : '';
  const side = south && east ? `${south}-${east}` : south || east;
  return side ? `in the ${side} of ${name}` : `in the middle of ${name}`;
}

/** A round length that fits into so many pixels: 1, 2 or 5 times a power of ten, km. */
export function scaleBar({ pixelsPerKm }: Frame, longest: number): { length: number; text: string } {
  const most = longest / pixelsPerKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1);
  return { length: Math.round(km * pixelsPerKm * 10) / 10, text: `${km.toLocaleString('en')} km` };
}

/** What a map shows, in words. */
export function describe(subjects: readonly Subject[], where: string | null, isDisputed: boolean, around: readonly string[]): string {
  const names = subjects.slice(0, 12).map(({ name }) => name);
  const more = subjects.length > names.length ? ` and ${subjects.length - names.length} more` : '';
  const status = isDisputed ? ', of disputed status' : '';
  const neighbours = around.length > 0 ? ` Around: ${around.slice(0, MOST_NEIGHBOURS).join(', ')}.` : '';
  return `Map: ${names.join(', ')}${more}${where ? `, ${where}` : ''}${status}.${neighbours}`;
}
