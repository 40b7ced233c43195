/** The browsers' own ways into closed shadow trees: Firefox's on elements, Chrome's in its API for content scripts. */
interface Opening extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
declare const chrome: { readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } | undefined;

/** The shadow tree of an element, a closed one too; null where it has none. */
export function treeOf(element: Element): ShadowRoot | null {
  const open = element.shadowRoot ?? (element as Opening).openOrClosedShadowRoot;
  if (open) return open;
  // Chrome's way is slow. Closed trees are those of elements of a page's own making, or of such as hold nothing else.
  if (!(element instanceof HTMLElement) || (element.firstElementChild !== null && !element.localName.includes('-'))) return null;
  return typeof chrome === 'undefined' ? null : (chrome.dom?.openOrClosedShadowRoot(element) ?? null);
}
