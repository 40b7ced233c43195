import { monthNamed } from './month-names.ts';
import { type Day, dayOf, parseDay } from './partial-date.ts';

const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T|\s|$|(?:\d\d){2,3}$)/;
const SECONDS = /^1\d{9}(?:\d{3})?$/;
/** "5 March 2014", "5. März 2014", "5 de marzo de 2014", "05-Mar-2014", "4 آب/اغسطس 2013". */
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.)?[\s-]*(?:of\s|de\s|d['’])?\s*(\p{L}[\p{L}\p{M}]+)(?:\/(\p{L}[\p{L}\p{M}]+))?\.?,?[\s-]*(?:of\s|de\s|del\s|do\s)?\s*(\d{4})(?!\d)/giu;
/** "March 5, 2014", "Mar. 5th 2014", "Wed Mar 05 12:45:00 EST 2014". */
const MONTH_FIRST = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:[\d:]{8}\s(?:\w+\s)?)?(\d{4})(?!\d)/giu;
/** "2014. március 5.", "2014 m. kovo 5 d." */
const YEAR_FIRST = /(?<!\d)(\d{4})\.?(?:\s*m\.)?\s+(?:gada\s+)?(\p{L}[\p{L}\p{M}]+)\.?\s+(\d{1,2})(?!\d)/giu;
const EAST_ASIAN = /(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/g;
const VIETNAMESE = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm|,)?\s+(\d{4})(?!\d)/giu;
const NUMBERS_YEAR_FIRST = /(?<!\d)(\d{4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,2})(?!\d)/g;
const NUMBERS_YEAR_LAST = /(?<![\d/.-])(\d{1,2})(?:\.\s?|[/-])(\d{1,2})(?:\.\s?|[/-])(\d{4}|\d{2})(?![\d/-])/g;

/** A date found in a text, and where it begins there (UTF-16 units). */
export interface WrittenDate {
  readonly day: Day;
  readonly at: number;
}

function assemble(year: string | undefined, month: number | string | undefined, day: string | undefined): Day | null {
  if (!year || !month || !day) return null;
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Digits of other scripts as 0 to 9, one for one. */
function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String(code - (code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660));
  });
}

/**
 * The day of "3/4/2014" or "3.4.2014": the one that is possible, else the one that is usual where the language is spoken ("en-US", "fr"); null
 * where that is not known.
 */
function yearLast([whole, first = '', second = '', written = '']: readonly string[], language: string | null): Day | null {
  const year = written.length === 2 ? `20${written}` : written;
  if (Number(first) > 12) return assemble(year, second, first);
  if (Number(second) > 12 || first === second) return assemble(year, first, second);
  if (/^en-us$/i.test(language ?? '')) return assemble(year, first, second);
  // Points in English are those of countries that put the day first; an American site that has them says where it is.
  const isGuess = /^en$/i.test(language ?? '') && !/\.\d{4}$/.test(whole ?? '');
  if (isGuess || !language || /^(?:zh|ja|ko|hu|lt|fil|fa)/i.test(language)) return null;
  return assemble(year, second, first);
}

/**
 * The dates written out in a text in words (months by name in English or the text's language) or in numbers whose order is
 * no guess, in the order of the text.
 */
export function readWrittenDates(text: string, language: string | null): WrittenDate[] {
  const plain = withPlainDigits(text.slice(0, 1000));
  const found: WrittenDate[] = [];
  const gather = (pattern: RegExp, read: (match: RegExpExecArray) => Day | null) => {
    for (const match of plain.matchAll(pattern)) {
      const day = read(match);
      if (day !== null) found.push({ day, at: match.index });
    }
  };
  const month = (name: string | undefined) => (name ? monthNamed(name, language) : null) ?? undefined;
  gather(DAY_FIRST, (match) => assemble(match[4], month(match[2]) ?? month(match[3]), match[1]));
  gather(MONTH_FIRST, (match) => assemble(match[3], month(match[1]), match[2]));
  gather(YEAR_FIRST, (match) => assemble(match[1], month(match[2]), match[3]));
  for (const pattern of [EAST_ASIAN, NUMBERS_YEAR_FIRST]) gather(pattern, (match) => assemble(match[1], match[2], match[3]));
  gather(VIETNAMESE, (match) => assemble(match[3], match[2], match[1]));
  gather(NUMBERS_YEAR_LAST, (match) => yearLast(match, language));
  return found.sort((a, b) => a.at - b.at);
}

/**
 * The day that a date written for machines or in English means, as it was written: the publisher's own
 * calendar day, whatever the time zone behind it. Numbers alone ("10/11/2020") are not read: their order is
 * a guess. Null where nothing is recognised.
 */
export function readPageDate(text: string): Day | null {
  const trimmed = text.trim().slice(0, 200);
  const iso = ISO.exec(trimmed);
  if (iso) return assemble(iso[1], iso[2], iso[3]);
  const compact = COMPACT.exec(trimmed);
  if (compact) return assemble(compact[1], compact[2], compact[3]);
  if (SECONDS.test(trimmed)) {
    const seconds = Number(trimmed.slice(0, 10));
    return parseDay(new Date(seconds * 1000).toISOString().slice(0, 10));
  }
  return readWrittenDates(trimmed, null)[0]?.day ?? null;
}

const ADDRESS = /[/_-](\d{4})[/_.-](\d{1,2}|[a-z]{3,9})[/_.-](\d{1,2})(?=[/_.?#-]|$)/i;
/** "/20140305/", "-20140305-", "/2014/0305/". */
const ADDRESS_COMPACT = /(?<!\d)((?:199|20[0-9])\d)\/?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/;

/** The day in an address such as `/2020/10/18/`, `/2020/oct/18/` or `/20201018-`. */
export function readAddressDate(address: string): Day | null {
  const found = ADDRESS.exec(address);
  if (found) {
    const month = found[2] ?? '';
    return assemble(found[1], /^\d/.test(month) ? month : (monthNamed(month, null) ?? undefined), found[3]);
  }
  const compact = ADDRESS_COMPACT.exec(address);
  return compact ? assemble(compact[1], compact[2], compact[3]) : null;
}

/** No article was written before the first newspapers that are online, nor later than tomorrow (time zones). */
export function isPlausible(day: Day, now: Date): boolean {
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return day >= 17000101 && day <= dayOf(tomorrow);
}
