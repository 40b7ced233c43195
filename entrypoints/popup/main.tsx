import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type PageStanding, PopupView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { pageState, parseMessage } from '#lib/protocol.ts';
import { hostOf, isShownOn, type Settings, withSite } from '#lib/settings/index.ts';
import { loadSettings, saveSettings, watchSettings } from '../storage/settings-store.ts';
import { browserWords, speak } from '../words/browser-words.ts';

interface Tab {
  readonly id: number;
  readonly url: string;
}

/** The page is asked again this long after a switch, in milliseconds: it needs a moment to follow. */
const ASK_AGAIN = [60, 250, 900];

/** The tab behind the popup; as a page of its own (in tests) the address names the tab. */
async function tabBehind(): Promise<Tab | null> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = named ? [await browser.tabs.get(named)] : await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? '' };
}

async function standingOf(tab: Tab | null, host: string | null, settings: Settings): Promise<PageStanding> {
  const ownPage = tab?.url.startsWith(browser.runtime.getURL('/welcome.html')) ?? false;
  if (!tab || (host === null && !ownPage)) return { type: 'browser-page' };
  const asked = ownPage ? browser.runtime.sendMessage({ type: 'state' }) : browser.tabs.sendMessage(tab.id, { type: 'state' });
  const state = parseMessage(pageState, await asked.catch(() => null));
  if (!state) return host !== null && !isShownOn(settings, host) ? { type: 'off' } : { type: 'no-article' };
  return state.state === 'marked' ? { type: 'marked', names: state.names } : { type: state.state };
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  const words = browserWords();
  speak(words, 'Dramatis');
  const tab = await tabBehind();
  const host = tab ? hostOf(tab.url) : null;
  let settings = await loadSettings();
  let standing: PageStanding = { type: 'asking' };

  const draw = () => {
    render(
      <WordsContext value={words}>
        <PopupView
          settings={settings}
          host={host}
          shownHere={host !== null && isShownOn(settings, host)}
          standing={standing}
          onSettings={change}
          onSite={(shown) => host !== null && change(withSite(settings, host, shown))}
        />
      </WordsContext>,
      root,
    );
  };
  const ask = async () => {
    standing = await standingOf(tab, host, settings);
    draw();
  };
  const change = (changed: Settings) => {
    settings = changed;
    draw();
    saveSettings(changed).catch((error: unknown) => console.warn('dramatis: settings could not be stored:', error));
    for (const delay of ASK_AGAIN) setTimeout(() => void ask(), delay);
  };
  watchSettings((changed) => {
    settings = changed;
    draw();
  });
  draw();
  await ask();
}

void main();
