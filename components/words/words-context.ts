import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '#lib/words/index.ts';

/** Put round a tree by whoever draws it: `<WordsContext value={words}>`. */
export const WordsContext = createContext<Words | null>(null);

/** The words of the tree this component is drawn in. @throws where nobody gave any. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('no words were given to this tree: wrap it in <WordsContext value={words}>');
  return words;
}
