import './first-reads.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
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
import type { Settings } from '#lib/settings/index.ts';
import { watchNames } from '../storage/names-store.ts';
import { changeSettings, loadSettings, reconcile, watchSettings } from '../storage/settings-store.ts';
import { listenToMenu, openAddName } from './add-name.ts';
import { readAnyway, reread, sendHand, sendReader, tellPages, welcomeBack } from './admission.ts';
import { mapOf } from './atlas-file.ts';
import { listenToCommands } from './commands.ts';
import { openRecogniser } from './glossary-file.ts';
import { Names } from './names.ts';
import { OpenCards } from './open-cards.ts';
import { closeStores } from './own-stores.ts';
import { Pages } from './pages.ts';
import { isShownTo, readerSettingsFor } from './reader-settings.ts';
import { openReport } from './report.ts';
import { frameOf, readRequest, type Sender, tabOf } from './sender.ts';
import { renewDue, renewNow, subscribe } from './subscriptions.ts';
import { showOnToolbar } from './toolbar.ts';
import { warmUp } from './warm-up.ts';

/** Milliseconds after its start that the background leaves to the page which woke it, before it does what can wait. */
const AFTER_START = 500;

/** Holds the glossary and the open pages' mentions; answers pages and panels; sends the reader where it may run. */
function main(): void {
  const pages = new Pages();
  const openCards = new OpenCards();
  let settings: Promise<Settings> | null = null;
  /** Read once while the background lives; a change replaces them. */
  const currentSettings = () => {
    settings ??= loadSettings();
    return settings;
  };

  /** Whether an article has come yet. */
  let asked = false;

  const names = new Names(async () => (await currentSettings()).ownEntries);
  /** Entries have come or gone: pages that are open ask again. */
  const renewNames = () => {
    names.renew();
    pages.forget();
    reread();
  };

  const admit = async (sender: Sender): Promise<void> => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined && isShownTo(await currentSettings(), sender)) await sendReader(tabId, sender.frameId, !sender.frameId);
  };

  const answer = async (
    request: Request,
    sender: Sender,
  ): Promise<SentMarks | CardReply | CastReply | FindReply | IntroductionReply | MapReply | SettingsReply | SubscribeReply | null> => {
    switch (request.type) {
      case 'knock':
        // What is read while the page's own script starts is there when the reader asks.
        names.prepare();
        void openRecogniser();
        await admit(sender);
        return null;
      case 'settings':
        return { type: 'settings', settings: readerSettingsFor(await currentSettings(), sender) };
      case 'hand':
        if (sender.tab?.id !== undefined) await sendHand(sender.tab.id, sender.frameId);
        return null;
      case 'hear-escape':
        await openCards.hearEscape(sender);
        return null;
      case 'escape':
        openCards.closeAll(sender);
        return null;
      case 'annotate': {
        asked = true;
        const [gazetteer, recogniser, { hiddenNames }] = await Promise.all([names.gazetteer(), openRecogniser(), currentSettings()]);
        const marks = pages.annotate(request, gazetteer, recogniser, Object.keys(hiddenNames), frameOf(sender));
        // The entries are read once the marks are on their way: the first card then waits for nothing.
        setTimeout(() => {
          void names.glossary().catch(() => undefined);
          void forgetClosed(pages);
        }, 0);
        return { type: 'marks', marks: rowsOf(marks) };
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
        return { type: 'found', entries: find(request.name, await names.glossary()) };
      case 'subscribe': {
        const fetched = await subscribe(request.address);
        if (fetched.type === 'pack') return { type: 'subscribed', pack: fetched.pack.id };
        return fetched.type === 'problem' ? fetched : { type: 'problem', code: 'status', detail: '304' };
      }
      case 'renew':
        await renewNow(request.pack);
        return null;
      case 'entry': {
        const card = pages.entryCard(request.page, request.entry, await names.glossary());
        return card ? { type: 'card', card } : { type: 'forgotten' };
      }
      case 'introduction':
        return { type: 'introduction', quote: await pages.introduction(request.page, request.mention, await names.glossary()) };
      case 'card': {
        openCards.opened(sender);
        const card = await pages.card(request.page, request.mention, await names.glossary());
        return card ? { type: 'card', card } : { type: 'forgotten' };
      }
      case 'cast': {
        const cast = pages.cast(request.page, await currentSettings(), await names.glossary());
        return cast ? { type: 'cast', cast } : { type: 'forgotten' };
      }
      case 'map':
        return { type: 'map', ...(await mapOf(request.entries, request, await names.glossary())) };
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => {
    const request = readRequest(message, sender);
    if (!request) return undefined;
    const tab = tabOf(sender);
    if ('page' in request && tab !== null && pages.isOfOther(request.page, tab)) return undefined;
    answer(request, sender)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        console.warn(`dramatis: ${request.type} failed: ${reason}`);
        return { type: 'failed', reason } as const;
      })
      .then(sendResponse);
    return true;
  });

  const greet = (now: Settings) =>
    welcomeBack(now).catch((error: unknown) => console.warn('dramatis: open pages could not be asked again:', error));

  watchSettings((changed) => {
    settings = Promise.resolve(changed);
    void showOnToolbar(changed.on);
    if (names.isStale(changed.ownEntries)) renewNames();
    tellPages({ type: 'settings-changed' });
    void greet(changed);
  });

  browser.storage.onChanged.addListener((_changes: unknown, area: string) => {
    if (area === 'session') return;
    // A page that hears of the same change asks again at once, and is to be answered by it.
    settings = null;
    if (area === 'sync') void reconcile().catch((error: unknown) => console.warn('dramatis: settings could not be joined:', error));
  });
  watchNames(renewNames);
  closeStores();
  listenToCommands();
  listenToMenu();
  // Most often it is a knock that starts the background: what marks need is read while that is still on its way.
  void Promise.all([names.gazetteer(), openRecogniser()]).then(
    ([gazetteer, recogniser]) => {
      if (!asked) warmUp(gazetteer, recogniser);
    },
    () => undefined,
  );
  setTimeout(() => {
    void currentSettings().then(({ on }) => showOnToolbar(on));
    void reconcile().catch((error: unknown) => console.warn('dramatis: settings could not be joined:', error));
    void renewDue().catch((error: unknown) => console.warn('dramatis: packs could not be renewed:', error));
  }, AFTER_START);

  browser.runtime.onInstalled.addListener(({ reason }: { reason: string }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    // Readers of the version before are cut off from this one.
    if (reason === 'update') void currentSettings().then(greet);
  });
}

// A module where it may load a part of itself later: compromise, two thirds of the code, keeps no background from starting. A worker may not.
export default defineBackground({ type: { firefox: 'module' }, main });

/** Not by the event of a tab that closes: it would start a background that was stopped, and that has forgotten all pages. */
async function forgetClosed(pages: Pages): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => null);
  if (tabs) pages.keepTabs(new Set(tabs.flatMap(({ id }) => id ?? [])));
}

/** The entries that go by a name, best known first, as they stand today. */
function find(name: string, glossary: Glossary): FindReply['entries'] {
  const numbers = new Set(glossary.readings(name).map(({ posting }) => posting.entry));
  const entries = [...numbers].map((number) => glossary.entry(number)).sort((a, b) => b.renown - a.renown);
  const today = dayOf(new Date());
  return entries.slice(0, 20).map((entry) => ({ id: entry.id, name: entry.name, kind: entry.kind, lead: leadOf(entry, today) }));
}
