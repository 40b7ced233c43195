import { type CountedKey, LANGUAGES, type Language, type MessageKey } from './keys.ts';

/** What the interface says, in the reader's language. Made once by whoever knows the extension API. */
export interface Words {
  /** The language of the messages, which is not always the browser's. */
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** A message with its $1, $2 filled in. */
  say(key: MessageKey, ...values: readonly string[]): string;
  /** A message in the form a number wants; $1 is the number, written for people, $2 and on are the values. */
  count(key: CountedKey, number: number, ...values: readonly string[]): string;
  number(value: number): string;
  /** A day, as "18 October 2020" in the reader's language. `time` is milliseconds since 1970. */
  day(time: number): string;
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set<Language>(['ar']);

/** Finds a message by its full key and fills in its values; empty where there is none. */
type Lookup = (key: string, values: readonly string[]) => string;

function onDemand<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The interface's words from wherever messages are kept. */
export function createWords(lookup: Lookup): Words {
  const tag = lookup('language_tag', []);
  const language = LANGUAGES.find((known) => known === tag) ?? 'en';
  // Made when first needed: in a page that was just opened these three cost as much as reading an article.
  const plural = onDemand(() => new Intl.PluralRules(language));
  const numbers = onDemand(() => new Intl.NumberFormat(language));
  const days = onDemand(() => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }));
  return {
    language,
    direction: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr',
    say: (key, ...values) => lookup(key, values),
    count: (key, number, ...values) => {
      const filled = [numbers().format(number), ...values];
      return lookup(`${key}__${plural().select(number)}`, filled) || lookup(`${key}__other`, filled);
    },
    number: (value) => numbers().format(value),
    day: (time) => days().format(time),
  };
}

/** A file of messages as the browser reads it. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

/** The words of one file of messages, for where there is no browser to look them up: tests and the gallery. */
export function wordsOf(messages: Messages): Words {
  return createWords((key, values) =>
    (messages[key]?.message ?? '').replace(/\$([1-9])/g, (_, number: string) => values[Number(number) - 1] ?? ''),
  );
}
