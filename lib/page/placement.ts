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
  readonly side: 'below' | 'above';
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
 * little; moved sideways to stay in view; cut in height where neither side holds it. Pure.
 */
export function placeCard(
  anchor: Box,
  card: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): Placement {
  const below = viewport.height - MARGIN - (anchor.top + anchor.height + GAP);
  const above = anchor.top - GAP - MARGIN;
  const side = card.height <= below || below >= above ? 'below' : 'above';
  const room = Math.max(LEAST_HEIGHT, Math.min(side === 'below' ? below : above, viewport.height - 2 * MARGIN));
  const height = Math.min(card.height, room);
  const wanted = side === 'below' ? anchor.top + anchor.height + GAP : anchor.top - GAP - height;
  const top = Math.max(MARGIN, Math.min(wanted, viewport.height - MARGIN - height));
  const left = Math.max(MARGIN, Math.min(anchor.left, viewport.width - MARGIN - card.width));
  // What the reader opens in a card that was placed lets it grow downwards, to the edge and no farther.
  const maxHeight = card.height > room ? room : viewport.height - MARGIN - top;
  return { left: Math.round(left), top: Math.round(top), side, maxHeight: Math.floor(maxHeight) };
}
