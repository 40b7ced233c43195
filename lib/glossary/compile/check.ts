import { firstDay, lastDay, parsePartialDate } from '#lib/chronicle/index.ts';
import { fold } from '#lib/text/index.ts';
import type { Entry, Origin } from '../model.ts';
import type { Fault } from './fault.ts';
import type { Gathered } from './gather.ts';
import { liesIn } from './shapes.ts';
import { isCountryCode } from './states.ts';

/** Words by which a text would judge or accuse in its own voice. Quoted designations ("designated a terrorist …") are let through. */
const JUDGEMENT =
  /(?<!designat\w+ (?:as )?(?:an? )?|list\w+ as (?:an? )?|label\w+ (?:as )?(?:an? )?)\b(?:brutal|notorious|infamous|so-called|controversial|evil|tyrant|thug|puppet|regime|terrorist (?:group|organisation|organization)|terrorists|fanatic\w*|heroic|legendary|great leader|world-class|disgraced|hardliner|firebrand|strongman|beloved)\b/i;
/** Words that are true only on the day they are written. */
const LEANS_ON_NOW = /\b(?:currently|recently|nowadays|incumbent|at present|to this day|as of now)\b/i;

/** A verdict on somebody who can still contest it is told with its year at least. */
const VERDICT = /\b(?:convicted|sentenced|jailed|(?:found|pleaded) guilty)\b/i;
const YEAR = /\b(?:19|20)\d\d/;

/** A title or demonym taken from a role and only half written small ("chief Minister of Goa", "british judge"). */
const HALF_CAPITALS =
  /\b(?:(?:attorney|chief|defence|deputy|economy|education|finance|first|foreign|health|home|interior|justice|lord|police|prime|prosecutor|vice) (?:Chancellor|General|Justice|Minister|President|Secretary)|american|british|chinese|french|german|indian|russian)\b/;
