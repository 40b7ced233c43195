import type { Day, PartialDate } from './partial-date.ts';
import type { Period } from './period.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "18 October 2020", "October 2020" or "2020", as precisely as the date is known. */
export function wordDate(date: PartialDate): string {
  if (date.month === null) return String(date.year);
  const month = `${MONTHS[date.month - 1]} ${date.year}`;
  return date.day === null ? month : `${date.day} ${month}`;
}

/** "April 2018" or "2018": a date without its day, as a glance wants it. */
export function wordMonth(date: PartialDate): string {
  return wordDate({ ...date, day: null });
}

/** "18 October 2020". */
export function wordDay(day: Day): string {
  return wordDate({ year: Math.floor(day / 10000), month: Math.floor(day / 100) % 100, day: day % 100 });
}

/** How a period that holds on the day is said: "since April 2018"; nothing where the start is unknown. */
export function wordSince(period: Period): string {
  return period.from ? `since ${wordMonth(period.from)}` : '';
}

/**
 * How a period that does not hold (or is listed) is said: "2017 to 2018", "April to May 2018", "until 2018",
 * "from 2021", "2019".
 */
export function wordPeriod(period: Period): string {
  const { from, to } = period;
  if (!from && !to) return '';
  if (!from && to) return `until ${to.year}`;
  if (from && !to) return `from ${from.year}`;
  if (!from || !to) return '';
  if (from.year !== to.year) return `${from.year} to ${to.year}`;
  if (from.month === null || to.month === null) return String(from.year);
  if (from.month === to.month) return wordMonth(from);
  return `${MONTHS[from.month - 1]} to ${wordMonth(to)}`;
}
