/** Tells whether the reader holds Shift, outside of fields: at each change, and again where a release was missed. */
export function watchHeldKey(onChange: (held: boolean) => void, signal: AbortSignal): void {
  let held = false;
  const set = (now: boolean) => {
    if (now === held) return;
    held = now;
    onChange(held);
  };
  const key = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Shift') set(event.type === 'keydown' && !isTyping());
  };
  const options = { signal, capture: true, passive: true } as const;
  addEventListener('keydown', key, options);
  addEventListener('keyup', key, options);
  // A key that was let go in another window is not heard of.
  addEventListener('blur', (event) => event.isTrusted && set(false), options);
  document.addEventListener('pointermove', (event) => event.isTrusted && !event.shiftKey && set(false), options);
}

function isTyping(): boolean {
  const active = document.activeElement;
  return active instanceof HTMLElement && (active.isContentEditable || active.matches('input, textarea, select'));
}
