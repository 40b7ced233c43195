import { type Article, plain } from '#lib/article/index.ts';
import { Marks } from '#lib/page/index.ts';
import {
  type AnnotateReply,
  type ArticleRequest,
  forInner,
  type Mark,
  type PageRequest,
  type PageState,
  pageRequestSchema,
  parseMessage,
  type ReaderSettings,
} from '#lib/protocol/index.ts';
import { DEFAULTS } from '#lib/settings/index.ts';
import { api } from '../api/page-api.ts';
import { askForMarks, askForSettings, tell } from './background.ts';
import { ArticleChoices } from './choices.ts';
import { type Hand, HandOver, type MakeHand } from './hand-over.ts';
import { watchHeldKey } from './held-key.ts';
import { drawn, type Found, look, pageTurn, sameText } from './look.ts';
import { watchColours } from './page-changes.ts';
import { specsFor } from './specs.ts';
import { TextWatch } from './text-watch.ts';
import { Visits } from './visits.ts';

/** What was last read of this page. */
interface Reading {
  readonly article: Article;
  readonly request: ArticleRequest;
  readonly marks: readonly Mark[];
}

/** So many marks are read and laid out in two goes. */
const MANY_MARKS = 2000;

/** Without an answer nothing is shown, but the reader is there for when the settings come. */
const NO_ANSWER: ReaderSettings = { ...DEFAULTS, shown: false, hidden: 0 };

/**
 * Reads one page for as long as it lives: finds its article, marks its names, opens their cards. The background is asked
 * before the settings are here: it has let the reader in by them. `fetchHand`: gives what opens cards, once it is needed.
 */
export async function startReader(
  signal: AbortSignal,
  fetchHand: () => Promise<MakeHand | null>,
  onRewritten: () => void = () => undefined,
): Promise<void> {
  const settings = askForSettings();
  // The script has just been made ready, which took a few milliseconds; the page has its turn before it is looked at.
  await drawn();
  await pageTurn();
  const first = new WeakSet<Element>();
  // What stands behind the article from the start is no part of it; what comes in later is another one.
  const found = await look({ soon: true, isFurther: (story) => !first.add(story) });
  const asked = found.type === 'article' ? askForMarks(found.request) : null;
  const given = (await settings) ?? (await askForSettings()) ?? NO_ANSWER;
  // One that begins after its end would hear of no other: it would watch the page for good.
  if (signal.aborted) return;
  await new Reader(signal, fetchHand, onRewritten, first, given).take(found, asked);
}

class Reader {
  readonly #marks = new Marks();
  readonly #visits = new Visits(this.#marks);
  readonly #signal: AbortSignal;
  /** Articles that stood behind the page's own when it was first read. */
  readonly #first: WeakSet<Element>;
  readonly #choices = new ArticleChoices();
  readonly #hand: Hand;
  #settings: ReaderSettings;
  #reading: Reading | null = null;
  #state: PageState['state'] = 'no-article';
  /** The reader asked for this page, whatever the settings say. */
  #anyway = false;
  /** Shift is held: names are drawn whatever their style. */
  #held = false;
  #kinds: Record<string, number> = {};
  /** The standing that was told last. */
  #told = '';
  readonly #text: TextWatch;
  readonly #renewColours: () => void;
  /** The text nodes of what is read. */
  #nodes: ReadonlySet<Node> = new Set();
  /** Milliseconds of the page's time that were taken since the last look began. */
  #busy = 0;
  /** Grow with each question: an answer to an earlier one is dropped. */
  readonly #asked = { look: 0, marks: 0, settings: 0 };

