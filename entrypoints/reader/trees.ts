/** The browsers' own ways into closed shadow trees: Firefox's on elements, Chrome's in its API for content scripts. */
interface Opening extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
declare const chrome: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined;

/** The shadow tree of an element, a closed one too; null where it has none. */
export function treeOf(element: Element): ShadowRoot | null {
  const open = element.shadowRoot ?? (import.meta.env.FIREFOX ? (element as Opening).openOrClosedShadowRoot : null);
  if (open || import.meta.env.FIREFOX) return open ?? null;
  // Chrome's way is slow. Closed trees are those of elements of a page's own making, or of such as hold nothing else.
  if (element.firstChild !== null && !element.localName.includes('-')) return null;
  return element instanceof HTMLElement && typeof chrome !== 'undefined' ? (chrome.dom?.openOrClosedShadowRoot(element) ?? null) : null;
}
