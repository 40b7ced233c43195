import { describe, expect, test } from 'vitest';
import { readLocales } from '#lib/commands/languages.ts';
import { LANGUAGES, localeFaults, type Messages, wordsOf } from '#lib/words/index.ts';

const all = await readLocales();
const said = (key: string, message: string): Messages => ({ [key]: { message } });

/** The languages with something changed in one of them. */
const with_ = (language: string, change: (messages: Record<string, { message: string }>) => void) => {
  const messages = { ...all[language] };
  change(messages);
  return { ...all, [language]: messages };
};

describe('the languages of the interface', () => {
  test('all say the same things', () => {
    expect(localeFaults(all)).toEqual([]);
    expect(Object.keys(all).sort()).toEqual([...LANGUAGES].sort());
  });

  test.each([
    ['a key is missing', with_('fr', (messages) => delete messages.popup_here), 'fr: popup_here is missing'],
    ['a key is surplus', with_('de', (messages) => Object.assign(messages, said('popup_more', 'mehr'))), 'de: popup_more is surplus'],
    ['a form of number is missing', with_('ru', (messages) => delete messages.standing_marked__few), 'ru: standing_marked__few is missing'],
    [
      'a form of number is surplus',
      with_('en', (messages) => Object.assign(messages, said('standing_marked__few', '$1'))),
      'en: standing_marked__few is surplus',
    ],
    [
      'a placeholder is lost',
      with_('ar', (messages) => Object.assign(messages, said('popup_here', 'هنا'))),
      'ar: popup_here has other placeholders than the English',
    ],
    [
      'a number is lost that is more than one',
      with_('ru', (messages) => Object.assign(messages, said('own_count__one', 'одна запись'))),
      'ru: own_count__one has other placeholders than the English',
    ],
    [
      'a line may break before a double sign',
      with_('fr', (messages) => Object.assign(messages, said('card_here', 'ici :'))),
      'fr: card_here has “ :”, which is not how the language is written',
    ],
    [
      'quotation marks are another language’s',
      with_('de', (messages) => Object.assign(messages, said('card_met', 'hier als “$1”'))),
      'de: card_met has “””, which is not how the language is written',
    ],
    ['a message is empty', with_('tr', (messages) => Object.assign(messages, said('kind_place', ' '))), 'tr: kind_place is empty'],
    ['a language is missing', { ...all, hy: {} }, 'hy: kind_place is missing'],
    ['a language is unknown', { ...all, xx: {} }, 'xx: not a language of this extension'],
  ])('fail the check where %s', (_, given, fault) => {
    expect(localeFaults(given)).toContain(fault);
  });
});

describe('words', () => {
  const words = (language: string) => wordsOf(all[language] ?? {});

  test('fill in what is given', () => {
    expect(words('en').say('popup_here', 'news.example')).toBe('Show names on news.example');
  });

  test.each([
    ['en', 1, '1 name found here'],
    ['en', 0, '0 names found here'],
    ['en', 1234, '1,234 names found here'],
    ['ru', 1, 'Здесь найдено 1 имя'],
    ['ru', 3, 'Здесь найдено 3 имени'],
    ['ru', 11, 'Здесь найдено 11 имён'],
    ['de', 2, '2 Namen hier gefunden'],
    ['ar', 2, 'عُثر هنا على اسمين'],
  ])('count in %s: %i', (language, number, expected) => {
    expect(words(language).count('standing_marked', number)).toBe(expected);
  });

  test('know which way their language is written', () => {
    expect(LANGUAGES.filter((language) => words(language).direction === 'rtl')).toEqual(['ar']);
  });

  test('write days for people', () => {
    expect(words('en').day(Date.UTC(2020, 9, 18, 12))).toBe('October 18, 2020');
    expect(words('de').day(Date.UTC(2020, 9, 18, 12))).toBe('18. Oktober 2020');
  });
});
