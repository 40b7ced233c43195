import { asOf, type Day, lastDay, parsePartialDate, standing, wordDate, wordPeriod, wordSince, yearOf } from '#lib/chronicle/index.ts';
import type { Entry, Role } from '#lib/glossary/index.ts';
import type { CardLine } from './model.ts';
import { untoldOf } from './novelty.ts';
import { periodOf } from './offices.ts';
import { asKnownIn, cutTo, withoutStop } from './wording.ts';

/** A candidacy is dated by its election. */
const IS_DATED = /\belection of \d/;
/** Roles listed behind the first line, at most. */
const MOST_ROLES = 5;

/** A step on the way to an office, told only where nothing else is. */
const isOnTheWay = (role: Role) => /-elect\b|^Presumptive /.test(role.title);
const withoutWays = (roles: readonly Role[]) => (roles.every(isOnTheWay) ? roles : roles.filter((role) => !isOnTheWay(role)));

const listed = (role: Role) => {
  if (IS_DATED.test(role.title)) return role.title;
  const when = wordPeriod(periodOf(role));
  return when ? `${role.title} ${when}` : role.title;
};

/** A further role beside the main one, without what its title says over again ("President of Turkey, also head of the executive"). */
function besides(role: Role, main: Role | null): Role {
  const more = main && role.title.startsWith(`${main.title}, `) ? role.title.slice(main.title.length + 2).replace(/^also /, '') : '';
  return more ? { ...role, title: more } : role;
}

function wasDead(person: Entry, day: Day): boolean {
  const died = person.died ? parsePartialDate(person.died) : null;
  return died !== null && lastDay(died) < day;
}

/** The role that a person's card puts first on a day: held surely before held perhaps, then in the editor's order. */
export function mainRole(person: Entry, day: Day): Role | null {
  const { then } = asOf(person.roles, periodOf, day);
  const sure = then.filter((role) => standing(periodOf(role), day) === 'within');
  // On a day of hand-over, what begins is the news.
  const began = sure.find((role) => role.from !== undefined && role.from.replaceAll('-', '') === String(day));
  return began ?? sure[0] ?? then[0] ?? null;
}

/** A person's first line: the role held that day, else the last one held, else who this is. */
export function personLead(person: Entry, day: Day): string {
  const main = mainRole(person, day);
  if (main) {
    const since = IS_DATED.test(main.title) ? '' : wordSince(periodOf(main));
    return cutTo(since ? `${main.title}, ${since}` : main.title);
  }
  const { before } = asOf(person.roles, periodOf, day);
  const foremost = person.roles.find((role) => before.includes(role));
  if (!foremost) return cutTo(withoutStop(asKnownIn(person.summary, yearOf(day))));
  const when = wordPeriod(periodOf(foremost));
  const died = wasDead(person, day) && person.died ? parsePartialDate(person.died) : null;
  if (died) return cutTo(`${foremost.title}${when ? `, ${when}` : ''}; died ${died.year}`);
  return cutTo(`former ${foremost.title}${when ? ` (${when})` : ''}`);
}

/** What a person's card says behind the first line. */
export function personLines(person: Entry, day: Day): CardLine[] {
  const main = mainRole(person, day);
  const { then, before, later } = asOf(person.roles, periodOf, day);
  const lines: CardLine[] = [];
  const also = then.filter((role) => role !== main);
  if (also.length > 0) lines.push({ label: 'also', texts: also.slice(0, 3).map((role) => listed(besides(role, main))) });
  const after: string[] = [];
  const end = main?.to ? parsePartialDate(main.to) : null;
  const died = person.died ? parsePartialDate(person.died) : null;
  const diedInOffice = end !== null && died !== null && person.died === main?.to;
  if (end && !diedInOffice)
    after.push(
      `${later.length === 0 || !/candidate|elect/i.test(main?.title ?? '') ? `${main?.office ? 'left office' : 'left this role'} ${wordDate(end)}` : ''}`,
    );
  after.push(...withoutWays(later).slice(0, 3).map(listed));
  if (died && lastDay(died) >= day) after.push(`died ${wordDate(died)}`);
  const cameLater = after.filter(Boolean);
  if (cameLater.length > 0) lines.push({ label: 'later', texts: cameLater });
  const foremost = main ? null : person.roles.find((role) => before.includes(role));
  const past = before.filter((role) => role !== foremost);
  if (past.length > 0) lines.push({ label: 'before', texts: withoutWays(past).slice(0, MOST_ROLES).map(listed) });
  const about = withoutStop(untoldOf(person.summary, [person.name, personLead(person, day), ...lines.flatMap(({ texts }) => texts)]));
  if (about) lines.push({ label: 'about', texts: [about] });
  return lines;
}

/** "born 1950", "1932 to 2009": no more of a life than dates its person. */
export function lifeFacts(person: Entry, day: Day): string[] {
  const born = person.born ? parsePartialDate(person.born) : null;
  const died = person.died ? parsePartialDate(person.died) : null;
  if (died && wasDead(person, day)) return [born ? `${born.year} to ${died.year}` : `died ${died.year}`];
  return born ? [`born ${born.year}`] : [];
}
