import { type Day, firstDay, lastDay, type PartialDate, parsePartialDate } from '#lib/chronicle/index.ts';
import type { Entry } from '#lib/glossary/index.ts';
import type { DatedFact } from './model.ts';

/** Years before and after the article's day from which facts are told. */
const YEARS_AROUND = 8;
/** Facts of one member, and in all; the nearest to the article's day are kept. */
const MOST_OF_ONE = 4;
const MOST_FACTS = 40;

/** Things that happen, from their beginning to their end. */
const HAPPENS: ReadonlySet<string> = new Set(['war', 'battle', 'uprising', 'election', 'disaster', 'event']);

interface Told {
  readonly date: string;
  readonly text: string;
}

function beginnings(entry: Entry): Told[] {
  const { founded, dissolved, subkind = '' } = entry;
  const told: Told[] = [];
  if (entry.kind === 'thing' && HAPPENS.has(subkind)) {
    if (founded && founded === dissolved) return [{ date: founded, text: 'takes place' }];
    if (founded) told.push({ date: founded, text: 'begins' });
    if (dissolved) told.push({ date: dissolved, text: 'ends' });
  } else if (subkind === 'treaty') {
    if (founded) told.push({ date: founded, text: 'is concluded' });
    if (dissolved) told.push({ date: dissolved, text: 'ends' });
  } else if (entry.kind === 'organisation') {
    if (founded) told.push({ date: founded, text: 'is founded' });
    if (dissolved) told.push({ date: dissolved, text: 'ceases to exist' });
  }
  return told;
}

/** What the glossary dates of an entry, each thing once. */
function toldOf(entry: Entry): Told[] {
  const told = beginnings(entry);
  for (const { title, from, to } of entry.roles) {
    if (from) told.push({ date: from, text: `becomes ${title}` });
    if (to && to !== entry.died) told.push({ date: to, text: `is no longer ${title}` });
  }
  for (const { text, from } of entry.status) if (from) told.push({ date: from, text: `is now: ${text}` });
  if (entry.died) told.push({ date: entry.died, text: 'dies' });
  return told;
}

/** Days as if all months had 31: near enough to say which of two dates is nearer. */
const ordinal = (day: Day) => Math.floor(day / 10000) * 372 + (Math.floor(day / 100) % 100) * 31 + (day % 100);

/** How far a date is from a day; nothing where it may be that day. */
function distance(date: PartialDate, day: Day): number {
  if (firstDay(date) <= day && day <= lastDay(date)) return 0;
  return Math.min(Math.abs(ordinal(firstDay(date)) - ordinal(day)), Math.abs(ordinal(lastDay(date)) - ordinal(day)));
}

/** Within a day: by name, what ends before what begins. */
function inOrder(a: DatedFact, b: DatedFact): number {
  return a.name.localeCompare(b.name, 'en') || b.text.localeCompare(a.text, 'en');
}

/** The dated facts round a day that entries bring along, earliest first. */
export function factsAround(entries: readonly Entry[], day: Day): DatedFact[] {
  const near: { fact: DatedFact; away: number; start: Day }[] = [];
  for (const entry of entries) {
    const own = toldOf(entry).flatMap(({ date, text }) => {
      const parsed = parsePartialDate(date);
      if (!parsed) return [];
      const away = distance(parsed, day);
      const start = firstDay(parsed);
      return [{ fact: { date, member: entry.id, name: entry.name, text, later: start > day }, away, start }];
    });
    own.sort((a, b) => a.away - b.away);
    near.push(...own.filter(({ away }) => away <= YEARS_AROUND * 372).slice(0, MOST_OF_ONE));
  }
  return near
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_FACTS)
    .sort((a, b) => a.start - b.start || a.fact.date.length - b.fact.date.length || inOrder(a.fact, b.fact))
    .map(({ fact }) => fact);
}
