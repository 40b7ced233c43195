import type { Tab } from '#lib/commands/browsers.ts';

/** In the page: where the card is painted, sought on a grid. */
const CARD_BOX = `(() => {
  let box = null;
  for (let y = 1; y < innerHeight; y += 4) for (let x = 1; x < innerWidth; x += 8) {
    if (document.elementFromPoint(x, y)?.localName !== 'dramatis-card') continue;
    box = box ? { left: Math.min(box.left, x), top: Math.min(box.top, y), right: Math.max(box.right, x), bottom: Math.max(box.bottom, y) } : { left: x, top: y, right: x, bottom: y };
  }
  return box && { ...box, width: document.documentElement.clientWidth, height: innerHeight };
})()`;

/** Where a card is painted, and the size of the viewport, CSS pixels. */
interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Where the page's card is painted; null where there is none. */
export function cardBoxOf(tab: Tab): Promise<CardBox | null> {
  return tab.evaluate<CardBox | null>(CARD_BOX);
}
