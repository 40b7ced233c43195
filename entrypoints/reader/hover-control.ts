import type { LocatorMap } from '#lib/atlas/index.ts';
import type { Card } from '#lib/card/index.ts';
import {
  type Box,
  CLOSE_DELAY,
  type HoverEffect,
  type HoverEvent,
  type Hovered,
  type HoverState,
  hover,
  type Marks,
  RESTING,
  SWITCH_DELAY,
} from '#lib/page/index.ts';
import { CardHost } from './card-host.tsx';

export interface HoverOptions {
  readonly marks: Marks;
  /** Milliseconds. */
  readonly openDelay: () => number;
  readonly askForCard: (mention: number) => Promise<Card | null>;
  readonly askForMap: (entry: string) => Promise<LocatorMap | null>;
  readonly signal: AbortSignal;
}

/** What a pointer may stand on without a name under it being looked for. */
const NEVER_OVER =
  'button, input, select, textarea, [contenteditable=""], [contenteditable="true"], [role="button"], nav, video, audio, canvas';

/** Carries out what the hover reducer decides: listens to the page, keeps time, asks, opens and closes. */
export class HoverControl {
  readonly #options: HoverOptions;
  readonly #host = new CardHost();
  #state: HoverState = RESTING;
  #pointer: { x: number; y: number; target: EventTarget | null } | null = null;
  #framed = false;

  constructor(options: HoverOptions) {
    this.#options = options;
    const { signal } = options;
    const quiet = { signal, passive: true, capture: true } as const;
    document.addEventListener('pointermove', (event) => this.#moved(event), quiet);
    document.addEventListener(
      'pointerdown',
      (event) => event.isTrusted && !this.#host.holds(event.target) && this.#send({ type: 'dismissed' }),
      quiet,
    );
    const left = (event: Event) => event.target === document.documentElement && this.#send({ type: 'over-nothing' });
    document.documentElement.addEventListener('pointerleave', left, quiet);
    document.addEventListener('scroll', (event) => !this.#host.holds(event.target) && this.#scrolled(), quiet);
    window.addEventListener('resize', () => this.#scrolled(), quiet);
    window.addEventListener('blur', () => this.#state.at !== 'open' && this.#send({ type: 'dismissed' }), { signal });
    window.addEventListener('keydown', (event) => this.#pressed(event), { signal, capture: true });
    signal.addEventListener('abort', () => {
      this.#send({ type: 'dismissed' });
      this.#host.remove();
    });
  }

  /** Closes whatever is open: the marks under it are going. */
  dismiss(): void {
    this.#send({ type: 'dismissed' });
  }

  #moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (event.buttons !== 0) return;
    this.#pointer = { x: event.clientX, y: event.clientY, target: event.target };
    if (this.#framed) return;
    this.#framed = true;
    requestAnimationFrame(() => {
      this.#framed = false;
      this.#look();
    });
  }

  #look(): void {
    const pointer = this.#pointer;
    if (!pointer) return;
    if (this.#host.holds(pointer.target)) {
      this.#send({ type: 'over-card' });
      return;
    }
    const forbidden = pointer.target instanceof Element && pointer.target.closest(NEVER_OVER) !== null;
    const hit = forbidden ? null : this.#options.marks.hit(pointer.x, pointer.y);
    this.#send(hit ? { type: 'over-name', target: { mention: hit.mention, rect: hit.rect } } : { type: 'over-nothing' });
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Escape' || this.#state.at === 'idle') return;
    if (this.#host.isOpen) {
      // Esc closes the card and nothing of the page behind it.
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#send({ type: 'dismissed' });
  }

  #scrolled(): void {
    if (this.#state.at === 'waiting' || this.#state.at === 'asking') this.#send({ type: 'dismissed' });
    if (this.#state.at !== 'open' && this.#state.at !== 'leaving') return;
    const box = this.#boxOf(this.#state.target);
    const gone = !box || box.top + box.height < 0 || box.top > innerHeight;
    if (gone) this.#send({ type: 'dismissed' });
    else this.#host.place(box);
  }

  #send(event: HoverEvent): void {
    const { state, effects } = hover(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: HoverEffect): void {
    switch (effect.type) {
      case 'start-delay': {
        const delay = effect.delay === 'open' ? this.#options.openDelay() : effect.delay === 'switch' ? SWITCH_DELAY : CLOSE_DELAY;
        setTimeout(() => this.#send({ type: 'delay-over', token: effect.token }), delay);
        return;
      }
      case 'ask':
        void this.#ask(effect.token, effect.target);
        return;
      case 'close':
        this.#host.close();
        return;
    }
  }

  async #ask(token: number, target: Hovered): Promise<void> {
    const card = await this.#options.askForCard(target.mention);
    if (this.#options.signal.aborted || this.#state.token !== token) return;
    const box = this.#boxOf(target);
    if (!card || !box) {
      this.#send({ type: 'card-failed', token });
      return;
    }
    this.#send({ type: 'card-came', token });
    const place = card.place && card.entry;
    this.#host.open(card, box, place ? 'coming' : null);
    if (place) this.#host.showMap(card, await this.#options.askForMap(place));
  }

  #boxOf(target: Hovered): Box | null {
    const rects = this.#options.marks.rangeOf(target.mention)?.getClientRects();
    const rect = rects?.[target.rect] ?? rects?.[0];
    return rect ? { left: rect.left, top: rect.top, width: rect.width, height: rect.height } : null;
  }
}
