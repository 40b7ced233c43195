import type { Entry } from '../model.ts';
import type { PackedIndex } from '../packed/packed-index.ts';
import { compileLayers, layerEntries } from './compile-layers.ts';
import { LayeredIndex } from './layered-index.ts';
import type { Layer } from './model.ts';

/** What the reader laid over the bundled glossary. */
export interface Overlay {
  readonly index: LayeredIndex;
  /** Their numbers begin where the bundled ones end. */
  readonly entries: readonly Entry[];
}

/** Lays layers over an index, the first going before the rest. @throws where a layer's names clash under their hashes. */
export function layOver(base: PackedIndex, layers: readonly Layer[]): Overlay {
  return { index: new LayeredIndex(base, compileLayers(base, layers)), entries: layerEntries(base, layers) };
}
