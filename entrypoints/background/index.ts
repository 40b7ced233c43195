import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type AnnotateReply, type CardReply, parseMessage, type Request, requestSchema } from '#lib/protocol.ts';
import { hostOf, isShownOn, type Settings } from '#lib/settings/index.ts';
import { loadSettings, saveSettings, watchSettings } from '../storage/settings-store.ts';
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

  browser.commands?.onCommand.addListener((command: string) => {
    if (command === 'toggle') void loadSettings().then((stored) => saveSettings({ ...stored, on: !stored.on }));
  });

  browser.runtime.onInstalled.addListener(({ reason }: { reason: string }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
});

async function sendReader(tabId: number): Promise<void> {
  const target = { tabId };
  await Promise.all([
    browser.scripting.insertCSS({ target, files: ['/marks.css'] }),
    browser.scripting.executeScript({ target, files: ['/content-scripts/reader.js'] }),
  ]);
}

/** Pages that were opened while names were off have no reader: they are asked again whether they are articles. */
async function welcomeBack(settings: Settings): Promise<void> {
  if (!settings.on) return;
  for (const tab of await browser.tabs.query({})) {
    const host = hostOf(tab.url ?? '');
    if (tab.id === undefined || host === null || !isShownOn(settings, host)) continue;
    // A reader that is there follows the settings by itself; a second one would make it start anew.
    if (await browser.tabs.sendMessage(tab.id, { type: 'state' }).catch(() => null)) continue;
    // A tab without a page of its own (crashed, discarded, forbidden) refuses; that is all there is to know.
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/gate.js'] }).catch(() => undefined);
  }
}
