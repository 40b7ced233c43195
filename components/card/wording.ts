import type { Card } from '#lib/card/index.ts';
import type { Words } from '#lib/words/index.ts';

/** With a capital at its head, unless the first word is written in a way of its own ("al-Qaeda", "eBay"). */
export const capital = (text: string): string => (/^\p{Ll}\p{Ll}+ /u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text);

/** How often the article names it, where that is more than the once that the reader sees. */
export function namedHere(card: Card, { count }: Words): string[] {
  return card.count > 1 ? [count('card_named', card.count)] : [];
}
