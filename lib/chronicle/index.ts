/** Dates, periods, "as of" a day. Pure. */
export { isPlausible, readAddressDate, readPageDate, readWrittenDates, type WrittenDate } from './page-date.ts';
export {
  type Day,
  dayOf,
  dayToIso,
  firstDay,
  lastDay,
  type PartialDate,
  parseDay,
  parsePartialDate,
  yearOf,
} from './partial-date.ts';
export { type AsOf, asOf, type Period, parsePeriod, type Standing, standing } from './period.ts';
export { wordDate, wordDay, wordMonth, wordPeriod, wordSince } from './wording.ts';
