import { asOf, type Day } from '#lib/chronicle/index.ts';
import type { Entry, Glossary, Holder, Role } from '#lib/glossary/index.ts';
import type { CardSteps, StepRelation } from './model.ts';
import { holdingOn, periodOf, titled } from './offices.ts';
import { mainRole } from './person.ts';
import { isOver } from './place.ts';

/** Entries of one relation that a card holds at most. */
const MOST_STEPS = 40;
const MOST_LEADERS = 2;

/** Where relations stand on a card, the nearest to the reader's question first. */
const ORDER: readonly StepRelation[] = [
  'country',
  'people',
  'stands-for',
  'office-of',
  'holders',
  'led-by',
  'leader-of',
  'predecessor',
  'successor',
  'part-of',
  'capital',
  'made-by',
  'maker-of',
  'has-party',
  'party-to',
  'fought-by',
  'opponent-in',
  'has-member',
  'member-of',
  'ally-of',
  'based-in',
  'seat-of',
  'successor-of',
  'succeeded-by',
  'has-part',
];

/** The entries that an entry leads to, as of a day: offices, leaders, members, parts and what else the glossary links. */
export function stepsOf(entry: Entry, day: Day, glossary: Glossary): CardSteps[] {
  const found = new Map<StepRelation, string[]>();
  const add = (rel: StepRelation, id: string | undefined) => {
    if (id === undefined || id === entry.id) return;
    const ids = found.get(rel) ?? [];
    if (!ids.includes(id)) found.set(rel, [...ids, id]);
  };
  for (const { rel, to } of [...entry.links, ...entry.inverse]) add(rel, to);
  add('stands-for', entry.standsFor);
  add('capital', entry.capital);
  const holders = isOver(entry, day) ? [] : leadersStep([entry], day);
  if (entry.kind === 'person') addOffice(entry, day, glossary, add);
  const state = countryOf(entry, glossary);
  if (state && ![...found.values()].some((ids) => ids.includes(state))) add('country', state);
  return ORDER.flatMap((rel) => {
    if (rel === 'holders') return holders;
    const ids = found.get(rel);
    if (!ids) return [];
    const to = ids.slice(0, MOST_STEPS).flatMap((id) => {
      const other = glossary.byId(id);
      return other ? [{ id, name: other.name }] : [];
    });
    return to.length > 0 ? [{ rel, to, more: ids.length - to.length }] : [];
  });
}

/** Who led these states or bodies on the day, each with the office. */
export function leadersStep(entries: readonly Entry[], day: Day): CardSteps[] {
  const holders = entries.flatMap((entry) => holdingOn(entry, day)).slice(0, MOST_LEADERS);
  return holders.length > 0
    ? [{ rel: 'holders', to: holders.map((holder) => ({ id: holder.person, name: titled(holder) })), more: 0 }]
    : [];
}

/** The body or state of a person's office, and who held the office before and after. */
function addOffice(person: Entry, day: Day, glossary: Glossary, add: (rel: StepRelation, id: string | undefined) => void): void {
  const role = mainRole(person, day) ?? lastRole(person, day);
  const body = role?.of === undefined ? null : glossary.byId(role.of);
  if (!role || !body) return;
  add('office-of', body.id);
  if (!role.office) return;
  const line = body.holders
    .filter((holder) => holder.office === role.office && holder.title === role.title && holder.from !== undefined)
    .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  const at = line.findIndex((holder) => holder.person === person.id && holder.from === role.from);
  if (at < 0) return;
  add('predecessor', neighbour(line, at, -1));
  add('successor', neighbour(line, at, 1));
}

function lastRole(person: Entry, day: Day): Role | null {
  const { before } = asOf(person.roles, periodOf, day);
  return person.roles.find((role) => before.includes(role)) ?? null;
}

/** The nearest holder in the line that is somebody else. */
function neighbour(line: readonly Holder[], at: number, way: 1 | -1): string | undefined {
  for (let next = at + way; next >= 0 && next < line.length; next += way)
    if (line[next]?.person !== line[at]?.person) return line[next]?.person;
  return undefined;
}

let regions: Intl.DisplayNames | null = null;

/** The state of an entry of one country, if that is not the entry itself. */
function countryOf(entry: Entry, glossary: Glossary): string | undefined {
  const [code, ...others] = entry.country;
  if (code === undefined || others.length > 0 || entry.subkind === 'country') return undefined;
  // Made at the first card: it takes the background 6 ms, which at its start a page's marks would wait for.
  regions ??= new Intl.DisplayNames(['en'], { type: 'region' });
  const name = regions.of(code);
  if (name === undefined) return undefined;
  const state = glossary
    .readings(name)
    .filter(({ head }) => head.subkind === 'country')
    .map(({ posting }) => glossary.entry(posting.entry))
    .find((candidate) => candidate.country.includes(code));
  return state?.id;
}

/** The people that the demonyms of a state also name. */
export function peopleOf(demonyms: readonly string[], glossary: Glossary): Entry | null {
  const forms = demonyms.flatMap((demonym) => [demonym, `${demonym}s`]);
  const found = forms.flatMap((form) => glossary.readings(form)).find(({ head }) => head.kind === 'group' && head.subkind === 'people');
  return found ? glossary.entry(found.posting.entry) : null;
}
