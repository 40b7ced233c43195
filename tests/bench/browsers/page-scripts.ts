/** What a page does while it is scrolled by its own script. */
export interface Scrolled {
  readonly frames: number;
  /** Milliseconds between two frames: of every twentieth one it is longer than this. */
  readonly slow: number;
  readonly worst: number;
}

/** Scrolls the page by the same way in every frame for some milliseconds. */
export const scrolling = (time: number) => `new Promise((resolve) => {
  const gaps = [];
  const begun = performance.now();
  let before = 0;
  const step = (now) => {
    if (before > 0) gaps.push(now - before);
    before = now;
    scrollBy({ top: 60, behavior: 'instant' });
    if (now - begun < ${time}) return requestAnimationFrame(step);
    const sorted = gaps.sort((a, b) => a - b);
    resolve({ frames: gaps.length, slow: sorted[Math.floor(gaps.length * 0.95)], worst: sorted.at(-1) });
  };
  requestAnimationFrame(step);
})`;

/** Notes when the pointer moved last, and when the card was first there below it. To be run before the pointer moves. */
export const WAIT_FOR_CARD = `(() => {
  window.benchRest = null;
  window.benchCard = null;
  let at = null;
  addEventListener('pointermove', (event) => { at = event; window.benchRest = event.timeStamp; }, { capture: true, passive: true });
  const look = () => {
    const below = at && [12, 24, 36, 48].some((way) =>
      [at.clientY + way, at.clientY - way].some((y) => document.elementFromPoint(at.clientX + 4, y)?.localName === 'dramatis-card'));
    if (below) window.benchCard = performance.now();
    else requestAnimationFrame(look);
  };
  look();
})()`;
