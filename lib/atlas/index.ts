/** Where places lie: the world's shapes to a small map, as data. Pure. Making the world file is in `compile/`. */
export { drawMap } from './draw.ts';
export { heartOf } from './heart.ts';
export { CARD_MAP, type LocatorMap, type MapLabel, type MapMark, type Subject } from './model.ts';
export { openWorld, type World } from './world.ts';
export { parseWorldFile } from './world-file.ts';
