import { geoDistance } from 'd3-geo';
import type { Subject } from './model.ts';

/** How far the heart of a list of places reaches from its middle, radians: about 1,900 km. */
const REACH = 0.3;
/** The least part of the places that must lie together for the rest to be left off a map. */
const LEAST_PART = 0.5;

/** Those of a list of places that lie together, where at least half do; else all of them. In the order given. */
export function heartOf(subjects: readonly Subject[]): readonly Subject[] {
  let best: readonly Subject[] = [];
  for (const middle of subjects) {
    const near = subjects.filter((other) => geoDistance([middle.lon, middle.lat], [other.lon, other.lat]) <= REACH);
    if (near.length > best.length) best = near;
  }
  return best.length >= Math.max(2, subjects.length * LEAST_PART) ? best : subjects;
}
