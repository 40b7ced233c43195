import { browser } from 'wxt/browser';
import { type Article, extractArticle } from '#lib/article/index.ts';
import { canMark, Marks, RESCAN_LONGEST_WAIT, RESCAN_QUIET } from '#lib/page/index.ts';
import {
  type AnnotateReply,
  type ArticleRequest,
  LONGEST_ARTICLE,
  type Mark,
  type PageRequest,
  type PageState,
  pageRequestSchema,
  parseMessage,
} from '#lib/protocol.ts';
import { hostOf, isShownOn, LEAST_CONFIDENCE, type Settings } from '#lib/settings/index.ts';
import { loadSettings, watchSettings } from '../storage/settings-store.ts';
import { askForCard, askForMarks } from './background.ts';
import { HoverControl } from './hover-control.ts';

/** What was last read of this page. */
interface Reading {
  readonly article: Article;
  readonly request: ArticleRequest;
  readonly marks: readonly Mark[];
}

/** What a look at the page gave. */
type Found =
  | { readonly type: 'article'; readonly article: Article; readonly request: ArticleRequest }
  | { readonly type: 'nothing'; readonly state: PageState['state'] };

/**
 * Reads one page for as long as it lives: finds its article, marks its names, opens their cards. The background is asked
 * before the settings are here: it has let the reader in by them.
 */
export async function startReader(signal: AbortSignal, host: string = hostOf(location.href) ?? ''): Promise<void> {
  const settings = loadSettings();
  const found = look();
  const asked = found.type === 'article' ? askForMarks(found.request) : null;
  const reader = new Reader(signal, host, await settings);
  await reader.take(found, asked);
}

class Reader {
  readonly #marks = new Marks();
  readonly #signal: AbortSignal;
  readonly #host: string;
  readonly #hover: HoverControl;
  #settings: Settings;
  #reading: Reading | null = null;
  #state: PageState['state'] = 'no-article';
  /** The reader asked for this page, whatever the settings say. */
  #anyway = false;
  #kinds: Record<string, number> = {};

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
    const answer = (message: unknown, _sender: unknown, sendResponse: (reply: PageState) => void): true | undefined => {
      const request = parseMessage(pageRequestSchema, message);
      if (!request) return undefined;
      this.#obey(request).then(() => sendResponse(this.#standing()));
      return true;
    };
    browser.runtime.onMessage.addListener(answer);
    signal.addEventListener('abort', () => {
      browser.runtime.onMessage.removeListener(answer);
      this.#marks.clear();
    });
    this.#watchPage();
  }

  get #shown(): boolean {
    return this.#anyway || isShownOn(this.#settings, this.#host);
  }

  #standing(): PageState {
    const marked = this.#state === 'marked';
    return { type: 'state', state: this.#state, names: this.#marks.count, kinds: marked ? this.#kinds : {}, anyway: this.#anyway };
  }

  async #obey(request: PageRequest): Promise<void> {
    if (request.type === 'read-anyway') {
      this.#anyway = request.anyway;
      this.#forget('off');
      await this.read();
    }
    if (request.type === 'reread') {
      this.#reading = null;
      await this.read();
    }
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

  /** Looks at the page again and marks its names anew where it has changed. */
  async read(): Promise<void> {
    if (this.#signal.aborted) return;
    if (this.#shown) await this.take(look(this.#anyway), null);
    else this.#state = 'off';
  }

  /** Marks what was found; `asked` is the background's answer, where it has been asked already. */
  async take(found: Found, asked: Promise<AnnotateReply | null> | null): Promise<void> {
    if (!this.#shown) {
      this.#state = 'off';
      return;
    }
    if (found.type === 'nothing') {
      this.#forget(found.state);
      return;
    }
    const { article, request } = found;
    const known = this.#reading;
    if (known && sameText(known.request, request)) {
      // The text is as it was, but its nodes may be new: the marks are put on them again.
      this.#show({ ...known, article });
      return;
    }
    const reply = await (asked ?? askForMarks(request));
    if (this.#signal.aborted) return;
    if (reply?.type === 'marks') this.#show({ article, request, marks: reply.marks });
    else this.#forget('failed');
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
    const { kinds, confidence } = this.#settings;
    const specs = reading.marks.flatMap((mark) => {
      const look = mark.via === 'article' ? 'article' : mark.kind;
      return mark.confidence >= LEAST_CONFIDENCE[confidence] && kinds[look] && (mark.via !== 'article' || kinds[mark.kind])
        ? [{ block: mark.block, start: mark.start, end: mark.end, look, mention: mark.mention }]
        : [];
    });
    this.#marks.show(reading.article.blocks, specs);
    this.#kinds = {};
    for (const { look } of specs) this.#kinds[look] = (this.#kinds[look] ?? 0) + 1;
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

/** Looks for an article that can be marked; `anyway` takes what text there is, in whatever language. */
function look(anyway = false): Found {
  if (!canMark()) return { type: 'nothing', state: 'no-highlights' };
  const article = extractArticle(document, { address: location.href, now: new Date(), isVisible, force: anyway });
  if (!article) return { type: 'nothing', state: 'no-article' };
  if (!anyway && article.language !== null && article.language !== 'en') return { type: 'nothing', state: 'language' };
  return { type: 'article', article, request: requestFor(article) };
}

function sameText(a: ArticleRequest, b: ArticleRequest): boolean {
  return a.day === b.day && a.blocks.length === b.blocks.length && a.blocks.every((text, at) => text === b.blocks[at]);
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
