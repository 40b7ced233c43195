import { browser } from 'wxt/browser';
import type { Article } from '#lib/article/index.ts';
import { Marks } from '#lib/page/index.ts';
import {
  type AnnotateReply,
  type ArticleRequest,
  type Mark,
  type PageRequest,
  type PageState,
  pageRequestSchema,
  parseMessage,
} from '#lib/protocol.ts';
import { hostOf, isShownOn, type Settings } from '#lib/settings/index.ts';
import { loadSettings, watchSettings } from '../storage/settings-store.ts';
import { askForMarks, tell } from './background.ts';
import { ArticleChoices } from './choices.ts';
import { Hand } from './hand.ts';
import { watchHeldKey } from './held-key.ts';
import { type Found, look, sameText } from './look.ts';
import { watchColours, watchText } from './page-changes.ts';
import { specsFor } from './specs.ts';
import { Visits } from './visits.ts';

/** What was last read of this page. */
interface Reading {
  readonly article: Article;
  readonly request: ArticleRequest;
  readonly marks: readonly Mark[];
}

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
  readonly #visits = new Visits(this.#marks);
  readonly #signal: AbortSignal;
  readonly #host: string;
  readonly #choices = new ArticleChoices();
  readonly #hand: Hand;
  #settings: Settings;
  #reading: Reading | null = null;
  #state: PageState['state'] = 'no-article';
  /** The reader asked for this page, whatever the settings say. */
  #anyway = false;
  /** Shift is held: names are drawn whatever their style. */
  #held = false;
  #kinds: Record<string, number> = {};
  /** The standing that was told last. */
  #told = '';

  constructor(signal: AbortSignal, host: string, settings: Settings) {
    this.#signal = signal;
    this.#host = host;
    this.#settings = settings;
    this.#hand = new Hand({
      marks: this.#marks,
      choices: this.#choices,
      article: () => this.#reading?.request ?? null,
      openDelay: () => this.#settings.hoverDelay,
      reread: () => this.read(),
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
    watchHeldKey((held) => {
      this.#held = held;
      this.#reveal();
    }, signal);
    watchText(() => void this.read(), signal);
    watchColours(() => this.#reading && this.#show(this.#reading), signal);
  }

  get #shown(): boolean {
    return this.#anyway || isShownOn(this.#settings, this.#host);
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
    if (request.type === 'go-back') this.#visits.goBack();
    if (request.type === 'step') await this.#hand.step(request.to);
    if (request.type === 'reread') {
      this.#reading = null;
      await this.read();
    }
  }

  #changed(settings: Settings): void {
    const hidden = JSON.stringify(settings.hiddenNames) !== JSON.stringify(this.#settings.hiddenNames);
    this.#settings = settings;
    if (!this.#shown) {
      this.#hand.dismiss();
      this.#marks.clear();
      this.#stayOff();
    } else if (this.#reading && !hidden) this.#show(this.#reading);
    else void this.#ask(look(this.#anyway), null);
  }

  /** Looks at the page again and marks its names anew where it has changed. */
  async read(): Promise<void> {
    if (this.#signal.aborted) return;
    if (this.#shown) await this.take(look(this.#anyway), null);
    else this.#stayOff();
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

  async #ask(found: Found, asked: Promise<AnnotateReply | null> | null): Promise<void> {
    if (found.type === 'nothing') {
      this.#forget(found.state);
      return;
    }
    const { article } = found;
    const request = { ...found.request, choices: this.#choices.all };
    // Under another text a mention has another number.
    if (this.#reading && !sameText(this.#reading.request, request)) this.#hand.dismiss();
    const reply = await (asked ?? askForMarks(request));
    if (this.#signal.aborted) return;
    if (reply?.type === 'marks') this.#show({ article, request, marks: reply.marks });
    else this.#forget('failed');
  }

  #forget(state: PageState['state']): void {
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
    this.#reading = reading;
    if (!this.#shown) return;
    const specs = specsFor(reading.marks, reading.article.blocks, this.#settings);
    this.#reveal();
    this.#marks.show(reading.article.blocks, specs);
    this.#hand.refresh();
    this.#kinds = {};
    for (const { kind } of specs) this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    this.#state = 'marked';
    this.#tellStanding();
  }
}
