import type { Before } from '../reader/hand-over.ts';
import { isTyping } from './surroundings.ts';

/** What the hand does on a page outside of the card. */
export interface HandEvents {
  /** A pointer that can rest moved, with no button held. */
  readonly moved: (event: PointerEvent) => void;
  /** The pointer went out of the page. */
  readonly left: () => void;
  readonly pressed: (event: PointerEvent) => void;
  /** By finger or pen. */
  readonly tapped: (event: PointerEvent) => void;
  readonly dragged: () => void;
  /** The page was scrolled, or its window is of another size. */
  readonly scrolled: () => void;
  /** Text is being written. */
  readonly typed: () => void;
  /** Another window has the focus. */
  readonly blurred: () => void;
}

/**
 * Tells what the hand does: events that the browser made, not the page. `before`: what it did last before anybody listened, which is told
 * first. `holds`: whether an event is the card's own.
 */
export function listenToHand(on: HandEvents, before: Before, holds: (event: Event) => boolean, signal: AbortSignal): void {
  const moved = (event: PointerEvent) => {
    if (event.isTrusted && event.pointerType !== 'touch' && event.buttons === 0) on.moved(event);
  };
  const clicked = (event: MouseEvent) => {
    if (!(event instanceof PointerEvent) || !event.isTrusted || holds(event)) return;
    if (event.pointerType === 'touch' || event.pointerType === 'pen') on.tapped(event);
  };
  const typed = (event: KeyboardEvent) => {
    if (!event.isTrusted || holds(event) || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    if (isTyping()) on.typed();
  };
  const quiet = { signal, passive: true, capture: true } as const;
  document.addEventListener('pointermove', moved, quiet);
  // Into a frame the pointer vanishes without another move.
  document.addEventListener('pointerover', (event) => event.target instanceof HTMLIFrameElement && moved(event), quiet);
  document.addEventListener('pointerdown', (event) => event.isTrusted && !holds(event) && on.pressed(event), quiet);
  document.addEventListener('click', clicked, quiet);
  document.addEventListener('dragstart', (event) => event.isTrusted && on.dragged(), quiet);
  const left = (event: Event) => event.isTrusted && event.target === document.documentElement && on.left();
  document.documentElement.addEventListener('pointerleave', left, quiet);
  document.addEventListener('scroll', (event) => event.isTrusted && !holds(event) && on.scrolled(), quiet);
  window.addEventListener('resize', (event) => event.isTrusted && on.scrolled(), quiet);
  window.addEventListener('blur', (event) => event.isTrusted && on.blurred(), { signal });
  window.addEventListener('keydown', typed, quiet);
  if (before.clicked) clicked(before.clicked);
  else if (before.moved) moved(before.moved);
}
