import type { Article } from '#lib/article/index.ts';
import type { ArticleRequest, PageRequest, PageState, ReaderSettings } from '#lib/protocol/index.ts';
import { DEFAULTS } from '#lib/settings/index.ts';
import { askForMarks, askForSettings, tell } from './background.ts';
import { ArticleChoices } from './choices.ts';
import { type Hand, HandOver, type MakeHand } from './hand-over.ts';
import { watchHeldKey } from './held-key.ts';
import { type Found, look, pageTurn, sameText } from './look.ts';
import { MarkedArticle, type Reading } from './marked-article.ts';
import { watchColours } from './page-changes.ts';
import { answerRequests } from './page-messages.ts';
import { TextWatch } from './text-watch.ts';
import { Visits } from './visits.ts';

/** So many marks are read and laid out in two goes. */
const MANY_MARKS = 2000;
/** What holds until the settings are told: the background has let the reader in by them. */
const UNTOLD: ReaderSettings = { ...DEFAULTS, shown: true, hidden: 0 };

/** Reads one page for as long as it lives: keeps its names marked as it changes, and as the reader wants to see them. */
export class Reader {
  readonly #article: MarkedArticle;
  readonly #visits: Visits;
  readonly #signal: AbortSignal;
  readonly #choices = new ArticleChoices();
  readonly #hand: Hand;
  #settings = UNTOLD;
  #state: PageState['state'] = 'no-article';
  /** The reader asked for this page, whatever the settings say. */
  #anyway = false;
  /** Shift is held: names are drawn whatever their style. */
  #held = false;
  /** The standing that was told last. */
  #told = '';
  readonly #text: TextWatch;
  readonly #renewColours: () => void;
  /** Milliseconds of the page's time that were taken since the last look began. */
  #busy = 0;
  /** Looks, questions for marks and for settings so far: what comes of an earlier one is dropped. */
  #looks = 0;
  #marksAsked = 0;
  #asking: Promise<void> | undefined;
  #settingsAsked = 0;

