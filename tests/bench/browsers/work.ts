/** What a tab's main thread did for the extension between two moments. Milliseconds, but for the counts. */
export interface Work {
  /** All tasks in which code of the extension ran, whole. */
  readonly total: number;
  /** Of that, what the thread itself ran: without the time in which others had its core. */
  readonly ran: number;
  /** The longest of them. */
  readonly longest: number;
  /** Layouts and recalculations of style that the extension's code asked for while it ran. */
  readonly layouts: number;
  /** Of these, the gate's own. */
  readonly gate: number;
  /** Tasks of any origin over 50 ms. */
  readonly longTasks: number;
}

/** When things happened on a page, in milliseconds since its navigation began; null for what never did. */
export interface Moments {
  readonly painted: number | null;
  readonly ready: number;
  readonly marked: number | null;
}

/**
 * Runs in the page from its start: notes when the first mark is there. A timer, not a frame: it is to see marks before they
 * are painted. It makes no promise, so that all microtasks of a page are the extension's.
 */
export const RECORDER = `
  window.benchMarked = null;
  const look = () => {
    for (const name of CSS.highlights.keys()) if (name.startsWith('dramatis-')) window.benchMarked = performance.now();
    if (window.benchMarked === null && performance.now() < 20000) setTimeout(look, 4);
  };
  look();`;

/** Reads what the recorder and the browser noted. */
export const MOMENTS = `({
  painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  ready: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  marked: window.benchMarked,
})`;
