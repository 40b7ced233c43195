import { firstDay, lastDay, parsePartialDate, yearOf } from '#lib/chronicle/index.ts';
import { type Entry, KINDS, SUBKINDS } from '../model.ts';
import * as f from './format.ts';

/** An entry's head as two words; see `format.ts`. */
export function packHead(entry: Entry): [head: number, years: number] {
  const subkinds: readonly string[] = SUBKINDS[entry.kind];
  const subkind = entry.subkind ? subkinds.indexOf(entry.subkind) : f.SUBKIND_MASK;
  const head =
    KINDS.indexOf(entry.kind) |
    (subkind << f.SUBKIND_SHIFT) |
    (entry.renown << f.RENOWN_SHIFT) |
    (f.packCountry(entry.country[0]) << f.COUNTRY_SHIFT) |
    (f.packCountry(entry.country[1]) << f.COUNTRY2_SHIFT);
  const [from, to] = activeYears(entry);
  return [head >>> 0, (from | (to << 16)) >>> 0];
}

/** The years in which news could speak of the entry as acting: a person's roles, else life; a body's existence. */
function activeYears(entry: Entry): [from: number, to: number] {
  const year = (text: string | undefined, end: boolean): number | null => {
    const date = text ? parsePartialDate(text) : null;
    return date ? yearOf(end ? lastDay(date) : firstDay(date)) : null;
  };
  if (entry.kind === 'person') {
    const starts = entry.roles.map((role) => year(role.from, false) ?? 0);
    const ends = entry.roles.map((role) => year(role.to, true) ?? f.OPEN_YEAR);
    const born = year(entry.born, false);
    const from = starts.length > 0 ? Math.min(...starts) : born === null ? 0 : born + 18;
    const to = ends.length > 0 ? Math.max(...ends) : f.OPEN_YEAR;
    return [from, Math.min(to, year(entry.died, true) ?? f.OPEN_YEAR)];
  }
  return [year(entry.founded, false) ?? 0, year(entry.dissolved, true) ?? f.OPEN_YEAR];
}
