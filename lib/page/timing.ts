/** Every timing of the page: milliseconds, but for one speed. How long the pointer rests on a name is the reader's setting. */

/** CSS pixels a millisecond. Slower is at rest: eyes that follow a line with the pointer make 0.2, a hand that is still 0.03. */
export const RESTING_SPEED = 0.1;
/** After the pointer left name and card: time to come back, or to cross the gap between them. */
export const CLOSE_DELAY = 250;
/** On the straight way from the name to its card: time to stop and think. */
export const BRIDGE_DELAY = 500;
/** From a name to its neighbour while a card is open: short, but not while merely crossing. */
export const SWITCH_DELAY = 120;
/** After a scroll the page has moved under the pointer, not the pointer over the page. */
export const SCROLL_QUIET = 150;
/** Whoever types or has just typed is not asking who a name is. */
export const TYPING_QUIET = 600;
/** How long a card stays for the sake of its "Undo", once the pointer has left it. */
export const UNDO_STAYS = 8000;
/** How long a name stays set off that the panel has brought into view. */
export const VISIT_SHOWN = 4000;
/** The longest wait for the first card when the background had been stopped, before the reader is told nothing at all. */
export const REPLY_LIMIT = 4000;
/** A page that changes is read again after it was quiet for this long, and after this long when it never is. */
export const RESCAN_QUIET = 300;
export const RESCAN_LONGEST_WAIT = 1500;
/** A page is looked at in slices of about this long. */
export const LOOK_SLICE = 5;
/** The part of the time that reading a page again may take, at most. */
export const RESCAN_SHARE = 0.04;
/** Changes in a second that make a page restless, and those that are a storm. */
export const RESTLESS_AT = 300;
export const STORM_AT = 2000;
/** How often a card that is open is looked after: whether its name is there still, and where. */
export const CARD_WATCH = 200;
/** After a page's theme was switched, its colours are read when they have faded over. */
export const COLOURS_SETTLE = 400;
