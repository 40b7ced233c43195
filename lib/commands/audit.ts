import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isSeq, LineCounter, parseDocument } from 'yaml';
import { firstDay, lastDay, type PartialDate, parsePartialDate } from '#lib/chronicle/index.ts';
import { AUDIT_NOTES, type Compiled, SOURCES_FOLDER } from '#lib/glossary/compile/index.ts';
import type { Entry, Role } from '#lib/glossary/index.ts';
import { type Reach, reachOf } from './audit-reach.ts';
import {
  daysApart,
  nameKey,
  officeOf,
  readRows,
  SAME_SPELL_DAYS,
  type Spell,
  spellsOfRows,
  toleranceOf,
  withJoined,
} from './audit-table.ts';

type End = 'from' | 'to';

/** One date on which an entry and every table that speaks of the same term disagree. */
interface Disagreement {
  readonly entry: string;
  readonly where: string;
  readonly role: string;
  readonly which: End;
  readonly ours: string;
  readonly theirs: string;
  /** Why ours stands, where an editor has written it down. */
  readonly note: string | null;
}

export interface Audit {
  /** Terms of office that at least one table row speaks of. */
  readonly compared: number;
  /** Of these, terms whose dates are confirmed as far as the tables go: none differs, explained or not. */
  readonly agreeing: number;
  readonly disagreements: readonly Disagreement[];
  /** Notes that explain nothing any more: the date has changed, or the tables agree. */
  readonly stale: readonly string[];
  /** How far the tables reach to the people whose main role no table is said to confirm. */
  readonly reach: Reach;
}

/** One office held without a gap, whatever its titles were ("acting", a renamed state). */
interface Term {
  readonly office: string;
  readonly of: string;
  readonly title: string;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

const date = (text: string | undefined) => (text ? parsePartialDate(text) : null);
const word = (at: PartialDate) =>
  [at.year, at.month, at.day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

function termsOf(roles: readonly Role[]): Term[] {
  const terms: Term[] = [];
  const dated = roles.flatMap((role) => {
    const office = officeOf(role.title);
    return office ? [{ office, of: role.of ?? '', title: role.title, from: date(role.from), to: date(role.to) }] : [];
  });
  dated.sort((a, b) => (a.from ? firstDay(a.from) : 0) - (b.from ? firstDay(b.from) : 0));
  for (const next of dated) {
    const at = terms.findIndex(
      (term) =>
        term.office === next.office &&
        term.of === next.of &&
        term.to !== null &&
        next.from !== null &&
        daysApart(term.to, next.from) <= SAME_SPELL_DAYS,
    );
    const before = terms[at];
    if (before) terms[at] = { ...before, title: next.title, to: next.to };
    else terms.push(next);
  }
  return terms;
}

/** Whether a table's spell is about this term and not another one of the same office. */
function sameTerm(term: Term, spell: Spell): boolean {
  const from = term.from ? firstDay(term.from) : 0;
  const to = term.to ? lastDay(term.to) : Number.POSITIVE_INFINITY;
  const start = spell.from ? firstDay(spell.from) : lastDay(spell.to ?? NEVER);
  const end = spell.to ? lastDay(spell.to) : (spell.toAtLeast ?? (spell.from ? lastDay(spell.from) : 0));
  return start <= to && end >= from;
}
const NEVER: PartialDate = { year: 9999, month: null, day: null };

/** The spell nearest on one end; null where none dates that end, or one agrees with it. */
function differing(ours: PartialDate, end: End, spells: readonly Spell[]): Spell | null {
  let nearest: Spell | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const spell of spells) {
    const theirs = spell[end];
    if (!theirs) continue;
    const days = daysApart(ours, theirs);
    if (days <= toleranceOf(spell.source)) return null;
    if (days < least) [nearest, least] = [spell, days];
  }
  return nearest;
}

/** A spell that goes on after our end. */
function goingOn(to: PartialDate, spells: readonly Spell[]): Spell | null {
  return spells.find(({ toAtLeast }) => toAtLeast !== null && lastDay(to) < toAtLeast) ?? null;
}

/** Why dates stand: "entry | from 2010-07-13 | reason" by its first two parts, with the line. */
async function readNotes(folder: string): Promise<Map<string, { reason: string; line: number }>> {
  const text = await readFile(path.join(folder, AUDIT_NOTES), 'utf8').catch(() => '');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const notes = new Map<string, { reason: string; line: number }>();
  if (!isSeq(document.contents)) return notes;
  for (const item of document.contents.items) {
    const node = item as { toJSON(): unknown; range?: [number, number, number] };
    const [entry = '', which = '', reason = ''] = String(node.toJSON())
      .split('|')
      .map((part) => part.trim());
    notes.set(`${entry} ${which}`, { reason, line: lines.linePos(node.range?.[0] ?? 0).line });
  }
  return notes;
}

function spellsOf(entry: Entry, table: ReadonlyMap<string, Spell[]>): Spell[] {
  const keys = new Set([entry.name, ...entry.aliases].flatMap((name) => entry.country.map((country) => nameKey(name, country))));
  return withJoined([...new Set([...keys].flatMap((key) => table.get(key) ?? []))]);
}

/** Compares the dates of people's offices with the table of a folder, each term of office with the rows that speak of it. */
export async function audit(compiled: Compiled, folder: string, sources: string = SOURCES_FOLDER): Promise<Audit> {
  const rows = await readRows(folder);
  const table = spellsOfRows(rows);
  const notes = await readNotes(sources);
  const used = new Set<string>();
  let compared = 0;
  let agreeing = 0;
  const disagreements: Disagreement[] = [];
  for (const entry of compiled.entries) {
    const origin = compiled.origins.get(entry);
    if (entry.kind !== 'person' || !origin) continue;
    const known = spellsOf(entry, table);
    if (known.length === 0) continue;
    for (const term of termsOf(entry.roles)) {
      const spells = known.filter((spell) => spell.office === term.office && sameTerm(term, spell));
      if (spells.length === 0) continue;
      compared++;
      let wrong = 0;
      for (const which of ['from', 'to'] as const) {
        const ours = term[which];
        if (!ours) continue;
        const dated = spells.some((spell) => spell[which]);
        const differs = differing(ours, which, spells) ?? (which === 'to' && !dated ? goingOn(ours, spells) : null);
        if (!differs) continue;
        const key = `${entry.id} ${which} ${word(ours)}`;
        const note = notes.get(key)?.reason ?? null;
        wrong++;
        used.add(key);
        const theirs = differs[which] ? word(differs[which]) : `still on ${differs.toAtLeast ?? ''}`;
        disagreements.push({
          entry: entry.id,
          where: `${origin.file}:${origin.line}`,
          role: term.title,
          which,
          ours: word(ours),
          theirs: `${theirs} (${differs.source}: ${differs.role})`,
          note,
        });
      }
      if (wrong === 0) agreeing++;
    }
  }
  const stale = [...notes].filter(([key]) => !used.has(key)).map(([key, { line }]) => `${AUDIT_NOTES}:${line}: ${key}: no table disagrees`);
  return { compared, agreeing, disagreements, stale, reach: reachOf(compiled, rows) };
}
