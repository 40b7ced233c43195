/** What the reader adds to the glossary: packs, own entries, and the file that holds all they set. Pure. */
export { type AddressFault, packAddress } from './address.ts';
export { type BackedPack, type Backup, LONGEST_BACKUP, type ParsedBackup, parseBackup, writeBackup } from './backup.ts';
export {
  freeId,
  joined,
  mergedAsAlias,
  NO_NAMES,
  namesTakenBack,
  OWN_LAYER,
  type OwnNames,
  ownLayer,
  parseOwn,
  withAlias,
  withEntry,
  withoutAlias,
  withoutEntry,
} from './own.ts';
export { LONGEST_PACK, type Pack, type PackAlias, type PackEntry, packEntry, packSchema } from './pack-schema.ts';
export { type ParsedPack, packLayer, parsePack, wordRefusal } from './parse-pack.ts';
export type { Refusal } from './read-json.ts';
export { COMMON_REASONS, type CommonReason, commonReason } from './reasons.ts';
export {
  CHECK_EVERY,
  due,
  moved,
  PROBLEMS,
  type Problem,
  parseShelf,
  type Shelf,
  type ShelvedPack,
  type Subscription,
  withPack,
} from './shelf.ts';
