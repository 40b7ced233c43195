import { createWords, type Words } from '#lib/words/index.ts';
import { api } from '../api/page-api.ts';

/** The words in the language the browser speaks. */
export function browserWords(): Words {
  // The API's type knows the keys of the file; which keys may be asked for, `Words` says already.
  const i18n: { getMessage(key: string, values: string[]): string } = api.i18n;
  return createWords((key, values) => i18n.getMessage(key, [...values]));
}

/** Gives an extension page its language and direction. */
export function speak(words: Words, title: string): void {
  const root = document.documentElement;
  root.lang = words.language;
  root.dir = words.direction;
  document.title = title;
}
