import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { CARD_STYLE } from '#components/card/index.ts';
import { type Box, type Placement, placeCard } from '#lib/page/index.ts';
import { CARD_ELEMENT } from '../reader/card-element.ts';

/** Milliseconds after the page moved the card under which no click in it counts: it may have been meant for the page. */
const MOVED_QUIET = 500;
const FOCUSABLE = 'a[href], button:not([disabled])';

/**
 * Firefox ends a content script without a word when the extension is switched off or updated: an open card would stay on the
 * page. But it takes back the style that came with the script (marks.css), without which the card is not to be seen.
 */
const STYLE = import.meta.env.FIREFOX ? `${CARD_STYLE}.card:popover-open { display: var(--dramatis-here, none); }` : CARD_STYLE;

/** How a card is put before the reader. */
export interface Presentation {
  /** The rectangle of the viewport beside which it stands. */
  readonly anchor: Box;
  /** A sheet at the bottom, for touch. */
  readonly sheet: boolean;
  /** It is there until it is dismissed, and has a button to do so. */
  readonly held: boolean;
  /** The modal dialog, or the element in full screen, in which the name stands; else null. */
  readonly inside: Element | null;
}

/** The one element that is added to a page, once a card is first opened: a card in a closed shadow root in the top layer. */
export class CardHost {
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #dialog: HTMLElement | null = null;
  #live: HTMLElement | null = null;
  #shown: Presentation | null = null;
  /** When the page moved the open card last. */
  #movedAt = -Infinity;

  get isOpen(): boolean {
    return this.#dialog?.matches(':popover-open') ?? false;
  }

  /** Where the card is, if it is open beside a name. */
  get box(): Box | null {
    return this.isOpen && !this.#shown?.sheet ? (this.#dialog?.getBoundingClientRect() ?? null) : null;
  }

  /** Draws a card; `name` is what assistive technology calls it. */
  open(content: ComponentChild, name: string, presentation: Presentation): void {
    const { dialog, host } = this.#elements();
    const { sheet, held, inside } = presentation;
    this.#shown = presentation;
    // The page may have made it inert, hidden, or something else than it is.
    for (const name of host.getAttributeNames()) host.removeAttribute(name);
    this.#settle(host, inside);
    render(content, dialog);
    dialog.setAttribute('aria-label', name);
    dialog.className = ['card', sheet && 'sheet', held && 'held'].filter(Boolean).join(' ');
    if (!this.isOpen) dialog.showPopover();
    // A page that zooms its root, or a dialog that does, would zoom the card, and with it the lengths that put it beside the name.
    dialog.style.zoom = String(1 / (host.currentCSSZoom || 1));
    const side = this.place(presentation.anchor);
    // In a window without room it came under the pointer.
    this.#movedAt = side === 'over' ? performance.now() : -Infinity;
  }

  /** Moves the open card beside a rectangle, and tells where it stands to it. A sheet stays at the bottom. */
  place(anchor: Box): Placement['side'] {
    const dialog = this.#dialog;
    if (!dialog) return 'below';
    const root = document.documentElement;
    if (this.#shown?.sheet) {
      dialog.style.left = '';
      dialog.style.top = '';
      dialog.style.maxHeight = '60vh';
      return 'below';
    }
    dialog.style.maxHeight = 'none';
    const { left, top, side, maxHeight } = placeCard(
      anchor,
      { width: dialog.offsetWidth, height: dialog.scrollHeight + 2 },
      { width: root.clientWidth || innerWidth, height: innerHeight },
    );
    const isElsewhere = dialog.style.left !== `${left}px` || dialog.style.top !== `${top}px`;
    if (isElsewhere) this.#movedAt = performance.now();
    dialog.style.left = `${left}px`;
    dialog.style.top = `${top}px`;
    dialog.style.maxHeight = `${maxHeight}px`;
    return side;
  }

  close(): void {
    if (this.isOpen) this.#dialog?.hidePopover();
    this.#shown = null;
    if (this.#dialog) render(null, this.#dialog);
    if (this.#host) this.#settle(this.#host, null);
  }

  /** Says something to those who listen to the page, without moving them. */
  announce(text: string, inside: Element | null): void {
    const { host, live } = this.#elements();
    this.#settle(host, inside);
    // The same words again are no change, and would not be said.
    live.textContent = live.textContent === text ? `${text}\u00a0` : text;
  }

  focus(): void {
    this.#dialog?.focus({ preventScroll: true });
  }

  /** Whether the focus is in the card. */
  get hasFocus(): boolean {
    return this.#host !== null && document.activeElement === this.#host;
  }

  /** Whether Tab, or Shift and Tab, would lead out of the card. */
  isAtEnd(backwards: boolean): boolean {
    const all = [...(this.#dialog?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((element) => element.checkVisibility());
    const active = this.#root?.activeElement;
    if (backwards) return active === this.#dialog || active === all[0];
    return all.length === 0 || active === all.at(-1);
  }

  /** Whether the target of an event is the card; of a closed shadow root no more is seen than its host. */
  holds(target: EventTarget | null): boolean {
    return this.#host !== null && target === this.#host;
  }

  /** Outside of what is modal nothing can be seen or used; else the element is the last of the page. */
  #settle(host: HTMLElement, inside: Element | null): void {
    const home = inside ?? document.documentElement;
    if (host.parentNode !== home) home.append(host);
  }

  remove(): void {
    if (this.#dialog) render(null, this.#dialog);
    this.#host?.remove();
    this.#host = null;
    this.#dialog = null;
    this.#live = null;
    this.#root = null;
  }

  #elements(): { host: HTMLElement; dialog: HTMLElement; live: HTMLElement } {
    if (this.#dialog && this.#live && this.#host?.isConnected) return { host: this.#host, dialog: this.#dialog, live: this.#live };
    this.remove();
    const host = document.createElement(CARD_ELEMENT);
    const root = host.attachShadow({ mode: 'closed' });
    dress(root);
    const dialog = document.createElement('div');
    dialog.className = 'card';
    dialog.tabIndex = -1;
    dialog.setAttribute('popover', 'manual');
    dialog.setAttribute('role', 'dialog');
    const live = document.createElement('div');
    live.className = 'live';
    live.setAttribute('role', 'status');
    live.setAttribute('aria-live', 'polite');
    root.append(dialog, live);
    // What the reader does in the card is no business of the page's shortcuts and click handlers.
    for (const type of ['keydown', 'keyup', 'keypress', 'click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'contextmenu'])
      dialog.addEventListener(type, (event) => event.stopPropagation());
    // A click by a key has no detail.
    const drop = (event: MouseEvent) => {
      if (event.detail === 0 || performance.now() - this.#movedAt > MOVED_QUIET) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    dialog.addEventListener('click', drop, true);
    document.documentElement.append(host);
    this.#host = host;
    this.#root = root;
    this.#dialog = dialog;
    this.#live = live;
    return { host, dialog, live };
  }
}

/**
 * Gives the shadow root its style. A constructed sheet passes every Content-Security-Policy; where a browser refuses one to
 * content scripts (Firefox keeps page and extension objects apart), an element does, since policies spare extensions there.
 */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = STYLE;
    root.append(style);
  }
}
