import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type CommandKey, type PageStanding, PopupView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { hostOf, isShownOn, type Settings, takenBack } from '#lib/settings/index.ts';
import { commandKeys } from '../storage/commands.ts';
import { changeSettings, loadSettings, watchSettings } from '../storage/settings-store.ts';
import { openPanel } from '../tab/open-panel.ts';
import { standingOf, tabBehind, watchPages } from '../tab/standing.ts';
import { browserWords, speak } from '../words/browser-words.ts';

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  const words = browserWords();
  speak(words, 'Dramatis');
  const [tab, loaded] = await Promise.all([tabBehind(), loadSettings()]);
  const host = tab ? hostOf(tab.url) : null;
  let settings = loaded;
  let standing: PageStanding = { type: 'asking', anyway: false };
  let commands: CommandKey[] = [];
  let problem: string | null = null;
  /** The settings before and after each change that was made here, the last at the end. */
  const changes: { readonly before: Settings; readonly after: Settings }[] = [];

  const draw = () => {
    render(
      <WordsContext value={words}>
        <PopupView
          settings={settings}
          host={host}
          shownHere={host !== null && isShownOn(settings, host)}
          standing={standing}
          commands={commands}
          canUndo={changes.length > 0}
          problem={problem}
          onChange={(change) => {
            changes.push({ before: settings, after: change(settings) });
            store(change);
          }}
          onUndo={() => {
            const last = changes.pop();
            if (last) store((now) => takenBack(now, last.before, last.after));
          }}
          onReadAnyway={readAnyway}
          onOpen={open}
        />
      </WordsContext>,
      root,
    );
  };
  /** Grows with each question: an answer to an earlier one is dropped. */
  let asked = 0;
  const ask = async () => {
    const question = ++asked;
    const answer = await standingOf(tab, host, settings);
    if (question !== asked) return;
    standing = answer;
    draw();
  };
  const store = (change: (settings: Settings) => Settings) => {
    settings = change(settings);
    problem = null;
    draw();
    // Where a reader is in the page, it says when it has followed.
    changeSettings(change)
      .then(ask)
      .catch((error: unknown) => {
        problem = reasonOf(error);
        draw();
      });
  };
  const readAnyway = (anyway: boolean) => {
    if (!tab) return;
    void browser.runtime.sendMessage({ type: 'read-anyway', tab: tab.id, anyway }).then(ask);
  };
  const open = (what: 'settings' | 'add-name' | 'panel') => {
    if (what === 'panel') {
      void openPanel(tab?.window).then(() => window.close());
      return;
    }
    const page = browser.runtime.getURL('/options.html');
    void browser.tabs.create({ url: what === 'add-name' ? `${page}#own` : page }).then(() => window.close());
  };
  watchSettings((changed) => {
    settings = changed;
    draw();
    void ask();
  });
  watchPages((id) => id === tab?.id && void ask());
  draw();
  void commandKeys().then((found) => {
    commands = found;
    draw();
  });
  await ask();
}

void main();
