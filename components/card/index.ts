/** The card, drawn. */
export type { CardActions } from './actions-view.tsx';
export { CARD_STYLE } from './card-style.ts';
export { cardText } from './card-text.ts';
export { type CardMap, type CardNotice, CardView } from './card-view.tsx';
