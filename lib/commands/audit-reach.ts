import { firstDay, lastDay, parsePartialDate } from '#lib/chronicle/index.ts';
import type { Compiled } from '#lib/glossary/compile/index.ts';
import type { Entry, Role } from '#lib/glossary/index.ts';
import { fold } from '#lib/text/index.ts';
import { daysApart, nameKey, officeOf, type Row, toleranceOf } from './audit-table.ts';

/** Why no table is said to confirm the main role of a person, and whom one confirms all the same. */
export interface Reach {
  /** Main roles that rest on the editor alone, by what the tables say of them. */
  readonly nameInNoTable: number;
  readonly otherOfficesOnly: number;
  readonly datesDiffer: number;
  /** Of all these, roles begun after the last month of the tables of ministers. */
  readonly afterTables: number;
  /** Name, office and both dates agree: the entry may name the table first in its sources. Ids with the tables. */
  readonly confirmed: readonly string[];
}

/** EveryPolitician's snapshots end here; only heads of state and of government are in tables later. */
const MINISTERS_END = 20220731;

/** The role that `stats` counts: the first that goes on, else the first. */
function mainRole(entry: Entry): Role | undefined {
  return entry.roles.find((role) => !role.to) ?? entry.roles[0];
}

/** Words that name no office by themselves, or are written in one table and not in another. */
const FILLERS = new Set(
  'a an the of for and in on to s us uk usa state states region oblast province republic federal national affairs permanent armed forces'.split(
    ' ',
  ),
);
const ALIKE: Readonly<Record<string, string>> = {
  defense: 'defence',
  adviser: 'advisor',
  chairman: 'chair',
  chairwoman: 'chair',
  chairperson: 'chair',
  secretaries: 'secretary',
  organisation: 'organization',
};

const wordsOf = (text: string) =>
  fold(text)
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Names of states and of their people, as words in a row. */
function stateNames(entries: readonly Entry[]): ReadonlySet<string> {
  const states = entries.filter(({ subkind }) => subkind === 'country' || subkind === 'territory');
  return new Set(states.flatMap(({ name, aliases, demonyms }) => [name, ...aliases, ...demonyms]).map((form) => wordsOf(form).join(' ')));
}

/** The words of a title that say which office it is, without the state and in one order: "advisor security". */
function officeWords(title: string, states: ReadonlySet<string>): string {
  const words = wordsOf(title);
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = [5, 4, 3, 2, 1].find((n) => states.has(words.slice(at, at + n).join(' ')));
    const word = words[at] ?? '';
    if (!length && !FILLERS.has(word)) kept.push(ALIKE[word] ?? word);
    at += length ?? 1;
  }
  return [...new Set(kept)].sort().join(' ');
}

/** Whether a row dates both ends of a role as we do. Where the table only says "still in office then", our end may not come before. */
function sameDates(role: Role, row: Row): boolean {
  const tolerance = toleranceOf(row.source);
  const [from, theirFrom] = [role.from ? parsePartialDate(role.from) : null, parsePartialDate(row.from)];
  if (!from || !theirFrom || daysApart(from, theirFrom) > tolerance) return false;
  const to = role.to ? parsePartialDate(role.to) : null;
  const theirTo = parsePartialDate(row.to);
  if (theirTo) return to !== null && daysApart(to, theirTo) <= tolerance;
  const bound = parsePartialDate(row.to.slice(2));
  if (row.to.startsWith('>=') && bound) return to === null || lastDay(to) >= firstDay(bound);
  if (row.to.startsWith('<=') && bound) return to !== null && firstDay(to) <= lastDay(bound);
  return false;
}

/**
 * Looks up the main roles that rest on the editor alone in all rows of a person's name, whatever country the row gives: tables file the
 * heads of international bodies and of unrecognised states under codes of their own.
 */
export function reachOf(compiled: Compiled, rows: readonly Row[]): Reach {
  const byName = new Map<string, Row[]>();
  for (const row of rows) for (const form of row.forms) byName.set(nameKey(form, ''), [...(byName.get(nameKey(form, '')) ?? []), row]);
  const states = stateNames(compiled.entries);
  let [nameInNoTable, otherOfficesOnly, datesDiffer, afterTables] = [0, 0, 0, 0];
  const confirmed: string[] = [];
  for (const entry of compiled.entries) {
    const role = entry.kind === 'person' && compiled.origins.has(entry) && entry.sources[0] === 'editor' ? mainRole(entry) : undefined;
    if (!role) continue;
    const found = [entry.name, ...entry.aliases]
      .filter((form) => wordsOf(form).length > 1)
      .flatMap((form) => byName.get(nameKey(form, '')) ?? []);
    const office = officeOf(role.title);
    const words = officeWords(role.title, states);
    const same = found.filter((row) => officeWords(row.role, states) === words || (office !== null && officeOf(row.role) === office));
    const sources = new Set(same.filter((row) => sameDates(role, row)).map((row) => row.source));
    if (sources.size > 0) confirmed.push(`${entry.id} (${[...sources].join(', ')})`);
    else if (same.length > 0) datesDiffer++;
    else if (found.length > 0) otherOfficesOnly++;
    else nameInNoTable++;
    const from = role.from ? parsePartialDate(role.from) : null;
    if (sources.size === 0 && from && firstDay(from) > MINISTERS_END) afterTables++;
  }
  return { nameInNoTable, otherOfficesOnly, datesDiffer, afterTables, confirmed };
}
