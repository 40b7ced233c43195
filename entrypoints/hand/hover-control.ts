import type { Card } from '#lib/card/index.ts';
import {
  type Box,
  BRIDGE_DELAY,
  CARD_WATCH,
  CLOSE_DELAY,
  type Delay,
  type Follow,
  type HoverEffect,
  type HoverEvent,
  type Hovered,
  type HoverState,
  hover,
  isOnBridge,
  isPassing,
  type Marks,
  RESTING,
  SCROLL_QUIET,
  type Spot,
  SWITCH_DELAY,
  TYPING_QUIET,
} from '#lib/page/index.ts';
import { tell } from '../reader/background.ts';
import type { Before } from '../reader/hand-over.ts';
import type { CardDesk } from './card-desk.tsx';
import { canBeOver, isInLink, isSelected, isTyping, modalAround } from './surroundings.ts';

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

interface Pointer extends Spot {
  readonly target: EventTarget | null;
}

/** Carries out what the hover reducer decides: listens to the pointer, keeps time, asks, opens and closes. */
export class HoverControl {
  readonly #options: HoverOptions;
  #state: HoverState = RESTING;
  #caller: Caller = 'pointer';
  #pointer: Pointer | null = null;
  /** Where the pointer was at the look before. */
  #looked: Spot | null = null;
  /** Where the pointer last was on the name whose card is open. */
  #left: Spot | null = null;
  #framed = false;
  /** The pointer may have come to rest before anybody listened here: since when it does, or null. */
  #resting: number | null = null;
  #quietUntil = 0;
  #delay: ReturnType<typeof setTimeout> | undefined;
  /** Looks after the card while it is open: pages change under it. */
  #watch: ReturnType<typeof setInterval> | undefined;
  /** Where the name was when the card was put beside it. */
  #at: Box | null = null;
  #stay: ReturnType<typeof setTimeout> | undefined;
  /** A look that waits for the page to be quiet. */
  #deferred: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HoverOptions) {
    this.#options = options;
    const { signal } = options;
    const quiet = { signal, passive: true, capture: true } as const;
    document.addEventListener('pointermove', (event) => this.#moved(event), quiet);
    // Into a frame the pointer vanishes without another move.
    document.addEventListener('pointerover', (event) => event.target instanceof HTMLIFrameElement && this.#moved(event), quiet);
    document.addEventListener('pointerdown', (event) => this.#pressed(event), quiet);
    document.addEventListener('click', (event) => this.#clicked(event), quiet);
    document.addEventListener('dragstart', (event) => event.isTrusted && this.dismiss(), quiet);
    const left = (event: Event) => event.isTrusted && event.target === document.documentElement && this.#send({ type: 'over-nothing' });
    document.documentElement.addEventListener('pointerleave', left, quiet);
    document.addEventListener('scroll', (event) => event.isTrusted && !this.#holds(event) && this.#scrolled(), quiet);
    window.addEventListener('resize', (event) => event.isTrusted && this.#scrolled(), quiet);
    window.addEventListener('blur', (event) => event.isTrusted && this.#state.at !== 'open' && this.dismiss(), { signal });
    window.addEventListener('keydown', (event) => this.#typed(event), quiet);
    signal.addEventListener('abort', () => {
      this.dismiss();
      options.desk.host.remove();
    });
    const { moved, clicked } = options.before;
    if (moved && !clicked) this.#resting = moved.timeStamp;
    if (clicked) this.#clicked(clicked);
    else if (moved) this.#moved(moved);
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
      this.#lookSoon(false);
      return;
    }
    const target = { ...state.target, mention };
    this.#state = state.at === 'open' ? { ...state, target, next: null } : { ...state, target };
    this.#options.desk.renumber(mention);
  }

  /** Sees whether the name whose card is open is still there, and puts the card beside it where it is now. */
  #watchOpen(): void {
    const state = this.#state;
    if (state.at !== 'open' && state.at !== 'leaving') {
      clearInterval(this.#watch);
      this.#watch = undefined;
      return;
    }
    if (this.#options.desk.isRefused) return;
    const box = this.#boxOf(state.target);
    if (!box || (box.width === 0 && box.height === 0)) {
      this.dismiss();
      this.#lookSoon(false);
    } else if (!this.#at || Math.abs(box.left - this.#at.left) > 1 || Math.abs(box.top - this.#at.top) > 1) {
      this.#at = box;
      this.#options.desk.place(box);
    }
  }

  /** Keeps the card open for some milliseconds, whatever the pointer does. */
  stay(time: number): void {
    clearTimeout(this.#stay);
    if (this.#caller !== 'pointer') return;
    this.#send({ type: 'held' });
    this.#stay = setTimeout(() => {
      this.#send({ type: 'let-go' });
      this.#look(false);
    }, time);
  }

  #holds(event: Event): boolean {
    return this.#options.desk.host.holds(event.target);
  }

  #moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch' || event.buttons !== 0) return;
    const { clientX: x, clientY: y } = event;
    // A page that moves under a pointer at rest makes events too.
    if (this.#pointer && this.#pointer.x === x && this.#pointer.y === y) return;
    this.#pointer = { x, y, time: event.timeStamp, target: event.composedPath()[0] ?? event.target };
    if (this.#framed) return;
    this.#framed = true;
    requestAnimationFrame(() => {
      this.#framed = false;
      this.#lookSoon(true);
    });
  }

  /** Looks now, or when the page has been quiet for long enough. */
  #lookSoon(moving: boolean): void {
    clearTimeout(this.#deferred);
    const wait = this.#quietUntil - performance.now();
    if (wait > 0) this.#deferred = setTimeout(() => this.#lookSoon(false), wait);
    else this.#look(moving);
  }

  /** Sees what is under the pointer. `moving`: because it moved; then its speed counts, and where it is heading. */
  #look(moving: boolean): void {
    const pointer = this.#pointer;
    if (!pointer || this.#options.signal.aborted) return;
    const { marks, desk } = this.#options;
    const fast = moving && isPassing(this.#looked, pointer);
    if (this.#resting !== pointer.time) this.#resting = null;
    this.#looked = pointer;
    if (desk.host.holds(pointer.target)) {
      this.#send({ type: 'over-card' });
      return;
    }
    const found = canBeOver(pointer.target) ? marks.hit(pointer.x, pointer.y) : null;
    const hit = found && !isSelected(found.range) ? found : null;
    const { box } = desk.host;
    if (hit && 'target' in this.#state && this.#state.target.mention === hit.mention) this.#left = pointer;
    else if (moving && box && this.#left && isOnBridge(this.#left, pointer, box)) {
      this.#send({ type: 'on-bridge' });
      return;
    }
    this.#send(hit ? { type: 'over-name', target: { mention: hit.mention, rect: hit.rect }, fast } : { type: 'over-nothing' });
  }

  #pressed(event: PointerEvent): void {
    if (!event.isTrusted || this.#holds(event)) return;
    // A finger that goes down may be about to scroll: only a tap elsewhere closes a sheet.
    if (this.#caller === 'touch' && this.isOpen && event.pointerType === 'touch') return;
    this.dismiss();
  }

  /** A tap opens, or closes what another opened. Links and selections keep their meaning. */
  #clicked(event: MouseEvent): void {
    if (!(event instanceof PointerEvent) || !event.isTrusted || this.#holds(event)) return;
    if (event.pointerType !== 'touch' && event.pointerType !== 'pen') return;
    const target = event.composedPath()[0] ?? event.target;
    const open = this.isOpen;
    const free = canBeOver(target) && !isInLink(target) && document.getSelection()?.type !== 'Range';
    const hit = free ? this.#options.marks.hit(event.clientX, event.clientY) : null;
    if (hit) this.call(hit.mention, 'touch', hit.rect);
    else if (open) this.dismiss();
  }

  #typed(event: KeyboardEvent): void {
    if (!event.isTrusted || this.#holds(event) || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    if (!isTyping()) return;
    this.#quietUntil = performance.now() + TYPING_QUIET;
    if (this.#state.at === 'waiting' || this.#state.at === 'asking') this.dismiss();
  }

  #scrolled(): void {
    this.#quietUntil = Math.max(this.#quietUntil, performance.now() + SCROLL_QUIET);
    const state = this.#state;
    if (state.at === 'waiting' || (state.at === 'asking' && !state.held)) {
      // The pointer came to rest before the page did.
      this.dismiss();
      this.#lookSoon(false);
    }
    if ((state.at !== 'open' && state.at !== 'leaving') || this.#options.desk.isRefused) return;
    const box = this.#boxOf(state.target);
    const gone = !box || box.top + box.height < 0 || box.top > innerHeight;
    if (!gone) {
      this.#at = box;
      this.#options.desk.place(box);
    } else if (state.at === 'leaving' || !state.held) this.dismiss();
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
        clearTimeout(this.#deferred);
        clearInterval(this.#watch);
        this.#watch = undefined;
        this.#left = null;
        this.#options.desk.close();
        return;
    }
  }

  #lengthOf(delay: Delay): number {
    if (delay === 'open') return Math.max(0, this.#options.openDelay() - this.#restedFor());
    return { switch: SWITCH_DELAY, close: CLOSE_DELAY, bridge: BRIDGE_DELAY }[delay];
  }

  /** Milliseconds that the pointer was at rest on the name before it was listened to. */
  #restedFor(): number {
    const since = this.#resting;
    this.#resting = null;
    return since === null ? 0 : performance.now() - since;
  }

  #delayOver(delay: Delay, token: number): void {
    // A pointer that came to rest on the bridge is asked what it rests on.
    if (delay === 'bridge' && this.#state.token === token) this.#look(false);
    this.#send({ type: 'delay-over', token });
  }

  async #ask(token: number, target: Hovered): Promise<void> {
    const card = await this.#options.askForCard(target.mention);
    if (this.#options.signal.aborted || this.#state.token !== token || this.#state.at !== 'asking') return;
    const box = this.#boxOf(target);
    if (!card || !box) {
      this.#send({ type: 'card-failed', token });
      return;
    }
    const { held } = this.#state;
    this.#send({ type: 'card-came', token });
    const inside = modalAround(this.#options.marks.rangeOf(target.mention));
    this.#left = held ? null : this.#pointer;
    this.#at = box;
    this.#watch ??= setInterval(() => this.#watchOpen(), CARD_WATCH);
    this.#options.desk.open(card, target.mention, { anchor: box, sheet: this.#caller === 'touch', held, inside });
    if (this.#caller === 'keyboard' && held) this.#options.desk.host.focus();
    // The focus may be in another frame.
    if (window !== top || window.length > 0) void tell({ type: 'hear-escape' });
  }

  #boxOf(target: Hovered): Box | null {
    const rects = this.#options.marks.rangeOf(target.mention)?.getClientRects();
    const rect = rects?.[target.rect] ?? rects?.[0];
    return rect ? { left: rect.left, top: rect.top, width: rect.width, height: rect.height } : null;
  }
}
