import { asOf, type Day, firstDay, lastDay, parsePartialDate, wordPeriod, wordSince, yearOf } from '#lib/chronicle/index.ts';
import type { Entry, Status } from '#lib/glossary/index.ts';
import type { CardLine } from './model.ts';
import { newWords, untoldOf } from './novelty.ts';
import { holdersOn, periodOf } from './offices.ts';
import { asKnownIn, cutAtClause, cutTo, joinFitting, LEAD_LIMIT, withoutStop } from './wording.ts';

/** Status that holds on the day; on a day of change, the one that begins. */
function statusOn(entry: Entry, day: Day): Status | null {
  const { then } = asOf(entry.status, periodOf, day);
  return then[then.length - 1] ?? null;
}

function firstSentence(text: string): string {
  // A stop behind a single letter belongs to an abbreviation ("Washington, D.C.").
  const end = /(?<!\b\p{Lu})\. (?=[\p{Lu}\p{N}])/u.exec(text)?.index ?? -1;
  return withoutStop(end > 0 ? text.slice(0, end) : text);
}

/** Words that begin a description and are no name. */
const COMMON_START =
  /^(?:Capital|City|State|Region|Town|Seat|Residence|Republic|Port|Largest|Republic|Federal|Island|Official|Building|Palace|Area|Part|Walled|Headquarters|Street|Complex|District|Former|Offices?) /;

/** A description as it stands within a line. */
function within(text: string): string {
  return COMMON_START.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Whether the entry had ended, or had not begun, by the day. */
function existence(entry: Entry, day: Day): string {
  const from = entry.founded ? parsePartialDate(entry.founded) : null;
  const to = entry.dissolved ? parsePartialDate(entry.dissolved) : null;
  if (to && lastDay(to) < day) return from ? `${from.year} to ${to.year}` : `until ${to.year}`;
  if (from && firstDay(from) > day) return `from ${from.year}`;
  return '';
}

/** Whether the entry was no more, or not yet, on the day. */
export function isOver(entry: Entry, day: Day): boolean {
  return existence(entry, day) !== '';
}

/** What a place, organisation, group or thing is, as it could be said that day: a card's first line, without what held. */
export function standingWhat(entry: Entry, day: Day): string {
  const what = firstSentence(asKnownIn(entry.summary, yearOf(day)));
  const when = existence(entry, day);
  return cutTo(when && !what.includes(String(when.slice(-4))) ? `${what} (${when})` : what);
}

/** The first line of a place, organisation, group or thing: what it is, and what held that day. */
export function standingLead(entry: Entry, day: Day): string {
  const what = firstSentence(asKnownIn(entry.summary, yearOf(day)));
  const status = statusOn(entry, day);
  const when = existence(entry, day);
  const holders = when ? [] : holdersOn(entry, day);
  if (status && entry.subkind === 'disputed-territory') {
    const both = `${what}; ${status.text}`;
    if (both.length <= 160) return both;
    const since = wordSince(periodOf(status));
    const dated = status.from !== undefined && status.text.includes(status.from.slice(0, 4));
    return joinFitting([status.text, dated ? '' : since]);
  }
  const dated = when && !what.includes(String(when.slice(-4))) ? `${what} (${when})` : what;
  const then = holders.join(', ') || (status?.text ?? '');
  return entry.kind === 'place' ? withHolders(dated, then) : joinFitting([dated, then]);
}

/** What something is and who led it, in one line: where both do not fit, what it is is cut at a clause. */
function withHolders(what: string, holders: string): string {
  const room = LEAD_LIMIT - holders.length - 2;
  const cut = what.length <= room ? what : withoutStop(cutAtClause(what, room));
  return cut.length >= 24 ? joinFitting([cut, holders]) : joinFitting([what, holders]);
}

/** Whose adjective, or whose people, a demonym is. */
export function demonymWhose(entry: Entry, surface: string): string {
  const plural = /s$/.test(surface) && !/(?:ss|ese|ish)$/.test(surface);
  return plural ? `people of ${withArticle(entry.name)}, or its authorities` : `of ${withArticle(entry.name)}, or of its people`;
}

/** A demonym's first line: whose adjective it is, and what the state was. */
export function demonymLead(entry: Entry, surface: string, day: Day): string {
  return joinFitting([
    demonymWhose(entry, surface),
    existence(entry, day) ? `state ${existence(entry, day)}` : holdersOn(entry, day).join(', '),
  ]);
}

/** A metonym's first line: who is meant, and who led them that day. */
export function metonymLead(entry: Entry, principal: Entry, state: Entry | null, day: Day): string {
  return joinFitting([`here: ${metonymMeant(principal, state, day)}`, within(firstSentence(asKnownIn(entry.summary, yearOf(day))))]);
}

/** Who is meant by a metonym: "the government of Turkey, then under President Recep Tayyip Erdoğan". */
export function metonymMeant(principal: Entry, state: Entry | null, day: Day): string {
  const holders = [...holdersOn(principal, day), ...(state ? holdersOn(state, day) : [])];
  const government = /^Government of (.+)$/.exec(principal.name);
  const who = government ? `the government of ${government[1]}` : withArticle(principal.name);
  return [who, holders.slice(0, 2).join(', ')].filter(Boolean).join(', then under ');
}

const TAKES_ARTICLE =
  /^(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Solomon|Marshall|Soviet|Czech Republic|Central African|Dominican Republic|Government|Ministry|Presidency|European|Department|Ottoman|West Bank|Gaza Strip)/;

function withArticle(name: string): string {
  return TAKES_ARTICLE.test(name) ? `the ${name}` : name;
}

/** Status listed in one line, at most. */
const MOST_STATUS = 3;

/** What the card of a place, organisation, group or thing says behind its first line; who led it is a step of its own. */
export function standingLines(entry: Entry, day: Day, lead: string): CardLine[] {
  const lines: CardLine[] = [];
  const { then, later } = asOf(entry.status, periodOf, day);
  const untold = then.slice(-2).flatMap(({ text }) => (newWords(text, [entry.name, lead]) === 0 ? [] : [text]));
  if (untold.length > 0) lines.push({ label: 'then', texts: untold });
  if (later.length > 0) lines.push({ label: 'later', texts: later.slice(0, MOST_STATUS).map(statusText) });
  const ended = entry.dissolved ? parsePartialDate(entry.dissolved) : null;
  if (ended && lastDay(ended) >= day && later.length === 0) lines.push({ label: 'later', texts: [`ended ${ended.year}`] });
  const rest = withoutStop(untoldOf(beyond(entry.summary, lead), [entry.name, lead, ...lines.flatMap(({ texts }) => texts)]));
  if (rest) lines.push({ label: 'about', texts: [rest] });
  return lines;
}

/** What a description says beyond the line that begins with it; all of it where the line begins otherwise. */
function beyond(summary: string, lead: string): string {
  const whole = summary.trim();
  if (lead.toLowerCase().includes(withoutStop(whole).toLowerCase())) return '';
  const begun = whole.toLowerCase().startsWith(lead.toLowerCase());
  if (!begun) return whole;
  const rest = whole.slice(lead.length);
  // What hangs on the first line is no sentence of its own.
  return /^[.;]/.test(rest) ? rest.slice(1).trim() : `… ${rest.replace(/^,?\s*/, '')}`;
}

function statusText(status: Status): string {
  const when = wordPeriod(periodOf(status));
  return cutTo(when ? `${when}: ${status.text}` : status.text, 220);
}
