import { render } from 'preact';
import { browser } from 'wxt/browser';
import { SupportView } from '#components/support/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { reportText } from '#lib/report/index.ts';
import { loadReport } from '../storage/report-store.ts';
import { browserWords, speak } from '../words/browser-words.ts';

const words = browserWords();
speak(words, `Dramatis: ${words.say('support_title')}`);

async function copy(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

const report = await loadReport(new URLSearchParams(location.search).get('report')).catch(() => null);
const root = document.getElementById('root');
if (root)
  render(
    <WordsContext value={words}>
      <SupportView text={reportText(report, browser.runtime.getManifest().version)} onCopy={copy} />
    </WordsContext>,
    root,
  );