  constructor(
    signal: AbortSignal,
    fetchHand: () => Promise<MakeHand | null>,
    onRewritten: () => void,
    first: WeakSet<Element>,
    settings: ReaderSettings,
  ) {
    this.#signal = signal;
    this.#first = first;
    this.#settings = settings;
    this.#hand = new HandOver(
      {
        marks: this.#marks,
        choices: this.#choices,
        article: () => this.#reading?.request ?? null,
        openDelay: () => this.#settings.hoverDelay,
        reread: () => this.read(),
        signal,
      },
      fetchHand,
    );
    const answer = (message: unknown, sender: { id?: string }, sendResponse: (reply: PageState) => void): true | undefined => {
      const request = sender.id === api.runtime.id ? parseMessage(pageRequestSchema, message) : null;
      if (!request || (parseMessage(forInner, message) && (window === top || this.#state !== 'marked'))) return undefined;
      this.#obey(request)
        .catch((error: unknown) => console.warn(`dramatis: ${request.type} failed:`, error))
        .then(() => sendResponse(this.#standing()));
      return true;
    };
    api.runtime.onMessage.addListener(answer);
    signal.addEventListener('abort', () => {
      this.#marks.clear();
      try {
        api.runtime.onMessage.removeListener(answer);
      } catch {
        // Cut off from the extension: there is nobody left to listen to.
      }
    });
    watchHeldKey((held) => {
      this.#held = held;
      this.#reveal();
    }, signal);
    this.#text = new TextWatch({
      onChange: () => this.#readAgain(),
      onReplaced: (node) => this.#marks.forget(node),
      onRemoved: () => this.#marks.forgetGone(),
      onRestless: (restless) => this.#marks.setRestless(restless),
      onRewritten,
      isRead: (node) => this.#marks.holds(node) || this.#nodes.has(node),
      signal,
    });
    this.#renewColours = watchColours(
      () =>
        [this.#reading?.article.blocks[0]?.element, this.#reading?.article.blocks.at(-1)?.element].filter(
          (element) => element !== undefined,
        ),
      () => this.#reading && this.#show(this.#reading),
      signal,
    );
    // A page that was left and is gone back to was not told what changed in between.
    const back = (event: PageTransitionEvent) =>
      event.isTrusted && event.persisted && void this.#obey({ type: 'settings-changed' }).then(() => this.#text.soon());
    window.addEventListener('pageshow', back, { signal });
  }

  get #shown(): boolean {
    return this.#anyway || this.#settings.shown;
  }

