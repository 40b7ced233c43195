/** The card, drawn. */
export { CARD_STYLE } from './card-style.ts';
export { type CardMap, CardView } from './card-view.tsx';
