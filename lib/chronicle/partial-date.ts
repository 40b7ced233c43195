/**
 * A date as sources know it: a year, a month of a year, or a day.
 * `month` is 1 to 12, `day` 1 to 31; both null where the source does not say.
 */
export interface PartialDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** A calendar day as the integer YYYYMMDD: comparable with `<`, no time zone. */
export type Day = number;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for anything else, impossible days included. */
export function parsePartialDate(text: string): PartialDate | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  const month = parts[2] === undefined ? null : Number(parts[2]);
  const day = parts[3] === undefined ? null : Number(parts[3]);
  if (year === 0) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (day !== null && (day < 1 || day > daysIn(year, month ?? 0))) return null;
  return { year, month, day };
}

/** The first day that a partial date can mean. */
export function firstDay(date: PartialDate): Day {
  return date.year * 10000 + (date.month ?? 1) * 100 + (date.day ?? 1);
}

/** The last day that a partial date can mean. */
export function lastDay(date: PartialDate): Day {
  const month = date.month ?? 12;
  return date.year * 10000 + month * 100 + (date.day ?? daysIn(date.year, month));
}

/** Reads a full `YYYY-MM-DD` as a day; null for anything less. */
export function parseDay(text: string): Day | null {
  const date = parsePartialDate(text);
  return date?.day == null ? null : firstDay(date);
}

/** `YYYY-MM-DD` of a day. */
export function dayToIso(day: Day): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The day of a JavaScript date in the reader's own time zone. */
export function dayOf(date: Date): Day {
  return date.getFullYear() * 10000 + (date.getMonth() + 1) * 100 + date.getDate();
}

export function yearOf(day: Day): number {
  return Math.floor(day / 10000);
}
