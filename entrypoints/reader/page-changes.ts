import { COLOURS_SETTLE, RESCAN_LONGEST_WAIT, RESCAN_QUIET } from '#lib/page/index.ts';

/** Calls back when the page's text changed and then kept still, or when it never keeps still, now and then. */
export function watchText(onChange: () => void, signal: AbortSignal): void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  const observer = new MutationObserver((changes) => {
    if (!changes.some((change) => change.type !== 'childList' || touchesText(change))) return;
    const now = performance.now();
    if (since === 0) since = now;
    clearTimeout(quiet);
    const wait = now - since > RESCAN_LONGEST_WAIT ? 0 : RESCAN_QUIET;
    quiet = setTimeout(() => {
      since = 0;
      idly(onChange);
    }, wait);
  });
  // Dialogs and hidden parts come and go without a node being added.
  const shown = { attributes: true, attributeFilter: ['open', 'hidden'] };
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, ...shown });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(quiet);
  });
}

/** Attributes by which pages put on another theme. */
const THEMES = ['class', 'style', 'data-theme', 'data-mode', 'data-color-mode', 'data-color-scheme', 'data-bs-theme', 'theme'];

/** Calls back when the page may have changed its colours: by its own switch, or with the reader's scheme. */
export function watchColours(onChange: () => void, signal: AbortSignal): void {
  let settled: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(settled);
    settled = setTimeout(onChange, COLOURS_SETTLE);
  };
  const observer = new MutationObserver(soon);
  for (const root of [document.documentElement, document.body]) observer.observe(root, { attributes: true, attributeFilter: THEMES });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(settled);
  });
}

function touchesText(change: MutationRecord): boolean {
  const hasText = (node: Node) => node.nodeType === Node.TEXT_NODE || (node.textContent?.length ?? 0) > 0;
  return [...change.addedNodes, ...change.removedNodes].some(hasText);
}

function idly(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 1);
}
