/** Text to mentions: tokenise, match, recognise, follow short forms, resolve. Pure. */
export { annotate } from './annotate.ts';
export type { Mention, NameDocument, Via } from './model.ts';
export { type Ranked, rankReadings } from './rank.ts';
export { DamagedModel, type NameReader, NO_RECOGNISER, Recogniser, wholeModel } from './recognise/index.ts';
