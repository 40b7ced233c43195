import { canMark, clearStaleMarks } from '#lib/page/index.ts';
import { HOST } from './card-host.tsx';
import { LOOKS } from './specs.ts';

/** Takes away what a reader of the extension before its update left on the page: it is cut off and can no longer do so. */
export function clearLeftovers(): void {
  for (const card of document.querySelectorAll(HOST)) card.remove();
  if (canMark()) clearStaleMarks(LOOKS);
}
