import type { Box } from './placement.ts';
import { RESTING_SPEED } from './timing.ts';

/** A pointer's place in CSS pixels of the viewport, and when it was there (milliseconds). */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly time: number;
}

/** Whether a pointer that went from one spot to the other is passing over what is under it. Pure. */
export function isPassing(from: Spot | null, to: Spot): boolean {
  if (!from) return false;
  const time = Math.max(1, to.time - from.time);
  return Math.hypot(to.x - from.x, to.y - from.y) / time > RESTING_SPEED;
}

/** Beside the straight way to the card's corners, in CSS pixels: hands do not move straight. */
const SLACK = 6;

/**
 * Whether a pointer that was on a name at `from` may be on its way to the name's card: inside the triangle between that spot
 * and the card's nearer edge. Pure. The technique is that of menus with submenus (Tognazzini, Apple, 1986).
 */
export function isOnBridge(from: Spot, at: Spot, card: Box): boolean {
  const right = card.left + card.width;
  const bottom = card.top + card.height;
  const below = card.top >= from.y;
  const above = bottom <= from.y;
  const edge = below ? card.top : above ? bottom : null;
  if (edge === null) {
    // The card stands beside the name.
    const side = from.x <= card.left ? card.left : right;
    return inTriangle(at, from, { x: side, y: card.top - SLACK }, { x: side, y: bottom + SLACK });
  }
  const behind = { x: from.x, y: from.y + (below ? -SLACK : SLACK) };
  return inTriangle(at, behind, { x: card.left - SLACK, y: edge }, { x: right + SLACK, y: edge });
}

type Point = Pick<Spot, 'x' | 'y'>;

function inTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const side = (p: Point, q: Point) => (point.x - q.x) * (p.y - q.y) - (p.x - q.x) * (point.y - q.y);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return !(sides.some((value) => value < 0) && sides.some((value) => value > 0));
}