  constructor(signal: AbortSignal, fetchHand: () => Promise<MakeHand | null>, onRewritten: () => void, first: WeakSet<Element>) {
    this.#signal = signal;
    this.#article = new MarkedArticle(first);
    const { marks } = this.#article;
    this.#visits = new Visits(marks);
    this.#hand = new HandOver(
      {
        marks,
        choices: this.#choices,
        article: () => this.#article.reading?.request ?? null,
        openDelay: () => this.#settings.hoverDelay,
        reread: () => this.read(),
        signal,
      },
      fetchHand,
    );
    signal.addEventListener('abort', () => marks.clear());
    answerRequests(
      (request) => this.#obey(request),
      () => this.#standing(),
      signal,
    );
    watchHeldKey((held) => {
      this.#held = held;
      this.#reveal();
    }, signal);
    this.#text = new TextWatch({
      onChange: () => this.#readAgain(),
      onReplaced: (node) => marks.forget(node),
      onRemoved: () => marks.forgetGone(),
      onRestless: (restless) => marks.setRestless(restless),
      onRewritten,
      isRead: (node) => this.#article.holds(node),
      signal,
    });
    this.#renewColours = watchColours(
      () => this.#article.ends,
      () => this.#show(this.#article.reading),
      signal,
    );
    // A page that was left and is gone back to was not told what changed in between.
    const back = (event: PageTransitionEvent) =>
      event.isTrusted && event.persisted && void this.#obey({ type: 'settings-changed' }).then(() => this.#text.soon());
    addEventListener('pageshow', back, { signal });
  }

  get #shown(): boolean {
    return this.#anyway || this.#settings.shown;
  }

  #standing(): PageState {
    return this.#article.standing(this.#state, this.#anyway, this.#visits.current);
  }

  /** Tells the panel and the popup, where they are open, if the page stands otherwise now; of the marks that it gives the background tells. */
  #stand(state: PageState['state'], isTold = false): void {
    this.#state = state;
    const { current: _, ...standing } = this.#standing();
    const now = JSON.stringify(standing);
    if (now === this.#told) return;
    this.#told = now;
    if (!isTold || window !== top) void tell({ type: 'page-changed' });
  }

  async #obey(request: PageRequest): Promise<void> {
    // Whoever asks while the names are on their way is told once they are there.
    if (request.type === 'state') await this.#asking;
    if (request.type === 'read-anyway') {
      this.#anyway = request.anyway;
      this.#forget('off');
      await this.read();
    }
    const { reading } = this.#article;
    if (request.type === 'show-mention' && reading) this.#visits.show(request.mention, reading);
    if (request.type === 'card-elsewhere') this.#hand.dismiss();
    if (request.type === 'go-back') this.#visits.goBack();
    if (request.type === 'step') await this.#hand.step(request.to);
    if (request.type === 'reread') {
      this.#article.renew();
      await this.read();
    }
    if (request.type === 'settings-changed') {
      const turn = ++this.#settingsAsked;
      const settings = await askForSettings();
      if (settings && turn === this.#settingsAsked && !this.#signal.aborted) await this.#changed(settings);
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

  async #changed(settings: ReaderSettings): Promise<void> {
    const hidden = settings.hidden !== this.#settings.hidden;
    this.#settings = settings;
    if (!this.#shown) {
      this.#hand.dismiss();
      this.#article.marks.clear();
      this.#stand('off');
    } else if (this.#article.reading && !hidden) this.#show(this.#article.reading);
    else {
      this.#article.renew();
      await this.read();
    }
  }

  /** Looks at the page again and marks its names anew where it has changed. `soon`: somebody waits for it. */
  async read(soon = true): Promise<void> {
    if (this.#signal.aborted) return;
    if (!this.#shown) {
      this.#stand('off');
      return;
    }
    const turn = ++this.#looks;
    const found = await look({
      anyway: this.#anyway,
      soon,
      isFurther: (story) => this.#article.isFurther(story),
      onSlice: (time) => (this.#busy += time),
    });
    // Another look that began later sees more.
    if (turn === this.#looks && !this.#signal.aborted) await this.#take(found);
  }

  /** Marks what was found first. The settings come with the marks; where there are none, they are asked for. */
  async begin(found: Found): Promise<void> {
    await this.#take(found);
    if (this.#signal.aborted) return;
    if (this.#settings === UNTOLD) this.#settings = (await askForSettings()) ?? (await askForSettings()) ?? { ...UNTOLD, shown: false };
    if (!this.#shown && !this.#signal.aborted) this.#stand('off');
  }

  /** Marks what was found. */
  async #take(found: Found): Promise<void> {
    if (!this.#shown) {
      this.#stand('off');
      return;
    }
    this.#text.watchTrees(found.trees);
    this.#article.marks.setTrees(found.trees);
    if (found.type === 'nothing') {
      this.#forget(found.state);
      return;
    }
    const { article } = found;
    const request = { ...found.request, choices: this.#choices.all };
    const known = this.#article.reading;
    if (known && sameText(known.request, request) && known.request.choices === request.choices) {
      // The text is as it was, but its nodes may be new: the marks are put on them again.
      this.#show({ ...known, article });
    } else {
      this.#asking = this.#ask(article, request);
      await this.#asking;
    }
  }

  async #ask(article: Article, request: ArticleRequest): Promise<void> {
    const turn = ++this.#marksAsked;
    const reply = await askForMarks(request);
    if (reply?.type === 'marks' && this.#settings === UNTOLD) this.#settings = reply.settings;
    // Reading the answer took its time: the page gets its turn.
    if (reply?.type === 'marks' && reply.marks.length > MANY_MARKS) await pageTurn();
    // The page may have become another while its names were looked for.
    if (this.#signal.aborted || turn !== this.#marksAsked) return;
    if (reply?.type === 'marks') this.#show({ article, request, marks: reply.marks }, true);
    else this.#forget('failed');
  }

  #forget(state: PageState['state']): void {
    this.#marksAsked++;
    this.#visits.forget();
    this.#hand.dismiss();
    this.#article.forget();
    this.#stand(state);
  }

  #reveal(): void {
    this.#article.marks.reveal(this.#settings.markStyle !== 'held' || this.#held);
  }

  #show(reading: Reading | null, isTold = false): void {
    if (!reading) return;
    this.#article.read(reading);
    if (!this.#shown) return;
    const began = performance.now();
    try {
      this.#reveal();
      const follow = this.#article.mark(reading, this.#settings);
      this.#hand.follow(follow);
      this.#visits.follow(follow);
    } finally {
      this.#busy += performance.now() - began;
    }
    this.#stand('marked', isTold);
  }
}
