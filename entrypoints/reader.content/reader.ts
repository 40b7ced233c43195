import { browser } from 'wxt/browser';
import { type Article, extractArticle } from '#lib/article/index.ts';
import { canMark, Marks, RESCAN_LONGEST_WAIT, RESCAN_QUIET } from '#lib/page/index.ts';
import { type ArticleRequest, LONGEST_ARTICLE, type Mark, type PageState, pageRequestSchema, parseMessage } from '#lib/protocol.ts';
import { hostOf, isShownOn, type Settings } from '#lib/settings/index.ts';
import { loadSettings, watchSettings } from '../storage/settings-store.ts';
import { askForCard, askForMarks } from './background.ts';
import { HoverControl } from './hover-control.ts';

/** What was last read of this page. */
interface Reading {
  readonly article: Article;
  readonly request: ArticleRequest;
  readonly marks: readonly Mark[];
}

/** Reads one page for as long as it lives: finds its article, marks its names, opens their cards. */
export async function startReader(signal: AbortSignal, host: string = hostOf(location.href) ?? ''): Promise<void> {
  const reader = new Reader(signal, host, await loadSettings());
  await reader.read();
}

class Reader {
  readonly #marks = new Marks();
  readonly #signal: AbortSignal;
  readonly #host: string;
  readonly #hover: HoverControl;
  #settings: Settings;
  #reading: Reading | null = null;
  #state: PageState['state'] = 'no-article';

  constructor(signal: AbortSignal, host: string, settings: Settings) {
    this.#signal = signal;
    this.#host = host;
    this.#settings = settings;
    this.#hover = new HoverControl({
      marks: this.#marks,
      openDelay: () => this.#settings.hoverDelay,
      askForCard: async (mention) => (this.#reading ? askForCard(this.#reading.request, mention) : null),
      signal,
    });
    watchSettings((changed) => this.#changed(changed), signal);
    const answer = (message: unknown, _sender: unknown, sendResponse: (reply: PageState) => void): undefined => {
      if (parseMessage(pageRequestSchema, message)) sendResponse({ type: 'state', state: this.#state, names: this.#marks.count });
      return undefined;
    };
    browser.runtime.onMessage.addListener(answer);
    signal.addEventListener('abort', () => {
      browser.runtime.onMessage.removeListener(answer);
      this.#marks.clear();
    });
    this.#watchPage();
  }

  get #shown(): boolean {
    return isShownOn(this.#settings, this.#host);
  }

  #changed(settings: Settings): void {
    this.#settings = settings;
    if (!this.#shown) {
      this.#hover.dismiss();
      this.#marks.clear();
      this.#state = 'off';
    } else if (this.#reading) this.#show(this.#reading);
    else void this.read();
  }

  /** Finds the article and marks its names. Reads again what changed since; what is the same is left as it is. */
  async read(): Promise<void> {
    if (this.#signal.aborted) return;
    if (!canMark()) {
      this.#state = 'no-highlights';
      return;
    }
    if (!this.#shown) {
      this.#state = 'off';
      return;
    }
    const article = extractArticle(document, { address: location.href, now: new Date(), isVisible });
    if (!article) {
      this.#forget('no-article');
      return;
    }
    if (article.language !== null && article.language !== 'en') {
      this.#forget('language');
      return;
    }
    const request = requestFor(article);
    const known = this.#reading;
    const same =
      known !== null &&
      known.request.day === request.day &&
      known.request.blocks.length === request.blocks.length &&
      known.request.blocks.every((text, at) => text === request.blocks[at]);
    if (same) {
      // The text is as it was, but its nodes may be new: the marks are put on them again.
      this.#show({ ...known, article });
      return;
    }
    const reply = await askForMarks(request);
    if (this.#signal.aborted) return;
    if (reply?.type !== 'marks') {
      this.#forget('failed');
      return;
    }
    this.#show({ article, request, marks: reply.marks });
  }

  #forget(state: PageState['state']): void {
    this.#hover.dismiss();
    this.#marks.clear();
    this.#reading = null;
    this.#state = state;
  }

  #show(reading: Reading): void {
    this.#reading = reading;
    if (!this.#shown) return;
    const { kinds } = this.#settings;
    const specs = reading.marks.flatMap((mark) => {
      const look = mark.via === 'article' ? 'article' : mark.kind;
      return kinds[look] && (mark.via !== 'article' || kinds[mark.kind])
        ? [{ block: mark.block, start: mark.start, end: mark.end, look, mention: mark.mention }]
        : [];
    });
    this.#marks.show(reading.article.blocks, specs);
    this.#state = 'marked';
  }

  /** Reads again when the page's text changed and then kept still, or when it never keeps still, now and then. */
  #watchPage(): void {
    let quiet: ReturnType<typeof setTimeout> | undefined;
    let since = 0;
    const observer = new MutationObserver((changes) => {
      if (!changes.some((change) => change.type === 'characterData' || touchesText(change))) return;
      const now = performance.now();
      if (since === 0) since = now;
      clearTimeout(quiet);
      const wait = now - since > RESCAN_LONGEST_WAIT ? 0 : RESCAN_QUIET;
      quiet = setTimeout(() => {
        since = 0;
        idly(() => void this.read());
      }, wait);
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    this.#signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(quiet);
    });
  }
}

function touchesText(change: MutationRecord): boolean {
  const hasText = (node: Node) => node.nodeType === Node.TEXT_NODE || (node.textContent?.length ?? 0) > 0;
  return [...change.addedNodes, ...change.removedNodes].some(hasText);
}

function idly(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 1);
}

const isVisible = (element: Element) =>
  typeof element.checkVisibility === 'function' ? element.checkVisibility({ visibilityProperty: true }) : true;

function requestFor(article: Article): ArticleRequest {
  const blocks: string[] = [];
  let length = 0;
  for (const { text } of article.blocks) {
    length += text.length;
    if (length > LONGEST_ARTICLE) break;
    blocks.push(text);
  }
  return { type: 'annotate', page: crypto.randomUUID?.() ?? `${Date.now()}-${performance.now()}`, blocks, day: article.date?.day ?? null };
}
