/** Mention, entry and date to what a card says, as data. Pure. */
export { cardOf, type CardRequest, leadOf, noteOf } from './card.ts';
export type { Card, CardLine } from './model.ts';
export { LEAD_LIMIT } from './wording.ts';
