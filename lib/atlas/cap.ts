import { geoDistance } from 'd3-geo';
import type { Position } from './model.ts';

/** The cap of the globe that holds a shape: what lies wholly outside a map is not drawn. Radius in radians. */
export interface Cap {
  readonly centre: [lon: number, lat: number];
  readonly radius: number;
}

const RADIANS = Math.PI / 180;

/** A cap round points: not the smallest, but one that holds them all. */
export function capOf(points: readonly Position[]): Cap {
  let x = 0;
  let y = 0;
  let z = 0;
  for (const [lon, lat] of points) {
    const c = Math.cos(lat * RADIANS);
    x += c * Math.cos(lon * RADIANS);
    y += c * Math.sin(lon * RADIANS);
    z += Math.sin(lat * RADIANS);
  }
  const centre: [number, number] = [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
  let radius = 0;
  for (const [lon, lat] of points) radius = Math.max(radius, geoDistance(centre, [lon, lat]));
  return { centre, radius };
}
