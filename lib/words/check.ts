import { LANGUAGES } from './keys.ts';
import type { Messages } from './words.ts';

const COUNTED = /^(.+)__(zero|one|two|few|many|other)$/;
/** The stores cut a longer description off, and browsers a longer name. */
const LONGEST: Readonly<Record<string, number>> = { extension_name: 75, extension_description: 132 };

const placeholders = (message: string) => [...new Set(message.match(/\$[1-9]/g) ?? [])].sort().join(' ');

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
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = new Set([...bases.keys()].flatMap((base) => (counted.has(base) ? forms.map((form) => `${base}__${form}`) : [base])));
    for (const key of wanted) if (!messages[key]) faults.push(`${language}: ${key} is missing`);
    for (const [key, { message }] of Object.entries(messages)) {
      if (!wanted.has(key)) faults.push(`${language}: ${key} is surplus`);
      else if (message.trim() === '') faults.push(`${language}: ${key} is empty`);
      else if (placeholders(message) !== bases.get(COUNTED.exec(key)?.[1] ?? key))
        faults.push(`${language}: ${key} has other placeholders than the English`);
      if (message.length > (LONGEST[key] ?? 1000)) faults.push(`${language}: ${key} is longer than ${LONGEST[key] ?? 1000} characters`);
    }
    if (messages.language_tag?.message !== language) faults.push(`${language}: language_tag must be "${language}"`);
  }
  return faults;
}
