import { browser } from 'wxt/browser';
import { leadOf } from '#lib/card/index.ts';
import { dayOf } from '#lib/chronicle/index.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import {
  type CardReply,
  type CastReply,
  type FindReply,
  type IntroductionReply,
  type MapReply,
  type Request,
  rowsOf,
  type SentMarks,
  type SettingsReply,
  type SubscribeReply,
} from '#lib/protocol/index.ts';
import { changeSettings } from '../storage/settings-store.ts';
import { openAddName } from './add-name.ts';
import { readAnyway, sendHand, sendReader, tellMarked } from './admission.ts';
import { mapOf } from './atlas-file.ts';
import type { CurrentSettings } from './current-settings.ts';
import { openRecogniser } from './glossary-file.ts';
import type { Names } from './names.ts';
import { OpenCards } from './open-cards.ts';
import type { Pages } from './pages.ts';
import { isShownTo, readerSettingsFor } from './reader-settings.ts';
import { openReport } from './report.ts';
import { frameOf, type Sender } from './sender.ts';
import { renewNow, subscribe } from './subscriptions.ts';

type Reply = SentMarks | CardReply | CastReply | FindReply | IntroductionReply | MapReply | SettingsReply | SubscribeReply | null;

/** Answers what pages and the extension's own pages ask. */
export class Answers {
  readonly #pages: Pages;
  readonly #names: Names;
  readonly #settings: CurrentSettings;
  readonly #openCards = new OpenCards();
  #articleCame = false;

  constructor(pages: Pages, names: Names, settings: CurrentSettings) {
    this.#pages = pages;
    this.#names = names;
    this.#settings = settings;
  }

  /** Whether an article has come yet. */
  get articleCame(): boolean {
    return this.#articleCame;
  }

  /** The answer to a request; null where it needs none. */
  async to(request: Request, sender: Sender): Promise<Reply> {
    switch (request.type) {
      case 'knock':
        // What is read while the page's own script starts is there when the reader asks.
        this.#names.prepare();
        void openRecogniser();
        await this.#admit(sender);
        return null;
      case 'settings':
        return { type: 'settings', settings: readerSettingsFor(await this.#settings.current(), sender) };
      case 'hand':
        if (sender.tab?.id !== undefined) await sendHand(sender.tab.id, sender.frameId);
        return null;
      case 'hear-escape':
        await this.#openCards.hearEscape(sender);
        return null;
      case 'escape':
        this.#openCards.closeAll(sender);
        return null;
      case 'annotate': {
        this.#articleCame = true;
        const [gazetteer, recogniser, settings] = await Promise.all([this.#names.gazetteer(), openRecogniser(), this.#settings.current()]);
        const marks = this.#pages.annotate(request, gazetteer, recogniser, Object.keys(settings.hiddenNames), frameOf(sender));
        // The entries are read once the marks are on their way: the first card then waits for nothing.
        setTimeout(() => {
          tellMarked(sender);
          void this.#names.glossary().catch(() => undefined);
          void this.#forgetClosed();
        }, 0);
        return { type: 'marks', marks: rowsOf(marks), settings: readerSettingsFor(settings, sender) };
      }
      case 'read-anyway':
        await readAnyway(request.tab, request.anyway);
        return null;
      case 'add-name':
        await openAddName(request.name, request.of);
        return null;
      case 'report':
        await openReport(request.report);
        return null;
      case 'hide': {
        const { key, name } = request;
        await changeSettings(({ hiddenNames: { [key]: _, ...others }, ...now }) => ({
          ...now,
          hiddenNames: name === null ? others : { ...others, [key]: name },
        }));
        return null;
      }
      case 'page-changed':
        return null;
      case 'find':
        return { type: 'found', entries: findEntries(request.name, await this.#names.glossary()) };
      case 'subscribe': {
        const fetched = await subscribe(request.address);
        if (fetched.type === 'pack') return { type: 'subscribed', pack: fetched.pack.id };
        return fetched.type === 'problem' ? fetched : { type: 'problem', code: 'status', detail: '304' };
      }
      case 'renew':
        await renewNow(request.pack);
        return null;
      case 'entry': {
        const card = this.#pages.entryCard(request.page, request.entry, await this.#names.glossary());
        return card ? { type: 'card', card } : { type: 'forgotten' };
      }
      case 'introduction':
        return { type: 'introduction', quote: await this.#pages.introduction(request.page, request.mention, await this.#names.glossary()) };
      case 'card': {
        this.#openCards.opened(sender);
        const card = await this.#pages.card(request.page, request.mention, await this.#names.glossary());
        return card ? { type: 'card', card } : { type: 'forgotten' };
      }
      case 'cast': {
        const cast = this.#pages.cast(request.page, await this.#settings.current(), await this.#names.glossary());
        return cast ? { type: 'cast', cast } : { type: 'forgotten' };
      }
      case 'map':
        return { type: 'map', ...(await mapOf(request.entries, request, await this.#names.glossary())) };
    }
  }

  async #admit(sender: Sender): Promise<void> {
    const tabId = sender.tab?.id;
    if (tabId !== undefined && isShownTo(await this.#settings.current(), sender)) await sendReader(tabId, sender.frameId, true);
  }

  /** Not by the event of a tab that closes: it would start a background that was stopped, and that has forgotten all pages. */
  async #forgetClosed(): Promise<void> {
    const tabs = await browser.tabs.query({}).catch(() => null);
    if (tabs) this.#pages.keepTabs(new Set(tabs.flatMap(({ id }) => id ?? [])));
  }
}

/** The entries that go by a name, best known first, as they stand today. */
function findEntries(name: string, glossary: Glossary): FindReply['entries'] {
  const numbers = new Set(glossary.readings(name).map(({ posting }) => posting.entry));
  const entries = [...numbers].map((number) => glossary.entry(number)).sort((a, b) => b.renown - a.renown);
  const today = dayOf(new Date());
  return entries.slice(0, 20).map((entry) => ({ id: entry.id, name: entry.name, kind: entry.kind, lead: leadOf(entry, today) }));
}
