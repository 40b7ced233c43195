import { COLOURS_SETTLE } from '#lib/page/index.ts';

/** Attributes by which pages put on another theme. */
const THEMES = ['class', 'style', 'data-theme', 'data-mode', 'data-color-mode', 'data-color-scheme', 'data-bs-theme', 'theme'];

/** What the colours of a page's text are like, in short: of its roots and of what is read. */
function coloursOf(read: readonly Element[]): string {
  const elements = [document.documentElement, document.body, ...read].filter((element) => element !== null);
  return elements
    .map((element) => getComputedStyle(element))
    .map((style) => `${style.color} ${style.backgroundColor} ${style.colorScheme}`)
    .join();
}

/**
 * Calls back when the page has changed its colours: by its own switch, or with the reader's scheme. `read`: what is read of it,
 * the first and the last element. Gives what is to be called when the page may have another body.
 */
export function watchColours(read: () => readonly Element[], onChange: () => void, signal: AbortSignal): () => void {
  let settled: ReturnType<typeof setTimeout> | undefined;
  let body = document.body;
  let colours = '';
  const soon = () => {
    // A page that moves by style would else put it off for ever.
    settled ??= setTimeout(() => {
      settled = undefined;
      const now = coloursOf(read());
      if (now !== colours) onChange();
      colours = now;
    }, COLOURS_SETTLE);
  };
  const observer = new MutationObserver(soon);
  const observe = () => {
    observer.disconnect();
    body = document.body;
    for (const root of [document.documentElement, body]) if (root) observer.observe(root, { attributes: true, attributeFilter: THEMES });
  };
  observe();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(settled);
  });
  return () => {
    if (document.body !== body) observe();
  };
}
