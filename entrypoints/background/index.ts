import './first-reads.ts';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Settings } from '#lib/settings/index.ts';
import { watchNames } from '../storage/names-store.ts';
import { reconcile, watchSettings } from '../storage/settings-store.ts';
import { listenToMenu } from './add-name.ts';
import { reread, tellPages, welcomeBack } from './admission.ts';
import { Answers } from './answers.ts';
import { listenToCommands } from './commands.ts';
import { CurrentSettings } from './current-settings.ts';
import { openRecogniser } from './glossary-file.ts';
import { Names } from './names.ts';
import { closeStores } from './own-stores.ts';
import { Pages } from './pages.ts';
import { readRequest, type Sender, tabOf } from './sender.ts';
import { renewDue } from './subscriptions.ts';
import { showOnToolbar } from './toolbar.ts';
import { warmUp } from './warm-up.ts';

/** Milliseconds after its start that the background leaves to the page which woke it, before it does what can wait. */
const AFTER_START = 500;

/** Holds the glossary and the open pages' mentions; answers pages and panels; sends the reader where it may run. */
function main(): void {
  const pages = new Pages();
  const settings = new CurrentSettings();
  const names = new Names(async () => (await settings.current()).ownEntries);
  const answers = new Answers(pages, names, settings);
  /** Entries have come or gone: pages that are open ask again. */
  const renewNames = () => {
    names.renew();
    pages.forget();
    reread();
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => {
    const request = readRequest(message, sender);
    if (!request) return undefined;
    const tab = tabOf(sender);
    if ('page' in request && tab !== null && pages.isOfOther(request.page, tab)) return undefined;
    answers
      .to(request, sender)
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
    settings.set(changed);
    void showOnToolbar(changed.on);
    if (names.isStale(changed.ownEntries)) renewNames();
    tellPages({ type: 'settings-changed' });
    void greet(changed);
  });

  browser.storage.onChanged.addListener((_changes: unknown, area: string) => {
    if (area === 'session') return;
    // A page that hears of the same change asks again at once, and is to be answered by it.
    settings.forget();
    if (area === 'sync') void reconcile().catch((error: unknown) => console.warn('dramatis: settings could not be joined:', error));
  });
  watchNames(renewNames);
  closeStores();
  listenToCommands();
  listenToMenu();
  // Most often it is a knock that starts the background: what marks need is read while that is still on its way.
  void Promise.all([names.gazetteer(), openRecogniser()]).then(
    ([gazetteer, recogniser]) => {
      if (!answers.articleCame) warmUp(gazetteer, recogniser);
    },
    () => undefined,
  );
  setTimeout(() => {
    void settings.current().then(({ on }) => showOnToolbar(on));
    void reconcile().catch((error: unknown) => console.warn('dramatis: settings could not be joined:', error));
    void renewDue().catch((error: unknown) => console.warn('dramatis: packs could not be renewed:', error));
  }, AFTER_START);

  browser.runtime.onInstalled.addListener(({ reason }: { reason: string }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    // Readers of the version before are cut off from this one.
    if (reason === 'update') void settings.current().then(greet);
  });
}

// A module where it may load a part of itself later: compromise, two thirds of the code, keeps no background from starting. A worker may not.
export default defineBackground({ type: { firefox: 'module' }, main });
