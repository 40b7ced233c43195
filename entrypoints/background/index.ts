import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type AnnotateReply, type CardReply, parseMessage, type Request, requestSchema } from '#lib/protocol.ts';
import { hostOf, isShownOn, type Settings } from '#lib/settings/index.ts';
import { loadSettings, reconcile, watchSettings } from '../storage/settings-store.ts';
import { readAnyway, sendReader, welcomeBack } from './admission.ts';
import { listenToCommands } from './commands.ts';
import { openGazetteer, openGlossary } from './glossary-file.ts';
import { Pages } from './pages.ts';

interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Holds the glossary and the open pages' mentions; answers pages and panels; sends the reader where it may run. */
export default defineBackground(() => {
  const pages = new Pages();
  let settings: Promise<Settings> | null = null;
  /** Read once while the background lives; a change replaces them. */
  const currentSettings = () => {
    settings ??= loadSettings();
    return settings;
  };

  const admit = async (sender: Sender): Promise<void> => {
    const tabId = sender.tab?.id;
    const host = hostOf(sender.url ?? '');
    if (tabId === undefined || host === null || sender.frameId !== 0) return;
    if (isShownOn(await currentSettings(), host)) await sendReader(tabId);
  };

  const answer = async (request: Request, sender: Sender): Promise<AnnotateReply | CardReply | null> => {
    switch (request.type) {
      case 'knock':
        // What is read while the page's own script starts is there when the reader asks.
        void openGazetteer().catch(() => undefined);
        await admit(sender);
        return null;
      case 'annotate': {
        const marks = pages.annotate(request, await openGazetteer());
        // The entries are read once the marks are on their way: the first card then waits for nothing.
        setTimeout(() => void openGlossary().catch(() => undefined), 0);
        return { type: 'marks', marks };
      }
      case 'read-anyway':
        await readAnyway(request.tab, request.anyway);
        return null;
      case 'card': {
        const card = await pages.card(request.page, request.mention, await openGlossary());
        return card ? { type: 'card', card } : { type: 'forgotten' };
      }
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => {
    const request = sender.id === browser.runtime.id ? parseMessage(requestSchema, message) : null;
    if (!request) return undefined;
    answer(request, sender)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        console.warn(`dramatis: ${request.type} failed: ${reason}`);
        return { type: 'failed', reason } as const;
      })
      .then(sendResponse);
    return true;
  });

  watchSettings((changed) => {
    settings = Promise.resolve(changed);
    void welcomeBack(changed);
  });

  browser.storage.onChanged.addListener((_changes: unknown, area: string) => {
    if (area === 'sync') void reconcile().catch((error: unknown) => console.warn('dramatis: settings could not be joined:', error));
  });
  void reconcile().catch((error: unknown) => console.warn('dramatis: settings could not be joined:', error));
  listenToCommands();

  browser.runtime.onInstalled.addListener(({ reason }: { reason: string }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});
