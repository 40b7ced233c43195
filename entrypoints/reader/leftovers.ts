import { canMark, clearStaleMarks } from '#lib/page/index.ts';
import { CARD_ELEMENT } from './card-element.ts';
import { LOOKS } from './specs.ts';

/** Takes away what a reader of the extension before its update left on the page: it is cut off and can no longer do so. */
export function clearLeftovers(): void {
  for (const card of document.querySelectorAll(CARD_ELEMENT)) card.remove();
  if (canMark()) clearStaleMarks(LOOKS);
}
