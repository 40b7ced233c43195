/** Maps, drawn. */

export { MapFigure } from './map-figure.tsx';
export { MAP_STYLE } from './map-style.ts';
