/**
 * What the article itself says of a name, read by compromise. Pure, but slow to load and to run: kept out of the way
 * of marks, and asked only when a card is opened or a listing is made.
 */
export { introduce, type Place } from './introduce.ts';
export type { Introduction } from './model.ts';
export { sentenceAround } from './sentence.ts';
