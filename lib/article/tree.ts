/** The shadow tree of an element, closed ones where they can be reached; null where it has none. */
export type TreeOf = (element: Element) => ShadowRoot | null;

const DOCUMENT_FRAGMENT = 11;
/** Elements that may have a shadow tree, besides those of a page's own making. */
const HOSTS = /^(?:ARTICLE|ASIDE|BLOCKQUOTE|BODY|DIV|FOOTER|H[1-6]|HEADER|MAIN|NAV|P|SECTION|SPAN)$/;

/** What an element is shown in: its parent, the slot it is put into, or the element that holds the shadow tree it is at the top of. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  if (parent?.nodeType === DOCUMENT_FRAGMENT) return (parent as ShadowRoot).host ?? null;
  return element.parentElement;
}

/** Whether elements with a tag may have a shadow tree. */
export const mayHoldTree = (tag: string) => tag.includes('-') || HOSTS.test(tag);

/** What a page puts into a slot; null where that is nothing, or the element is no slot. */
export function assignedTo(element: Element, tag: string): readonly Node[] | null {
  if (tag !== 'SLOT') return null;
  const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
  return assigned.length > 0 ? assigned : null;
}
