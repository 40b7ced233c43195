import { render } from 'preact';
import { WelcomeView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { PageHand } from '../hand/hand.ts';
import { startReader } from '../reader/start-reader.ts';
import { browserWords, speak } from '../words/browser-words.ts';

// An extension page takes no content script: the reader is started here as on any other page. The article stays in English, whatever language the page around it speaks.
const words = browserWords();
const intro = document.getElementById('intro');
if (intro)
  render(
    <WordsContext value={words}>
      <WelcomeView />
    </WordsContext>,
    intro,
  );
speak(words, 'Dramatis');
void startReader(
  new AbortController().signal,
  async () => (options) => new PageHand(options),
  () => undefined,
);
