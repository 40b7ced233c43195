import { tokenise } from '#lib/text/index.ts';

const EMPTY_WORDS = new Set([
  'the',
  'and',
  'for',
  'his',
  'her',
  'its',
  'their',
  'who',
  'was',
  'from',
  'with',
  'former',
  'new',
  'own',
  'not',
]);

/** Words of a text, folded. */
export const foldedWords = (text: string): string[] => tokenise(text).map((token) => token.folded);

/** Words and figures of a text that say something, and that none of what was said before has; by their beginnings, each once. */
export function newWords(text: string, said: readonly string[]): number {
  const known = new Set(foldedWords(said.join(' ')));
  const isKnown = (word: string) => known.has(word) || [...known].some((other) => word.length > 4 && other.startsWith(word.slice(0, 5)));
  const tells = (word: string) => /\d/.test(word) || (word.length > 2 && !EMPTY_WORDS.has(word));
  return new Set(foldedWords(text).filter((word) => tells(word) && !isKnown(word))).size;
}

/** New words by which a clause is worth its room. */
const LEAST_NEW = 2;

/** A description up to its last clause that tells something beyond what was said before; empty where none does. */
export function untoldOf(text: string, said: readonly string[]): string {
  const clauses = text.split(/(?<=[;.]) (?=\S)/);
  while (clauses.length > 0 && newWords(clauses.at(-1) ?? '', [...said, ...clauses.slice(0, -1)]) < LEAST_NEW) clauses.pop();
  return clauses.join(' ').replace(/;$/, '');
}
