import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { firstDay, lastDay, type PartialDate, parsePartialDate } from '#lib/chronicle/index.ts';
import { fold } from '#lib/text/index.ts';
import { InputError } from './usage.ts';

const TABLE = 'people-with-roles.tsv';

/** What a title says besides the office itself; a caretaker holds the office all the same. */
const ACTING = /\b(?:acting|interim|caretaker|transitional|ad interim)\b/gi;

/** Offices by what tables and titles call them. The order matters: "vice president" before "president". */
const OFFICES: readonly [name: string, pattern: RegExp][] = [
  [
    'no office of its own',
    /\b(?:deputy|vice|first lady|candidate|elect|assistant|under-?secretary|shadow|opposition|former|state secretary|secretary of state to|prime minister's|ministers?[- ]delegate|state minister|minister of state|defen[cs]e secretary of sri|advis|alternate|designate|recognised|in exile|general-president)/i,
  ],
  [
    'of less than a state',
    /\b(?:province|region|regional|republic of (?:dagestan|chechnya|crimea|tatarstan|srpska)|srpska|karabakh|artsakh|southern sudan|kurdistan|parliament|parliamentary|senate|assembly|court|council|bank|federation|party|commission|university|congress|duma|conference|cop\d\d|eu high|trade|education|work and pensions)\b/i,
  ],
  [
    'foreign',
    /\b(?:foreign|external)\b.*\b(?:minister|secretary|affairs)|minister .*\b(?:foreign|external)\b|^secretary of state$|us secretary of state/i,
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

/** Which comparable office a title names; null for deputies, regions and whatever tables do not follow. */
export function officeOf(title: string): string | null {
  const bare = title
    .replace(/\([^)]*\)/g, ' ')
    .replace(ACTING, ' ')
    .trim();
  const at = OFFICES.findIndex(([, pattern]) => pattern.test(bare));
  return at < 2 ? null : (OFFICES[at]?.[0] ?? null);
}

/** A time in office as a table tells it. */
export interface Spell {
  readonly office: string;
  readonly role: string;
  readonly source: string;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** Still in office on this day (YYYYMMDD), where the table says less than a date does. */
  readonly toAtLeast: number | null;
}

/** Gaps of one office that a new term or a caretaker month explains. */
export const SAME_SPELL_DAYS = 31;

const dayNumber = (day: number) =>
  Date.UTC(Math.floor(day / 10000), Math.max(0, (Math.floor(day / 100) % 100) - 1), day % 100 || 1) / 86_400_000;

/** Days between two partial dates; 0 where they may be the same day. */
export function daysApart(a: PartialDate, b: PartialDate): number {
  if (lastDay(a) < firstDay(b)) return dayNumber(firstDay(b)) - dayNumber(lastDay(a));
  if (lastDay(b) < firstDay(a)) return dayNumber(firstDay(a)) - dayNumber(lastDay(b));
  return 0;
}

/** Words of a name in one order, with its country: "Kim Jong Un" and "Jong Un Kim" are one key. */
export function nameKey(name: string, country: string): string {
  const words = fold(name)
    .replace(/['’‘ʻ`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return `${words.sort().join(' ')}|${country}`;
}

/** "<=" bounds are left out: a snapshot that spells the name otherwise looks like an end. CountryInfo's ">=" only means "no end known". */
function stillOn(to: string, source: string): number | null {
  const date = to.startsWith('>=') && source !== 'CountryInfo' ? parsePartialDate(to.slice(2)) : null;
  return date && firstDay(date);
}

/** Days within which a table's dates say the same. CountryInfo dates ministers by the month in which its sources first and last name them. */
export const toleranceOf = (source: string) => (source === 'CountryInfo' ? 45 : 7);

/** CountryInfo's ministers begin in January 2003: that date is where its record starts, not the office. */
const startOf = (from: string, source: string) => (source === 'CountryInfo' && from.startsWith('2003-01') ? null : parsePartialDate(from));

/** One line of the table, as it stands. */
export interface Row {
  /** The name and its aliases. */
  readonly forms: readonly string[];
  readonly country: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

/** Reads the table of a folder. @throws InputError where there is no such table. */
export async function readRows(folder: string): Promise<readonly Row[]> {
  const text = await readFile(path.join(folder, TABLE), 'utf8').catch(() => {
    throw new InputError(`${path.join(folder, TABLE)}: no such table; give the folder that holds it`);
  });
  return text.split('\n').flatMap((line, at) => {
    const [name = '', aliases = '', country = '', role = '', from = '', to = '', source = ''] = line.split('\t');
    return at === 0 || !name ? [] : [{ forms: [name, ...aliases.split('|')].filter(Boolean), country, role, from, to, source }];
  });
}

/** Spells of the offices that can be compared, by name and country. */
export function spellsOfRows(rows: readonly Row[]): ReadonlyMap<string, Spell[]> {
  const spells = new Map<string, Spell[]>();
  for (const { forms, country, role, from, to, source } of rows) {
    const office = officeOf(role);
    if (!office) continue;
    const spell: Spell = { office, role, source, from: startOf(from, source), to: parsePartialDate(to), toAtLeast: stillOn(to, source) };
    if (!spell.from && !spell.to) continue;
    for (const key of new Set(forms.map((form) => nameKey(form, country)))) spells.set(key, [...(spells.get(key) ?? []), spell]);
  }
  return spells;
}

/** Adds to a person's spells those that follow each other in one source and office, as one. */
export function withJoined(spells: readonly Spell[]): Spell[] {
  const all = [...spells];
  const dated = spells.filter((spell) => spell.from).sort((a, b) => (a.from ? firstDay(a.from) : 0) - (b.from ? firstDay(b.from) : 0));
  const open = new Map<string, Spell>();
  for (const spell of dated) {
    const key = `${spell.source}|${spell.office}`;
    const before = open.get(key);
    const follows = before?.to && spell.from && daysApart(before.to, spell.from) <= SAME_SPELL_DAYS;
    const joined = before && follows ? { ...spell, from: before.from } : spell;
    if (joined !== spell) all.push(joined);
    open.set(key, joined);
  }
  return all;
}
