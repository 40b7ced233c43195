import { type Day, firstDay, lastDay, type PartialDate, parsePartialDate } from './partial-date.ts';

/** From one date to another, both included; null is open (began before memory, or still so). */
export interface Period {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/**
 * Where a day lies against a period. `at-edge` is a day that falls inside the uncertainty of a
 * coarse date ("2018"): it may have held that day.
 */
export type Standing = 'before' | 'at-edge' | 'within' | 'after';

/** A period from two optional date strings; null if either is present but no date, or if they are in the wrong order. */
export function parsePeriod(from: string | undefined, to: string | undefined): Period | null {
  const start = from === undefined ? null : parsePartialDate(from);
  const end = to === undefined ? null : parsePartialDate(to);
  if ((from !== undefined && !start) || (to !== undefined && !end)) return null;
  if (start && end && firstDay(start) > lastDay(end)) return null;
  return { from: start, to: end };
}

export function standing(period: Period, day: Day): Standing {
  const { from, to } = period;
  if (from && day < firstDay(from)) return 'before';
  if (to && day > lastDay(to)) return 'after';
  if (from && from.day === null && day <= lastDay(from)) return 'at-edge';
  if (to && to.day === null && day >= firstDay(to)) return 'at-edge';
  return 'within';
}

/** What a list of dated things says of one day. */
export interface AsOf<T> {
  /** Held that day, in the order given. */
  readonly then: T[];
  /** Ended before that day, latest end first. */
  readonly before: T[];
  /** Began after that day, earliest first. */
  readonly later: T[];
}

/**
 * Sorts dated things by where they stand on a day. On a day of change-over, when one ends and the next
 * begins, both hold; the one that began later is put first among equals of the given order by the caller.
 */
export function asOf<T>(items: readonly T[], periodOf: (item: T) => Period, day: Day): AsOf<T> {
  const then: T[] = [];
  const before: T[] = [];
  const later: T[] = [];
  for (const item of items) {
    const where = standing(periodOf(item), day);
    if (where === 'before') later.push(item);
    else if (where === 'after') before.push(item);
    else then.push(item);
  }
  const start = (item: T): Day => {
    const { from } = periodOf(item);
    return from ? firstDay(from) : 0;
  };
  const end = (item: T): Day => {
    const { to } = periodOf(item);
    return to ? lastDay(to) : 99999999;
  };
  before.sort((a, b) => end(b) - end(a) || start(b) - start(a));
  later.sort((a, b) => start(a) - start(b));
  return { then, before, later };
}
