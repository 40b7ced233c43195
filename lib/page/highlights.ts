/** A mark as it is drawn. */
interface Drawn {
  readonly range: AbstractRange;
  readonly highlight: Highlight;
}

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

/** The highlights that draw marks, one for each look, and their place in the page's registry. */
export class MarkHighlights {
  readonly #drawn = new Map<number, Drawn>();
  readonly #byLook = new Map<string, Highlight>();
  #current: Highlight | null = null;

  /** What a mention is drawn over; undefined where it is not drawn. */
  rangeOf(mention: number): AbstractRange | undefined {
    return this.#drawn.get(mention)?.range;
  }

  /** Draws a mention; a look that is new shows once all are shown. */
  draw(mention: number, range: AbstractRange, look: string): void {
    const highlight = this.#byLook.get(look) ?? new Highlight();
    this.#byLook.set(look, highlight);
    highlight.add(range);
    this.#drawn.set(mention, { range, highlight });
  }

  /** Whether it was drawn. */
  erase(mention: number): boolean {
    const drawn = this.#drawn.get(mention);
    drawn?.highlight.delete(drawn.range);
    return this.#drawn.delete(mention);
  }

  /** Puts them into the registry. */
  show(): void {
    for (const [look, highlight] of this.#byLook) CSS.highlights.set(PREFIX + look, highlight);
  }

  /** Takes them out of it. */
  hide(): void {
    for (const [look, highlight] of this.#byLook) take(PREFIX + look, highlight);
  }

  /** Draws a stretch of the text as the one where the reader is, or none. */
  showCurrent(range: Range | null): void {
    if (!range) {
      take(CURRENT, this.#current);
      this.#current = null;
      return;
    }
    const highlight = new Highlight(range);
    // Over the name's own mark.
    highlight.priority = 1;
    this.#current = highlight;
    CSS.highlights.set(CURRENT, highlight);
  }

  /** Takes all away. */
  clear(): void {
    this.hide();
    this.showCurrent(null);
    this.#byLook.clear();
    this.#drawn.clear();
  }
}

/** Another reader of this page, after an update of the extension, may have put its own under the name. */
function take(name: string, highlight: Highlight | null): void {
  if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
}
