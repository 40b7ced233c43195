import { RESCAN_LONGEST_WAIT, RESCAN_QUIET, RESCAN_SHARE, RESTLESS_AT, STORM_AT } from '#lib/page/index.ts';
import { CARD_ELEMENT } from './card-element.ts';

export interface TextWatchOptions {
  /** The page's text may be another: look at it again. Gives the milliseconds that this kept the page from its own work. */
  readonly onChange: () => Promise<number>;
  /** The text of one node was replaced, a moment ago. */
  readonly onReplaced: (node: Text) => void;
  /** Parts of the page were removed, a moment ago. */
  readonly onRemoved: () => void;
  /** Whether the page changes so often that each change counts. */
  readonly onRestless: (restless: boolean) => void;
  /** The page was written anew, and with it all that listened to it is gone. */
  readonly onRewritten: () => void;
  /** Whether a node is one of the article's. */
  readonly isRead: (node: Node) => boolean;
  readonly signal: AbortSignal;
}

/** What comes and goes on pages by itself, and holds no text to read. */
const WEIGHTLESS = new Set(['SCRIPT', 'STYLE', 'LINK', 'IFRAME', 'IMG', 'VIDEO', '#comment', CARD_ELEMENT.toUpperCase()]);
/** Text shorter than this, in UTF-16 units, makes no paragraph: clocks, counts, prices. */
const SHORT = 40;
/** Milliseconds without many changes, after which a page counts as calm again. */
const CALM_AFTER = 2000;
/** Milliseconds from a removal to the going of its marks; what is only moved is there again by then. */
const SWEEP = 100;

/**
 * Watches the text of a page, its shadow trees that are named included. What it costs is bounded: it looks again only once the
 * page was quiet, or has not been for long, never while nobody sees it, and never sooner than lets all looks together stay a
 * small share of the time; in a storm of changes it stops to listen in between.
 */
export class TextWatch {
  readonly #options: TextWatchOptions;
  readonly #observer = new MutationObserver((changes) => this.#take(changes));
  readonly #root = document.documentElement;
  #roots: readonly Node[] = [document];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #removed: ReturnType<typeof setTimeout> | undefined;
  /** When the first and the last change since the last look were; 0: there was none. */
  #since = 0;
  #last = 0;
  /** When the next look may be. */
  #mayAt = 0;
  #looking = false;
  #deaf = false;
  /** Changes in the second that began then. */
  #second = { began: 0, changes: 0 };
  /** When it was restless last, and what waits for it to be calm. */
  #busyAt = 0;
  #calming: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TextWatchOptions) {
    this.#options = options;
    const { signal } = options;
    this.#listen();
    document.addEventListener('visibilitychange', () => !document.hidden && this.#since > 0 && this.#wait(), { signal });
    // Parts of a page may be shown and hidden without a node being added; other articles have other addresses.
    document.addEventListener('click', (event) => event.isTrusted && !isOurs(event.target) && this.soon(), {
      signal,
      capture: true,
      passive: true,
    });
    // At another width a page may show what it hid; a frame that nobody sees has none, and no boxes.
    let width = innerWidth;
    const resized = () => {
      if (innerWidth !== width) this.soon();
      width = innerWidth;
    };
    addEventListener('resize', resized, { signal });
    for (const type of ['popstate', 'hashchange']) addEventListener(type, () => this.soon(), { signal });
    const { navigation } = window as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', () => this.soon(), { signal });
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      clearTimeout(this.#timer);
      clearTimeout(this.#calming);
    });
  }

