/** A rectangle in CSS pixels of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  /** Where it stands to the rectangle; over it only in a window with no room at any side. */
  readonly side: 'below' | 'above' | 'beside' | 'over';
  /** The card scrolls inside where it is higher than this, or grows to be. */
  readonly maxHeight: number;
}

/** Between the name and the card: near enough to be crossed, far enough to see the underline. */
const GAP = 6;
/** From the viewport's edges. */
const MARGIN = 8;
const LEAST_HEIGHT = 96;

/**
 * Where a card goes beside the rectangle under the pointer: below it, or above where there is more room and below is too
 * little; moved sideways to stay in view; cut in height where neither side holds it. In a window or frame of a few lines it goes to the
 * rectangle's right or left. Pure.
 */
export function placeCard(
  anchor: Box,
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): Placement {
  const below = viewport.height - MARGIN - (anchor.top + anchor.height + GAP);
  const above = anchor.top - GAP - MARGIN;
  const isLow = Math.max(below, above) < Math.min(card.height, LEAST_HEIGHT);
  return (isLow && placeBeside(anchor, card, viewport)) || placeInColumn(anchor, card, viewport, below, above);
}

type Size = Pick<Box, 'width' | 'height'>;

function placeInColumn(anchor: Box, card: Size, viewport: Size, below: number, above: number): Placement {
  const side = card.height <= below || below >= above ? 'below' : 'above';
  const room = Math.max(LEAST_HEIGHT, Math.min(side === 'below' ? below : above, viewport.height - 2 * MARGIN));
  const height = Math.min(card.height, room);
  const wanted = side === 'below' ? anchor.top + anchor.height + GAP : anchor.top - GAP - height;
  const top = Math.max(MARGIN, Math.min(wanted, viewport.height - MARGIN - height));
  const left = Math.max(MARGIN, Math.min(anchor.left, viewport.width - MARGIN - card.width));
  // What the reader opens in a card that was placed lets it grow downwards, to the edge and no farther.
  const maxHeight = card.height > room ? room : viewport.height - MARGIN - top;
  const isOver = top < anchor.top + anchor.height && top + height > anchor.top;
  return { left: Math.round(left), top: Math.round(top), side: isOver ? 'over' : side, maxHeight: Math.floor(maxHeight) };
}

/** To the right or the left of the rectangle, as high as the window; null where neither is wide enough. */
function placeBeside(anchor: Box, card: Size, viewport: Size): Placement | null {
  const places = [anchor.left + anchor.width + GAP, anchor.left - GAP - card.width];
  const left = places.find((at) => at >= MARGIN && at + card.width <= viewport.width - MARGIN);
  if (left === undefined) return null;
  const maxHeight = Math.max(LEAST_HEIGHT, viewport.height - 2 * MARGIN);
  const height = Math.min(card.height, maxHeight);
  const top = Math.max(MARGIN, Math.min(anchor.top, viewport.height - MARGIN - height));
  return {
    left: Math.round(left),
    top: Math.round(top),
    side: 'beside',
    maxHeight: Math.floor(Math.max(height, viewport.height - MARGIN - top)),
  };
}
