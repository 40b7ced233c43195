/** The card, drawn. */
export { CARD_STYLE } from './card-style.ts';
export { CardView } from './card-view.tsx';