/** "since 2023" holds only while the office does. */
const SINCE = /\bsince (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b/g;

/** Checks what the schema cannot see in one field: references, dates against lives, doubles, tone, attribution. */
export function check(gathered: Gathered, registry: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = [...gathered.faults];
  const byId = new Map<string, Entry>();
  const byName = new Map<string, Entry>();
  for (const entry of gathered.entries) {
    const origin = gathered.origins.get(entry);
    const add = (message: string) => faults.push({ ...(origin ?? UNWRITTEN), message: `${entry.id}: ${message}` });
    const twin = byId.get(entry.id);
    if (twin) add(`id is already taken${placeOf(gathered.origins.get(twin))}: choose another or merge the two`);
    else byId.set(entry.id, entry);
    // Packaged towns share names by the hundred; only what somebody wrote can be written twice.
    if (!origin) continue;
    const nameKey = `${entry.kind} ${entry.subkind ?? ''} ${fold(entry.name)} ${entry.country.join()}`;
    const namesake = byName.get(nameKey);
    if (namesake && !twin && entry.born === namesake.born)
      add(`same name, kind and country as ${namesake.id}${placeOf(gathered.origins.get(namesake))}: merge the two`);
    else byName.set(nameKey, entry);
  }
  for (const entry of gathered.entries) {
    const origin = gathered.origins.get(entry);
    const add = (message: string) => faults.push({ ...(origin ?? UNWRITTEN), message: `${entry.id}: ${message}` });
    for (const [field, id] of references(entry)) {
      if (!byId.has(id)) add(`${field} names "${id}", which no entry has`);
      else if (id === entry.id) add(`${field} names the entry itself`);
    }
    for (const code of entry.country) if (!isCountryCode(code)) add(`country "${code}" is no ISO 3166-1 code`);
    checkDates(entry, add);
    checkBodies(entry, byId, add);
    if (origin) checkForms(entry, add);
    if (origin) checkPlace(entry, add);
    checkTone(entry, add);
    for (const source of entry.sources) if (!registry.has(source)) add(`source "${source}" is not in SOURCES.yaml`);
    if (entry.kind === 'person' && entry.sources.indexOf('editor') > 0)
      add('sources: "editor" stands first or not at all (first comes where the dates of the main role were looked up)');
  }
  faults.push(...clashes(gathered));
  return faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

const UNWRITTEN: Origin = { file: '(derived)', line: 0 };

function placeOf(origin: Origin | undefined): string {
  return origin ? ` (${origin.file}:${origin.line})` : '';
}

function* references(entry: Entry): Generator<[field: string, id: string]> {
  for (const role of entry.roles) if (role.of) yield ['roles', role.of];
  for (const link of entry.links) yield ['links', link.to];
  if (entry.standsFor) yield ['standsFor', entry.standsFor];
  if (entry.capital) yield ['capital', entry.capital];
}

function checkDates(entry: Entry, add: (message: string) => void): void {
  const bounds: [string, string | undefined, string | undefined][] = [
    ['born and died', entry.born, entry.died],
    ['founded and dissolved', entry.founded, entry.dissolved],
  ];
  for (const [what, from, to] of bounds) {
    const start = from ? parsePartialDate(from) : null;
    const end = to ? parsePartialDate(to) : null;
    if (start && end && firstDay(start) > lastDay(end)) add(`${what} are in the wrong order`);
  }
  const born = entry.born ? parsePartialDate(entry.born) : null;
  const died = entry.died ? parsePartialDate(entry.died) : null;
  for (const role of entry.roles) {
    const from = role.from ? parsePartialDate(role.from) : null;
    const to = role.to ? parsePartialDate(role.to) : null;
    if (born && from && from.year < born.year) add(`role "${role.title}" begins before birth`);
    if (died && to && firstDay(to) > lastDay(died)) add(`role "${role.title}" ends after death`);
    if (died && from && !to) add(`role "${role.title}" has no end though the person died ${entry.died}`);
  }
}

/** A role cannot begin before the body it is held in, nor go on after it. Years alone: founders lead before the day of the foundation. */
function checkBodies(entry: Entry, byId: ReadonlyMap<string, Entry>, add: (message: string) => void): void {
  for (const { title, of, from, to } of entry.roles) {
    const body = of ? byId.get(of) : undefined;
    if (!body || body.kind === 'place') continue;
    const founded = body.founded ? parsePartialDate(body.founded) : null;
    const dissolved = body.dissolved ? parsePartialDate(body.dissolved) : null;
    const start = from ? parsePartialDate(from) : null;
    const end = to ? parsePartialDate(to) : null;
    if (founded && start && start.year < founded.year - YEARS_OF_FORMING)
      add(`role "${title}" begins ${from}, long before ${body.id} was founded (${body.founded})`);
    if (dissolved && start && (!end || end.year > dissolved.year))
      add(`role "${title}" goes on after ${body.id} was dissolved (${body.dissolved})`);
  }
}
/** A group is led, a court is prepared, a mission's forerunner is renamed some years before the date that its entry gives. */
const YEARS_OF_FORMING = 7;

/** A form given twice says nothing; one without a letter or digit would match signs. */
function checkForms(entry: Entry, add: (message: string) => void): void {
  const seen = new Set([entry.name]);
  // A name that only its bracket tells from a namesake's is weak itself.
  for (const form of [...entry.aliases, ...entry.weak.filter((weak) => weak !== entry.name)]) {
    if (seen.has(form)) add(`"${form}" is given twice`);
    seen.add(form);
    if (!/[\p{L}\p{N}]/u.test(form)) add(`"${form}" holds no letter`);
  }
}

/** Kinds of place that lie within one state's land. */
const ON_LAND = new Set(['city', 'region', 'building']);

function checkPlace(entry: Entry, add: (message: string) => void): void {
  const { lat, lon, country } = entry;
  if (entry.kind !== 'place' || !ON_LAND.has(entry.subkind ?? '') || lat === undefined || lon === undefined || country.length === 0) return;
  const lying = country.map((code) => liesIn(code, lat, lon));
  if (lying.every((inside) => inside === false)) add(`lat ${lat}, lon ${lon} lies outside ${country.join(', ')}`);
}

/** Strong forms that so many written entries of one kind share tell a reader nothing. */
const MOST_SHARING = 5;

/** One word or name that many entries claim by itself: all but the best known should list it under `weak`. */
function* clashes(gathered: Gathered): Generator<Fault> {
  const byForm = new Map<string, Entry[]>();
  for (const entry of gathered.entries) {
    if (!gathered.origins.has(entry)) continue;
    for (const form of new Set([entry.name, ...entry.aliases].map(fold)))
      byForm.set(`${entry.kind} ${form}`, [...(byForm.get(`${entry.kind} ${form}`) ?? []), entry]);
  }
  for (const [form, entries] of byForm) {
    const last = entries[entries.length - 1];
    if (!last || entries.length <= MOST_SHARING) continue;
    const ids = entries.map((entry) => entry.id).join(', ');
    yield {
      ...(gathered.origins.get(last) ?? UNWRITTEN),
      message: `"${form.slice(form.indexOf(' ') + 1)}" is claimed by ${entries.length} entries (${ids}): list it under weak in all but the best known`,
    };
  }
}

function checkTone(entry: Entry, add: (message: string) => void): void {
  const texts = [entry.summary, ...entry.roles.map((role) => role.title), ...entry.status.map((status) => status.text)];
  for (const text of texts) {
    const judged = JUDGEMENT.exec(text);
    if (judged) add(`"${judged[0]}" judges: say who says so, or leave it out`);
    const leaning = LEANS_ON_NOW.exec(text);
    if (leaning) add(`"${leaning[0]}" is not true on any date: give the year`);
  }
  const half = HALF_CAPITALS.exec(entry.summary);
  if (half) add(`"${half[0]}" is half in capitals: write titles small and names of peoples with a capital`);
  if (entry.roles.length > 0 && entry.roles.every((role) => role.to))
    for (const [since, year] of entry.summary.matchAll(SINCE))
      if (entry.roles.some((role) => role.from?.slice(0, 4) === year))
        add(`"${since}" is said of an office that has ended: "from ${year} to …"`);
  const verdict = entry.kind === 'person' && !entry.died ? VERDICT.exec(entry.summary) : null;
  if (verdict && !YEAR.test(entry.summary)) add(`"${verdict[0]}" is said of a living person without the year: give it, and the court`);
}
