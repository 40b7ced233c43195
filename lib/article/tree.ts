import { plain } from './plain.ts';

/** The shadow tree of an element, closed ones where they can be reached; null where it has none. */
export type TreeOf = (element: Element) => ShadowRoot | null;

const DOCUMENT_FRAGMENT = 11;

/** What an element is shown in: its parent, the slot it is put into, or the element that holds the shadow tree it is at the top of. */
export function parentOf(element: Element): Element | null {
  const { assignedSlot, parentNode: parent, parentElement } = plain(element);
  if (assignedSlot) return assignedSlot;
  if (parent?.nodeType === DOCUMENT_FRAGMENT) return (parent as ShadowRoot).host ?? null;
  return parentElement;
}

/** What a page puts into a slot; null where that is nothing. */
export function assignedTo(slot: Element): readonly Node[] | null {
  const assigned = (slot as HTMLSlotElement).assignedNodes?.() ?? [];
  return assigned.length > 0 ? assigned : null;
}
