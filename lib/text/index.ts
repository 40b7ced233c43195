/** Words of a text and the keys under which names are compared. Pure; the floor under glossary and names. */
export { fold } from './fold.ts';
export { EMPTY_HASH, extendHash, type Hash, hashWord } from './hash.ts';
export { isSealed, seal } from './seal.ts';
export { shownText } from './shown.ts';
export { type Gap, parts, type Token, tokenise } from './tokenise.ts';
