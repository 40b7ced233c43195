/** The glossary as it is read: model, packed files, lookup. Pure. Compiling is in `compile/`. */
export { type Gazetteer, Glossary, numberOfId } from './glossary.ts';
export { type CompiledLayers, compileLayers, layerEntries } from './layer/compile-layers.ts';
export { LayeredIndex } from './layer/layered-index.ts';
export type { Layer, LayerAlias, LayerEntry } from './layer/model.ts';
export { layOver } from './layer/overlay.ts';
export type { Entry, Holder, Kind, Link, Office, Relation, Role, Status } from './model.ts';
export { INVERSES, KINDS, OFFICES, RELATIONS, SUBKINDS } from './model.ts';
export type { NameIndex } from './name-index.ts';
export { type FormVia, packCountry, unpackCountry } from './packed/format.ts';
export { growHash, loneHash } from './packed/pack.ts';
export { type Head, PackedIndex, type Posting } from './packed/packed-index.ts';
export { DamagedGlossary, sealGlossaryFile, wholeGlossaryFile } from './packed/read-header.ts';
