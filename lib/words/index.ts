/** What the interface says, in nine languages. Pure. The messages are in `public/_locales/`. */
export { localeFaults } from './check.ts';
export { type CountedKey, LANGUAGES, type Language, type MessageKey } from './keys.ts';
export { createWords, type Messages, type Words, wordsOf } from './words.ts';
