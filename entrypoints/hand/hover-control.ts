import type { Card } from '#lib/card/index.ts';
import {
  BRIDGE_DELAY,
  CLOSE_DELAY,
  type Delay,
  type Follow,
  type HoverEffect,
  type HoverEvent,
  type Hovered,
  type HoverState,
  hover,
  type Marks,
  RESTING,
  SCROLL_QUIET,
  SWITCH_DELAY,
  TYPING_QUIET,
} from '#lib/page/index.ts';
import { tell } from '../reader/background.ts';
import type { Before } from '../reader/hand-over.ts';
import { CardAnchor } from './card-anchor.ts';
import type { CardDesk } from './card-desk.tsx';
import { listenToHand } from './hand-events.ts';
import { PointerSight } from './pointer-sight.ts';
import { canBeOver, isInLink, modalAround } from './surroundings.ts';

export interface HoverOptions {
  readonly marks: Marks;
  readonly desk: CardDesk;
  /** Milliseconds. */
  readonly openDelay: () => number;
  readonly askForCard: (mention: number) => Promise<Card | null>;
  readonly before: Before;
  readonly signal: AbortSignal;
}

/** Where a card was called from. */
type Caller = 'pointer' | 'keyboard' | 'touch';

/** Carries out what the hover reducer decides: keeps time, asks, opens and closes. */
export class HoverControl {
  readonly #options: HoverOptions;
  readonly #sight: PointerSight;
  readonly #anchor: CardAnchor;
  #state: HoverState = RESTING;
  #caller: Caller = 'pointer';
  #delay: ReturnType<typeof setTimeout> | undefined;
  #stay: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HoverOptions) {
    this.#options = options;
    const { marks, desk, before, signal } = options;
    this.#sight = new PointerSight({
      marks,
      host: desk.host,
      target: () => ('target' in this.#state ? this.#state.target.mention : null),
      onSeen: (event) => this.#send(event),
      resting: before.moved && !before.clicked ? before.moved.timeStamp : null,
      signal,
    });
    this.#anchor = new CardAnchor({
      marks,
      desk,
      target: () => (this.#state.at === 'open' || this.#state.at === 'leaving' ? this.#state.target : null),
      onGone: () => {
        this.dismiss();
        this.#sight.lookSoon(false);
      },
    });
    signal.addEventListener('abort', () => {
      this.dismiss();
      desk.host.remove();
    });
    const on = {
      moved: (event: PointerEvent) => this.#sight.moved(event),
      left: () => this.#send({ type: 'over-nothing' }),
      pressed: (event: PointerEvent) => this.#pressed(event),
      tapped: (event: PointerEvent) => this.#tapped(event),
      dragged: () => this.dismiss(),
      scrolled: () => this.#scrolled(),
      typed: () => this.#typed(),
      blurred: () => this.#state.at !== 'open' && this.dismiss(),
    };
    listenToHand(on, before, (event) => desk.host.holds(event.target), signal);
  }

  get isOpen(): boolean {
    return this.#options.desk.host.isOpen;
  }

  /** Opens a name's card at once, as keys and taps do. */
  call(mention: number, caller: 'keyboard' | 'touch', rect = 0): void {
    this.#caller = caller;
    this.#send({ type: 'called', target: { mention, rect } });
  }

  /** Closes whatever is open. */
  dismiss(): void {
    this.#send({ type: 'dismissed' });
  }

  /** The marks were made anew: the card that is open stays, if its name is still there; what was only waited for begins anew. */
  follow(follow: Follow): void {
    const state = this.#state;
    if (state.at === 'idle' || this.#options.desk.isRefused) return;
    const mention = follow(state.target.mention);
    if (mention === null || state.at === 'waiting' || state.at === 'asking') {
      this.dismiss();
      this.#sight.lookSoon(false);
      return;
    }
    const target = { ...state.target, mention };
    this.#state = state.at === 'open' ? { ...state, target, next: null } : { ...state, target };
    this.#options.desk.renumber(mention);
  }

  /** Keeps the card open for some milliseconds, whatever the pointer does. */
  stay(time: number): void {
    clearTimeout(this.#stay);
    if (this.#caller !== 'pointer') return;
    this.#send({ type: 'held' });
    this.#stay = setTimeout(() => {
      this.#send({ type: 'let-go' });
      this.#sight.look(false);
    }, time);
  }

  #pressed(event: PointerEvent): void {
    // A finger that goes down may be about to scroll: only a tap elsewhere closes a sheet.
    if (this.#caller === 'touch' && this.isOpen && event.pointerType === 'touch') return;
    this.dismiss();
  }

  /** A tap opens, or closes what another opened. Links and selections keep their meaning. */
  #tapped(event: PointerEvent): void {
    const target = event.composedPath()[0] ?? event.target;
    const open = this.isOpen;
    const free = canBeOver(target) && !isInLink(target) && document.getSelection()?.type !== 'Range';
    const hit = free ? this.#options.marks.hit(event.clientX, event.clientY) : null;
    if (hit) this.call(hit.mention, 'touch', hit.rect);
    else if (open) this.dismiss();
  }

  #typed(): void {
    this.#sight.disturb(TYPING_QUIET);
    if (this.#state.at === 'waiting' || this.#state.at === 'asking') this.dismiss();
  }

  #scrolled(): void {
    this.#sight.disturb(SCROLL_QUIET);
    const state = this.#state;
    if (state.at === 'waiting' || (state.at === 'asking' && !state.held)) {
      // The pointer came to rest before the page did.
      this.dismiss();
      this.#sight.lookSoon(false);
    }
    if ((state.at !== 'open' && state.at !== 'leaving') || this.#options.desk.isRefused) return;
    const box = this.#anchor.boxOf(state.target);
    const gone = !box || box.top + box.height < 0 || box.top > innerHeight;
    if (!gone) this.#anchor.move(box);
    else if (state.at === 'leaving' || !state.held) this.dismiss();
  }

  #send(event: HoverEvent): void {
    const { state, effects } = hover(this.#state, event);
    if (event.type === 'over-name' && state.at === 'waiting') this.#caller = 'pointer';
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: HoverEffect): void {
    switch (effect.type) {
      case 'start-delay':
        clearTimeout(this.#delay);
        this.#delay = setTimeout(() => this.#delayOver(effect.delay, effect.token), this.#lengthOf(effect.delay));
        return;
      case 'ask':
        void this.#ask(effect.token, effect.target);
        return;
      case 'close':
        clearTimeout(this.#delay);
        clearTimeout(this.#stay);
        this.#anchor.end();
        this.#sight.cardClosed();
        this.#options.desk.close();
        return;
    }
  }

  #lengthOf(delay: Delay): number {
    if (delay === 'open') return Math.max(0, this.#options.openDelay() - this.#sight.restedFor());
    return { switch: SWITCH_DELAY, close: CLOSE_DELAY, bridge: BRIDGE_DELAY }[delay];
  }

  #delayOver(delay: Delay, token: number): void {
    // A pointer that came to rest on the bridge is asked what it rests on.
    if (delay === 'bridge' && this.#state.token === token) this.#sight.look(false);
    this.#send({ type: 'delay-over', token });
  }

  async #ask(token: number, target: Hovered): Promise<void> {
    const { desk, marks, signal } = this.#options;
    const card = await this.#options.askForCard(target.mention);
    if (signal.aborted || this.#state.token !== token || this.#state.at !== 'asking') return;
    const box = this.#anchor.boxOf(target);
    if (!card || !box) {
      this.#send({ type: 'card-failed', token });
      return;
    }
    const { held } = this.#state;
    this.#send({ type: 'card-came', token });
    const inside = modalAround(marks.rangeOf(target.mention));
    this.#sight.cardOpened(held);
    this.#anchor.begin(box);
    desk.open(card, target.mention, { anchor: box, sheet: this.#caller === 'touch', held, inside });
    if (this.#caller === 'keyboard' && held) desk.host.focus();
    // The focus may be in another frame.
    if (window !== top || window.length > 0) void tell({ type: 'hear-escape' });
  }
}
