/** Mention, entry and date to what a card says, as data. Pure. */
export { addsTo, type CardRequest, cardOf, cardOfEntry, leadOf, noteOf, strangerKey } from './card.ts';
export { type Choice, chosen } from './choices.ts';
export type { Card, CardLine, CardSteps, OtherReading, Quote, StepRelation } from './model.ts';
export { LEAD_LIMIT } from './wording.ts';
