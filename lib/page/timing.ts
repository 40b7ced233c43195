/** Every timing of the page, in milliseconds. */

/** After the pointer left name and card: time to come back, or to cross the gap between them. */
export const CLOSE_DELAY = 250;
/** From a name to its neighbour while a card is open: short, but not while merely crossing. */
export const SWITCH_DELAY = 120;
/** The longest wait for the first card when the background had been stopped, before the reader is told nothing at all. */
export const REPLY_LIMIT = 4000;
/** A page that changes is read again after it was quiet for this long, at most this often. */
export const RESCAN_QUIET = 600;
export const RESCAN_LONGEST_WAIT = 3000;
/** After a page's theme was switched, its colours are read when they have faded over. */
export const COLOURS_SETTLE = 400;