  /** Watches these shadow trees too. */
  watchTrees(trees: readonly ShadowRoot[]): void {
    if (trees.length === this.#roots.length - 1 && trees.every((tree, at) => tree === this.#roots[at + 1])) return;
    this.#roots = [document, ...trees];
    if (!this.#deaf) this.#listen();
  }

  /** The page may have changed in a way that cannot be heard. */
  soon(): void {
    const now = performance.now();
    if (this.#since === 0) this.#since = now;
    this.#last = now;
    this.#wait();
  }

  #listen(): void {
    this.#deaf = false;
    this.#observer.disconnect();
    // Dialogs and hidden parts come and go without a node being added.
    const shown = { attributes: true, attributeFilter: ['open', 'hidden'] };
    for (const root of this.#roots) this.#observer.observe(root, { subtree: true, childList: true, characterData: true, ...shown });
  }

  #take(changes: readonly MutationRecord[]): void {
    if (this.#options.signal.aborted) return;
    if (document.documentElement !== this.#root && document.documentElement !== null) {
      this.#options.onRewritten();
      return;
    }
    let relevant = false;
    for (const change of changes) {
      if (change.removedNodes.length > 0) this.#removed ??= setTimeout(() => this.#sweep(), SWEEP);
      if (change.type === 'characterData') this.#options.onReplaced(change.target as Text);
      relevant ||= this.#isRelevant(change);
    }
    this.#count(changes.length);
    if (!relevant) return;
    this.#last = performance.now();
    if (this.#since === 0) this.#since = this.#last;
    this.#wait();
  }

  #sweep(): void {
    this.#removed = undefined;
    if (!this.#options.signal.aborted) this.#options.onRemoved();
  }

  #isRelevant({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type === 'attributes') return true;
    const { isRead } = this.#options;
    if (type === 'characterData') return isRead(target) || (target as Text).length >= SHORT;
    for (const node of addedNodes) if (!isWeightless(node) && !(isText(node) && isShort(node, isRead))) return true;
    for (const node of removedNodes) if (isText(node) ? isRead(node) : !isWeightless(node)) return true;
    return false;
  }

  /** Counts changes: many in a second make a page restless, very many a storm, which is not listened to until the next look. */
  #count(changes: number): void {
    const now = performance.now();
    if (now - this.#second.began > 1000) this.#second = { began: now, changes: 0 };
    this.#second.changes += changes;
    if (this.#second.changes >= RESTLESS_AT) this.#becomeRestless();
    if (this.#second.changes < STORM_AT) return;
    this.#deaf = true;
    this.#observer.disconnect();
    this.soon();
  }

  #becomeRestless(): void {
    this.#busyAt = performance.now();
    if (this.#calming !== undefined) return;
    this.#options.onRestless(true);
    this.#calm();
  }

  #calm(): void {
    this.#calming = setTimeout(() => {
      if (this.#deaf || performance.now() - this.#busyAt < CALM_AFTER) this.#calm();
      else {
        this.#calming = undefined;
        this.#options.onRestless(false);
      }
    }, CALM_AFTER);
  }

  /** One timer at a time, which winds itself up again: a page that changes at every turn would else pay for each. */
  #wait(): void {
    if (this.#timer !== undefined || this.#looking || document.hidden) return;
    const now = performance.now();
    const quiet = Math.min(this.#last + RESCAN_QUIET, this.#since + RESCAN_LONGEST_WAIT);
    const wait = Math.max(quiet, this.#mayAt, this.#deaf ? now + RESCAN_LONGEST_WAIT / 2 : 0) - now;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        if (document.hidden) return;
        const over = this.#last + RESCAN_QUIET <= performance.now() || performance.now() - this.#since >= RESCAN_LONGEST_WAIT - 1;
        if (over || this.#deaf) requestIdleCallback(() => void this.#look(), { timeout: 500 });
        else this.#wait();
      },
      Math.max(0, wait),
    );
  }

  async #look(): Promise<void> {
    if (this.#options.signal.aborted || this.#looking) return;
    this.#looking = true;
    this.#since = 0;
    if (this.#deaf) this.#listen();
    let busy = 0;
    try {
      busy = await this.#options.onChange();
    } finally {
      this.#looking = false;
      // Whoever is slow to be read is read less often.
      this.#mayAt = performance.now() + busy / RESCAN_SHARE;
      if (this.#since > 0) this.#wait();
    }
  }
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const isWeightless = (node: Node) => WEIGHTLESS.has(node.nodeName) || (isText(node) && node.data.trim() === '');
/** Whether a text, with what stands before it, is too short for a paragraph and is beside nothing that was read. */
function isShort(text: Text, isRead: (node: Node) => boolean): boolean {
  let length = text.length;
  for (
    let node: Node | null = text.previousSibling, steps = 0;
    node && length < SHORT && steps < SHORT;
    node = node.previousSibling, steps++
  ) {
    if (isRead(node) || !isText(node)) return false;
    length += node.length;
  }
  return length < SHORT;
}
const isOurs = (target: EventTarget | null) => target instanceof Element && target.localName === CARD_ELEMENT;
