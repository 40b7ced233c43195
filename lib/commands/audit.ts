import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { firstDay, lastDay, type PartialDate, parsePartialDate } from '#lib/chronicle/index.ts';
import type { Compiled } from '#lib/glossary/compile/index.ts';
import type { Entry, Role } from '#lib/glossary/index.ts';
import { fold } from '#lib/text/index.ts';
import { InputError } from './usage.ts';

const TABLE = 'people-with-roles.tsv';
/** Start dates of one office agree within a week in most pairs of good sources; within this many days they tell the same story. */
const TOLERANCE_DAYS = 45;

/** Offices by what tables and titles call them. The order matters: "vice president" before "president". */
const OFFICES: readonly [name: string, pattern: RegExp][] = [
  [
    'deputy',
    /\b(?:deputy|vice|first lady|acting|interim|candidate|elect|assistant|under-?secretary|shadow|opposition|former|state secretary|prime minister's|ministers?-delegate|advis)/i,
  ],
  [
    'regional',
    /\b(?:province|region|regional|republic of (?:dagestan|chechnya|crimea|tatarstan|srpska)|kurdistan|parliamentary|senate|assembly|court|council|bank|federation|party|commission|university|congress|duma)\b/i,
  ],
  [
    'foreign',
    /\b(?:foreign|external)\b.*\b(?:minister|secretary|affairs)|minister .*\b(?:foreign|external)\b|^secretary of state\b|us secretary of state/i,
  ],
  ['defence', /\b(?:defen[cs]e)\b.*\bminister|minister .*\bdefen[cs]e\b|secretary of (?:state for )?defen[cs]e|defen[cs]e secretary/i],
  [
    'interior',
    /\b(?:interior|internal affairs|home)\b.*\b(?:minister|secretary)|minister .*\b(?:interior|internal affairs|home affairs)\b/i,
  ],
  ['finance', /\bfinance\b.*\bminister|minister .*\bfinance\b|chancellor of the exchequer|secretary of the treasury|treasury secretary/i],
  ['head of government', /\bprime minister|\bpremier\b|^(?:federal )?chancellor\b|taoiseach|head of government/i],
  ['head of state', /^(?:\w+ ){0,2}president\b|\bking\b|\bqueen\b|\bemir\b|\bsultan\b|head of state/i],
];

function officeOf(title: string): string | null {
  const bare = title.replace(/\([^)]*\)/g, ' ');
  const found = OFFICES.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
  return found === 'deputy' || found === 'regional' ? null : found;
}

interface Row {
  readonly role: string;
  readonly office: string;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly source: string;
}

/** One date on which an entry and the tables disagree. */
interface Disagreement {
  readonly entry: string;
  readonly where: string;
  readonly role: string;
  readonly which: 'from' | 'to';
  readonly ours: string;
  readonly theirs: string;
}

export interface Audit {
  /** Roles that at least one table row speaks of. */
  readonly compared: number;
  /** Of these, roles of which some row agrees with both dates it gives. */
  readonly agreeing: number;
  readonly disagreements: readonly Disagreement[];
}

const key = (name: string, country: string) =>
  `${fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()}|${country}`;

async function readTable(folder: string): Promise<Map<string, Row[]>> {
  const text = await readFile(path.join(folder, TABLE), 'utf8').catch(() => {
    throw new InputError(`${path.join(folder, TABLE)}: no such table; give the folder that holds it`);
  });
  const rows = new Map<string, Row[]>();
  for (const line of text.split('\n').slice(1)) {
    const [name = '', aliases = '', country = '', role = '', from = '', to = '', source = ''] = line.split('\t');
    const office = officeOf(role);
    if (!office || !name) continue;
    // "<=" and ">=" are bounds, not dates: the table says less than a date does.
    const row: Row = { role, office, from: parsePartialDate(from), to: parsePartialDate(to), source };
    for (const form of [name, ...aliases.split('|')]) {
      if (!form) continue;
      const at = key(form, country);
      rows.set(at, [...(rows.get(at) ?? []), row]);
    }
  }
  return rows;
}

const dayNumber = (day: number) => Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, day % 100) / 86_400_000;

/** Days between two partial dates; 0 where they may be the same day. */
function apart(a: PartialDate, b: PartialDate): number {
  if (lastDay(a) < firstDay(b)) return dayNumber(firstDay(b)) - dayNumber(lastDay(a));
  if (lastDay(b) < firstDay(a)) return dayNumber(firstDay(a)) - dayNumber(lastDay(b));
  return 0;
}

const date = (text: string | undefined) => (text ? parsePartialDate(text) : null);
const word = (at: PartialDate) =>
  [at.year, at.month, at.day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** How far the nearest row is from a role on one end; null where no row gives that end. */
function nearest(ours: PartialDate | null, rows: readonly Row[], end: 'from' | 'to'): { days: number; row: Row } | null {
  if (!ours) return null;
  let best: { days: number; row: Row } | null = null;
  for (const row of rows) {
    const theirs = row[end];
    if (!theirs) continue;
    const days = apart(ours, theirs);
    if (!best || days < best.days) best = { days, row };
  }
  return best;
}

function rowsFor(entry: Entry, role: Role, table: ReadonlyMap<string, Row[]>): Row[] {
  const office = officeOf(role.title);
  if (!office) return [];
  const found = [entry.name, ...entry.aliases].flatMap((name) => entry.country.flatMap((country) => table.get(key(name, country)) ?? []));
  return found.filter((row) => row.office === office);
}

/** Compares the dates of people's offices with the table of a folder. */
export async function audit(compiled: Compiled, folder: string): Promise<Audit> {
  const table = await readTable(folder);
  let compared = 0;
  let agreeing = 0;
  const disagreements: Disagreement[] = [];
  for (const entry of compiled.entries) {
    const origin = compiled.origins.get(entry);
    if (entry.kind !== 'person' || !origin) continue;
    for (const role of entry.roles) {
      const rows = rowsFor(entry, role, table);
      if (rows.length === 0) continue;
      compared++;
      let wrong = 0;
      for (const end of ['from', 'to'] as const) {
        const ours = date(role[end]);
        const near = nearest(ours, rows, end);
        const theirs = near?.row[end];
        if (!near || !ours || !theirs || near.days <= TOLERANCE_DAYS) continue;
        wrong++;
        disagreements.push({
          entry: entry.id,
          where: `${origin.file}:${origin.line}`,
          role: role.title,
          which: end,
          ours: word(ours),
          theirs: `${word(theirs)} (${near.row.source}: ${near.row.role})`,
        });
      }
      if (wrong === 0) agreeing++;
    }
  }
  return { compared, agreeing, disagreements };
}
