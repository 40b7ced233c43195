import { plain } from '#lib/article/index.ts';

/** What a pointer may stand on without a name under it being looked for. */
const NEVER_OVER = [
  'button, input, select, textarea, option, label, summary, nav, video, audio, canvas, iframe, object, embed',
  '[contenteditable]:not([contenteditable="false" i]), [draggable="true" i]',
  ...['button', 'checkbox', 'combobox', 'listbox', 'menu', 'menubar', 'menuitem', 'option', 'radio', 'searchbox'],
  ...['slider', 'spinbutton', 'switch', 'tab', 'textbox', 'toolbar'],
]
  .map((part) => (/^[a-z]+$/.test(part) ? `[role="${part}"]` : part))
  .join(', ');

/** Whether names under a pointer on this element are looked for: not over buttons and fields. */
export function canBeOver(target: EventTarget | null): boolean {
  return !(target instanceof Element) || plain(target).closest(NEVER_OVER) === null;
}

export function isInLink(target: EventTarget | null): boolean {
  return target instanceof Element && plain(target).closest('a[href], area[href], [role="link"], [onclick]') !== null;
}

/** Whether the reader is writing into something. */
export function isTyping(): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && (active.isContentEditable || active.matches('input, textarea, select'));
}

/** Whether some of a range's text is selected: who selects is not asking. */
export function isSelected(range: Range): boolean {
  const selection = document.getSelection();
  if (selection?.type !== 'Range') return false;
  const selected = selection.getRangeAt(0);
  try {
    return range.compareBoundaryPoints(Range.START_TO_END, selected) > 0 && range.compareBoundaryPoints(Range.END_TO_START, selected) < 0;
  } catch {
    // The two are in different trees.
    return false;
  }
}

/** The page's modal dialog, or the element in full screen, in which a range stands: what is outside of it is inert. */
export function modalAround(range: Range | null): Element | null {
  const node = range?.startContainer;
  for (let element = node instanceof Element ? node : node?.parentElement; element; ) {
    const modal: Element | null = plain(element).closest(':modal');
    if (modal) return modal;
    // On from the shadow tree that it stands in.
    const root: Node = plain(element).getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
