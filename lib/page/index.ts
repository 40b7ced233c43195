/** Marks, hit test, hover and placement: knows ranges and rectangles, not entries. DOM, read-only. */
export { type Density, thinOut } from './density.ts';
export { Grounds } from './ground.ts';
export { canMark, clearStaleMarks } from './highlights.ts';
export { type Delay, type HoverEffect, type HoverEvent, type Hovered, type HoverState, hover, RESTING } from './hover.ts';
export type { MarkSpec } from './marked-text.ts';
export { type Follow, type Hit, Marks } from './marks.ts';
export { isOnBridge, isPassing, type Spot } from './motion.ts';
export { type Box, type Placement, placeCard } from './placement.ts';
export { placeOf, rangeOf } from './stretch.ts';
export {
  BRIDGE_DELAY,
  CARD_WATCH,
  CLOSE_DELAY,
  COLOURS_SETTLE,
  LOOK_SLICE,
  REPLY_LIMIT,
  RESCAN_LONGEST_WAIT,
  RESCAN_QUIET,
  RESCAN_SHARE,
  RESTLESS_AT,
  SCROLL_QUIET,
  STORM_AT,
  SWITCH_DELAY,
  TYPING_QUIET,
  UNDO_STAYS,
  VISIT_SHOWN,
} from './timing.ts';
export { contrast, over, parseColour, type Rgb, SOFT, type Tone, toneOn } from './tone.ts';
