/** Mention, entry and date to what a card says, as data. Pure. */
export { type CardRequest, cardOf, leadOf, noteOf } from './card.ts';
export type { Card, CardLine } from './model.ts';
export { LEAD_LIMIT } from './wording.ts';
