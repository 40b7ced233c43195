import { LANGUAGES, type Language } from './keys.ts';
import type { Messages } from './words.ts';

const COUNTED = /^(.+)__(zero|one|two|few|many|other)$/;
/** The stores cut a longer description off, and browsers a longer name. */
const LONGEST: Readonly<Record<string, number>> = { extension_name: 75, extension_description: 132 };

/** What is not written so in a language: what stands in the place of the right sign. */
const MISWRITTEN: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /["']|\.\.\./,
  // Before a double sign and inside guillemets the line must not break.
  fr: / [;:!?»]|« |["']|\.\.\./,
  de: /["'”]|[^ ]…|\.\.\./,
  es: /["'“”]|\.\.\./,
  ru: /["'“”]|\.\.\./,
  tr: /["']|\.\.\./,
  az: /["']|\.\.\./,
  // Its own full stop and, within a sentence, its own point.
  hy: /["'“”:]|\.(?: |$)/,
  ar: /["'“”,;?]|\.\.\./,
};
/** Numbers by which a form of number is known to mean one number alone. */
const TRIED = Array.from({ length: 200 }, (_, number) => number);

const placeholders = (message: string) => [...new Set(message.match(/\$[1-9]/g) ?? [])].sort().join(' ');

const formOf = (key: string) => (COUNTED.exec(key)?.[2] ?? '') as Intl.LDMLPluralRule;

/** Whether a message has what the English one has, or (`inWords`) all but the number. */
function hasPlaceholders(message: string, wanted: string | undefined, inWords: boolean): boolean {
  const found = placeholders(message);
  return found === wanted || (inWords && found === wanted?.replace(/^\$1 ?/, ''));
}

/**
 * What is wrong with the languages' messages beside the English ones: keys missing or surplus, forms of number that the
 * language lacks or does not know, other placeholders, empty or overlong messages. One line a fault.
 */
export function localeFaults(all: Readonly<Record<string, Messages>>): string[] {
  const faults: string[] = [];
  const english = all.en;
  if (!english) return ['en: is missing'];
  const bases = new Map<string, string>();
  for (const [key, { message }] of Object.entries(english)) bases.set(COUNTED.exec(key)?.[1] ?? key, placeholders(message));
  const counted = new Set(Object.keys(english).flatMap((key) => COUNTED.exec(key)?.[1] ?? []));
  for (const language of Object.keys(all))
    if (!LANGUAGES.some((known) => known === language)) faults.push(`${language}: not a language of this extension`);
  for (const language of LANGUAGES) {
    const messages = all[language];
    if (!messages) {
      faults.push(`${language}: is missing`);
      continue;
    }
    const plural = new Intl.PluralRules(language);
    const forms = plural.resolvedOptions().pluralCategories;
    // A form of one number alone may say it as a word ("one entry").
    const alone = new Set(forms.filter((form) => TRIED.filter((number) => plural.select(number) === form).length === 1));
    const wanted = new Set([...bases.keys()].flatMap((base) => (counted.has(base) ? forms.map((form) => `${base}__${form}`) : [base])));
    for (const key of wanted) if (!messages[key]) faults.push(`${language}: ${key} is missing`);
    for (const [key, { message }] of Object.entries(messages)) {
      if (!wanted.has(key)) faults.push(`${language}: ${key} is surplus`);
      else if (message.trim() === '') faults.push(`${language}: ${key} is empty`);
      else if (!hasPlaceholders(message, bases.get(COUNTED.exec(key)?.[1] ?? key), alone.has(formOf(key))))
        faults.push(`${language}: ${key} has other placeholders than the English`);
      const wrong = MISWRITTEN[language]?.exec(message);
      if (wrong) faults.push(`${language}: ${key} has “${wrong[0]}”, which is not how the language is written`);
      if (message.length > (LONGEST[key] ?? 1000)) faults.push(`${language}: ${key} is longer than ${LONGEST[key] ?? 1000} characters`);
    }
    if (messages.language_tag?.message !== language) faults.push(`${language}: language_tag must be "${language}"`);
  }
  return faults;
}
