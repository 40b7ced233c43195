/** The interface's words, for components: `const { say, count } = useWords()`. */
export { useWords, WordsContext } from './words-context.ts';
