/** Marks, hit test, hover and placement: knows ranges and rectangles, not entries. DOM, read-only. */
export { type Density, thinOut } from './density.ts';
export { Grounds } from './ground.ts';
export { type Delay, type HoverEffect, type HoverEvent, type Hovered, type HoverState, hover, RESTING } from './hover.ts';
export { canMark, clearStaleMarks, type Hit, type MarkSpec, Marks, rangeOf } from './marks.ts';
export { isOnBridge, isPassing, type Spot } from './motion.ts';
export { type Box, placeCard } from './placement.ts';
export {
  BRIDGE_DELAY,
  CLOSE_DELAY,
  COLOURS_SETTLE,
  REPLY_LIMIT,
  RESCAN_LONGEST_WAIT,
  RESCAN_QUIET,
  SCROLL_QUIET,
  SWITCH_DELAY,
  TYPING_QUIET,
  UNDO_STAYS,
} from './timing.ts';
export { contrast, over, parseColour, type Rgb, SOFT, type Tone, toneOn } from './tone.ts';
