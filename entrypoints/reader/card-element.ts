/** Name of the one element that is added to a page. */
export const CARD_ELEMENT = 'dramatis-card';
