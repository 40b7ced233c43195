import { render } from 'preact';
import { CARD_STYLE, type CardMap, CardView } from '#components/card/index.ts';
import type { Card } from '#lib/card/index.ts';
import { type Box, placeCard } from '#lib/page/index.ts';

const HOST = 'dramatis-card';

/** The one element that is added to a page, once a card is first opened: a card in a closed shadow root in the top layer. */
export class CardHost {
  #host: HTMLElement | null = null;
  #dialog: HTMLElement | null = null;
  #card: Card | null = null;

  get isOpen(): boolean {
    return this.#dialog?.matches(':popover-open') ?? false;
  }

  /** Draws a card beside a rectangle of the viewport. */
  open(card: Card, anchor: Box, map: CardMap): void {
    const dialog = this.#element();
    this.#card = card;
    render(<CardView card={card} map={map} />, dialog);
    dialog.setAttribute('aria-label', card.title);
    dialog.style.maxHeight = 'none';
    if (!this.isOpen) dialog.showPopover();
    this.place(anchor);
  }

  /** Puts the map into a card that is still open: its room was kept. */
  showMap(card: Card, map: CardMap): void {
    if (this.#card === card && this.#dialog && this.isOpen) render(<CardView card={card} map={map} />, this.#dialog);
  }

  /** Moves the open card beside a rectangle. */
  place(anchor: Box): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    const root = document.documentElement;
    const { left, top, maxHeight } = placeCard(
      anchor,
      { width: dialog.offsetWidth, height: dialog.scrollHeight + 2 },
      { width: root.clientWidth || innerWidth, height: innerHeight },
    );
    dialog.style.left = `${left}px`;
    dialog.style.top = `${top}px`;
    dialog.style.maxHeight = `${maxHeight}px`;
  }

  close(): void {
    if (this.isOpen) this.#dialog?.hidePopover();
  }

  /** Whether the target of an event is the card; of a closed shadow root no more is seen than its host. */
  holds(target: EventTarget | null): boolean {
    return this.#host !== null && target === this.#host;
  }

  remove(): void {
    this.#host?.remove();
    this.#host = null;
    this.#dialog = null;
  }

  #element(): HTMLElement {
    if (this.#dialog && this.#host?.isConnected) return this.#dialog;
    this.remove();
    const host = document.createElement(HOST);
    const root = host.attachShadow({ mode: 'closed' });
    dress(root);
    const dialog = document.createElement('div');
    dialog.className = 'card';
    dialog.setAttribute('popover', 'manual');
    dialog.setAttribute('role', 'dialog');
    root.append(dialog);
    document.documentElement.append(host);
    this.#host = host;
    this.#dialog = dialog;
    return dialog;
  }
}

/**
 * Gives the shadow root its style. A constructed sheet passes every Content-Security-Policy; where a browser refuses one to
 * content scripts (Firefox keeps page and extension objects apart), an element does, since policies spare extensions there.
 */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CARD_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = CARD_STYLE;
    root.append(style);
  }
}
