import { type HoverEvent, isOnBridge, isPassing, type Marks, type Spot } from '#lib/page/index.ts';
import type { CardHost } from './card-host.tsx';
import { canBeOver, isSelected } from './surroundings.ts';

export interface SightOptions {
  readonly marks: Marks;
  readonly host: CardHost;
  /** The mention whose card is open or on its way, or null. */
  readonly target: () => number | null;
  readonly onSeen: (event: HoverEvent) => void;
  /** The time of the move after which the pointer may have come to rest before anybody listened, or null. */
  readonly resting: number | null;
  readonly signal: AbortSignal;
}

interface Pointer extends Spot {
  readonly target: EventTarget | null;
}

/** Sees what is under the pointer: once a frame at most, and only when the page has been quiet for long enough. */
export class PointerSight {
  readonly #options: SightOptions;
  #pointer: Pointer | null = null;
  /** Where the pointer was at the look before. */
  #looked: Spot | null = null;
  /** Where the pointer last was on the name whose card is open. */
  #left: Spot | null = null;
  #framed = false;
  /** The pointer may have come to rest before anybody listened here: since when it does, or null. */
  #resting: number | null;
  #quietUntil = 0;
  /** A look that waits for the page to be quiet. */
  #deferred: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SightOptions) {
    this.#options = options;
    this.#resting = options.resting;
  }

  /** The pointer moved: it is looked at in the next frame. */
  moved(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event;
    // A page that moves under a pointer at rest makes events too.
    if (this.#pointer && this.#pointer.x === x && this.#pointer.y === y) return;
    this.#pointer = { x, y, time: event.timeStamp, target: event.composedPath()[0] ?? event.target };
    if (this.#framed) return;
    this.#framed = true;
    requestAnimationFrame(() => {
      this.#framed = false;
      this.lookSoon(true);
    });
  }

  /** The page is not quiet for so many milliseconds. */
  disturb(time: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, performance.now() + time);
  }

  /** Looks now, or when the page has been quiet for long enough. */
  lookSoon(moving: boolean): void {
    clearTimeout(this.#deferred);
    const wait = this.#quietUntil - performance.now();
    if (wait > 0) this.#deferred = setTimeout(() => this.lookSoon(false), wait);
    else this.look(moving);
  }

  /** Sees what is under the pointer. `moving`: because it moved; then its speed counts, and where it is heading. */
  look(moving: boolean): void {
    const pointer = this.#pointer;
    const { marks, host, onSeen, signal } = this.#options;
    if (!pointer || signal.aborted) return;
    const fast = moving && isPassing(this.#looked, pointer);
    if (this.#resting !== pointer.time) this.#resting = null;
    this.#looked = pointer;
    if (host.holds(pointer.target)) {
      onSeen({ type: 'over-card' });
      return;
    }
    const found = canBeOver(pointer.target) ? marks.hit(pointer.x, pointer.y) : null;
    const hit = found && !isSelected(found.range) ? found : null;
    const { box } = host;
    if (hit && this.#options.target() === hit.mention) this.#left = pointer;
    else if (moving && box && this.#left && isOnBridge(this.#left, pointer, box)) {
      onSeen({ type: 'on-bridge' });
      return;
    }
    onSeen(hit ? { type: 'over-name', target: { mention: hit.mention, rect: hit.rect }, fast } : { type: 'over-nothing' });
  }

  /** Milliseconds that the pointer was at rest on the name before it was listened to. */
  restedFor(): number {
    const since = this.#resting;
    this.#resting = null;
    return since === null ? 0 : performance.now() - since;
  }

  /** A card opens: from here the pointer may go to it, unless it has nothing to do with the pointer (`held`). */
  cardOpened(held: boolean): void {
    this.#left = held ? null : this.#pointer;
  }

  cardClosed(): void {
    clearTimeout(this.#deferred);
    this.#left = null;
  }
}