  #standing(): PageState {
    const marked = this.#state === 'marked';
    const { request, article } = this.#reading ?? {};
    return {
      type: 'state',
      state: this.#state,
      names: this.#marks.count,
      kinds: marked ? this.#kinds : {},
      anyway: this.#anyway,
      article: marked && request && article ? { page: request.page, title: article.title } : null,
      current: this.#visits.current,
    };
  }

  /** Tells the panel and the popup, where they are open, that the page stands otherwise. */
  #tellStanding(): void {
    const { current: _, ...standing } = this.#standing();
    const now = JSON.stringify(standing);
    if (now === this.#told) return;
    this.#told = now;
    void tell({ type: 'page-changed' });
  }

  async #obey(request: PageRequest): Promise<void> {
    if (request.type === 'read-anyway') {
      this.#anyway = request.anyway;
      this.#forget('off');
      await this.read();
    }
    if (request.type === 'show-mention' && this.#reading) {
      const { marks, article } = this.#reading;
      this.#visits.show(
        marks.find(({ mention }) => mention === request.mention),
        article,
      );
    }
    if (request.type === 'card-elsewhere') this.#hand.dismiss();
    if (request.type === 'go-back') this.#visits.goBack();
    if (request.type === 'step') await this.#hand.step(request.to);
    if (request.type === 'reread') {
      this.#reading = null;
      await this.read();
    }
    if (request.type === 'settings-changed') {
      const turn = ++this.#asked.settings;
      const settings = await askForSettings();
      if (settings && turn === this.#asked.settings && !this.#signal.aborted) await this.#changed(settings);
    }
  }

  /** For when nobody waits for it. Gives the milliseconds that it took of the page's time. */
  async #readAgain(): Promise<number> {
    this.#busy = 0;
    try {
      await this.read(false);
      this.#renewColours();
    } catch (error) {
      console.warn('dramatis: this page could not be read again:', error);
    }
    return this.#busy;
  }

  /** An article that came in behind the one that is read, while that stays where it is. */
  #isFurther(story: Element): boolean {
    const first = this.#reading?.article.blocks[0];
    const isSame = first !== undefined && plain(first.element).isConnected;
    if (!isSame) this.#first.add(story);
    return isSame && !this.#first.has(story);
  }

  #timed<T>(work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.#busy += performance.now() - began;
    }
  }

  async #changed(settings: ReaderSettings): Promise<void> {
    const hidden = settings.hidden !== this.#settings.hidden;
    this.#settings = settings;
    if (!this.#shown) {
      this.#hand.dismiss();
      this.#marks.clear();
      this.#stayOff();
    } else if (this.#reading && !hidden) this.#show(this.#reading);
    else {
      this.#reading = null;
      await this.read();
    }
  }

  /** Looks at the page again and marks its names anew where it has changed. `soon`: somebody waits for it. */
  async read(soon = true): Promise<void> {
    if (this.#signal.aborted) return;
    if (!this.#shown) {
      this.#stayOff();
      return;
    }
    const turn = ++this.#asked.look;
    const found = await look({
      anyway: this.#anyway,
      soon,
      isFurther: (story) => this.#isFurther(story),
      onSlice: (time) => (this.#busy += time),
    });
    // Another look that began later sees more.
    if (turn === this.#asked.look && !this.#signal.aborted) await this.take(found, null);
  }

  #stayOff(): void {
    this.#state = 'off';
    this.#tellStanding();
  }

  /** Marks what was found; `asked` is the background's answer, where it has been asked already. */
  async take(found: Found, asked: Promise<AnnotateReply | null> | null): Promise<void> {
    if (!this.#shown) {
      this.#stayOff();
      return;
    }
    this.#text.watchTrees(found.trees);
    this.#marks.setTrees(found.trees);
    if (found.type === 'nothing') {
      this.#forget(found.state);
      return;
    }
    const known = this.#reading;
    const choices = this.#choices.all;
    if (known && sameText(known.request, found.request) && known.request.choices === choices) {
      // The text is as it was, but its nodes may be new: the marks are put on them again.
      this.#show({ ...known, article: found.article });
    } else await this.#ask(found, asked);
  }

  async #ask(found: Extract<Found, { type: 'article' }>, asked: Promise<AnnotateReply | null> | null): Promise<void> {
    const { article } = found;
    const request = { ...found.request, choices: this.#choices.all };
    const turn = ++this.#asked.marks;
    const reply = await (asked ?? askForMarks(request));
    // Reading the answer took its time: the page gets its turn.
    if (reply?.type === 'marks' && reply.marks.length > MANY_MARKS) await pageTurn();
    // The page may have become another while its names were looked for.
    if (this.#signal.aborted || turn !== this.#asked.marks) return;
    if (reply?.type === 'marks') this.#show({ article, request, marks: reply.marks });
    else this.#forget('failed');
  }

  #forget(state: PageState['state']): void {
    this.#asked.marks++;
    this.#visits.forget();
    this.#hand.dismiss();
    this.#marks.clear();
    this.#reading = null;
    this.#state = state;
    this.#tellStanding();
  }

  #reveal(): void {
    this.#marks.reveal(this.#settings.markStyle !== 'held' || this.#held);
  }

  #show(reading: Reading): void {
    const { blocks } = reading.article;
    if (this.#reading?.article !== reading.article) this.#nodes = new Set(blocks.flatMap(({ runs }) => runs.map(({ node }) => node)));
    this.#reading = reading;
    if (!this.#shown) return;
    this.#timed(() => {
      const specs = specsFor(reading.marks, blocks, this.#settings);
      this.#reveal();
      const follow = this.#marks.show(blocks, specs);
      this.#hand.follow(follow);
      this.#visits.follow(follow);
      this.#kinds = {};
      for (const { kind } of specs) this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    });
    this.#state = 'marked';
    this.#tellStanding();
  }
}
