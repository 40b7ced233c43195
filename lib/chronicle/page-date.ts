import { type Day, dayOf, parseDay } from './partial-date.ts';

const MONTH_NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_INDEX = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T|$)/;
const ADDRESS = /\/(\d{4})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/-]|$)/i;
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH_NAMES})\\.?,?\\s+(\\d{4})(?!\\d)`, 'i');
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(${MONTH_NAMES})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'iu');

function monthOf(name: string): number {
  return MONTH_INDEX.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function assemble(year: string, month: number | string, day: string): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * The day that a date written for machines or in English means, as it was written: the publisher's own
 * calendar day, whatever the time zone behind it. Numbers alone ("10/11/2020") are not read: their order is
 * a guess. Null where nothing is recognised.
 */
export function readPageDate(text: string): Day | null {
  const trimmed = text.trim().slice(0, 200);
  const iso = ISO.exec(trimmed);
  if (iso) return assemble(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const compact = COMPACT.exec(trimmed);
  if (compact) return assemble(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '');
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) return assemble(dayFirst[3] ?? '', monthOf(dayFirst[2] ?? ''), dayFirst[1] ?? '');
  const monthFirst = MONTH_FIRST.exec(trimmed);
  if (monthFirst) return assemble(monthFirst[3] ?? '', monthOf(monthFirst[1] ?? ''), monthFirst[2] ?? '');
  return null;
}

/** The day in an address such as `/2020/10/18/` or `/2020/oct/18/`. */
export function readAddressDate(address: string): Day | null {
  const found = ADDRESS.exec(address);
  if (!found) return null;
  const month = found[2] ?? '';
  return assemble(found[1] ?? '', /^\d/.test(month) ? month : monthOf(month), found[3] ?? '');
}

/** No article was written before the first newspapers that are online, nor later than tomorrow (time zones). */
export function isPlausible(day: Day, now: Date): boolean {
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return day >= 17000101 && day <= dayOf(tomorrow);
}
