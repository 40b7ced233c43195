/** The world file of the maps, made at build time from Natural Earth. Node only. */
export { worldFile } from './world-file.ts';
