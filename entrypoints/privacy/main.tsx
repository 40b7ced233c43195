import { render } from 'preact';
import { PrivacyView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { browserWords, speak } from '../words/browser-words.ts';

const words = browserWords();
speak(words, `Dramatis: ${words.say('privacy_title')}`);
const root = document.getElementById('root');
if (root)
  render(
    <WordsContext value={words}>
      <PrivacyView />
    </WordsContext>,
    root,
  );
