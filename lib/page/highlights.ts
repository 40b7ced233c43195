const PREFIX = 'dramatis-';
const CURRENT = `${PREFIX}current`;

/** Whether this browser can mark text without changing it (CSS Custom Highlight API, and a caret for the hit test). */
export function canMark(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS && 'caretPositionFromPoint' in document;
}

/**
 * Takes away marks of these looks that a reader left behind which is cut off: one of the extension before its update. By
 * name, since Firefox lets no content script go through the page's registry.
 */
export function clearStaleMarks(looks: readonly string[]): void {
  for (const name of [...looks.map((look) => PREFIX + look), CURRENT]) CSS.highlights.delete(name);
}

/** Puts highlights into the page's registry, each under its look. */
export function showHighlights(byLook: ReadonlyMap<string, Highlight>): void {
  for (const [look, highlight] of byLook) CSS.highlights.set(PREFIX + look, highlight);
}

/** Takes them out of it. */
export function hideHighlights(byLook: ReadonlyMap<string, Highlight>): void {
  for (const [look, highlight] of byLook) take(PREFIX + look, highlight);
}

/** Draws a stretch as the one where the reader is, in place of the one before; or none. Gives what draws it. */
export function showCurrent(range: Range | null, before: Highlight | null): Highlight | null {
  if (!range) {
    take(CURRENT, before);
    return null;
  }
  const highlight = new Highlight(range);
  // Over the name's own mark.
  highlight.priority = 1;
  CSS.highlights.set(CURRENT, highlight);
  return highlight;
}

/** Another reader of this page, after an update of the extension, may have put its own under the name. */
function take(name: string, highlight: Highlight | null): void {
  if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
}
