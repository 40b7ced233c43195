import * as v from 'valibot';
import { parsePartialDate, parsePeriod } from '#lib/chronicle/index.ts';
import { KINDS, OFFICES, RELATIONS, type Role, type Status, SUBKINDS } from '../model.ts';

const line = (max: number) =>
  v.pipe(
    v.string('must be text (quote it if it looks like a number, a date or yes/no)'),
    v.trim(),
    v.nonEmpty('must not be empty'),
    v.maxLength(max, `must be at most ${max} characters`),
    v.check((text) => !/[<>\n\r\t]/.test(text), 'must be one line without markup'),
  );

const id = v.pipe(v.string('must be an id'), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case ASCII words joined by hyphens'));

const date = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.transform(String))], 'must be a date'),
  v.check((text) => parsePartialDate(text) !== null, 'must be a date written YYYY, YYYY-MM or YYYY-MM-DD'),
);

const names = v.array(line(120), 'must be a list of names');

const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a code of two capitals (quote "NO")'));

const PERIOD_LINE = /^(\S+)?\s*\.\.\s*(\S+)?$/;

interface Dated {
  from?: string;
  to?: string;
}

/** `FROM .. TO` with one end open at most; null if it is not that, or the dates are wrong or in the wrong order. */
function parsePeriodText(text: string): Dated | null {
  const parts = PERIOD_LINE.exec(text.trim());
  if (!parts) return null;
  const [, from, to] = parts;
  if ((!from && !to) || !parsePeriod(from, to)) return null;
  return { ...(from && { from }), ...(to && { to }) };
}

const PERIOD_RULE = 'must begin with a period such as "2018-04-26 .. 2021-01-20 |", dates in order';

const role = v.pipe(
  line(300),
  v.rawTransform<string, Role>(({ dataset, addIssue, NEVER }) => {
    const [when = '', title = '', of = '', office = '', ...rest] = dataset.value.split('|').map((part) => part.trim());
    const period = parsePeriodText(when);
    const knownOffice = OFFICES.find((known) => known === office);
    if (!period) addIssue({ message: `role: ${PERIOD_RULE}` });
    else if (!title || title.length > 80) addIssue({ message: 'role: needs a title of at most 80 characters after "|"' });
    else if (office && !knownOffice) addIssue({ message: `role: "${office}" is not one of ${OFFICES.join(', ')}` });
    else if (rest.length > 0) addIssue({ message: 'role: has more than four parts' });
    else return { title, ...(of && { of }), ...(knownOffice && { office: knownOffice }), ...period };
    return NEVER;
  }),
);

const status = v.pipe(
  line(300),
  v.rawTransform<string, Status>(({ dataset, addIssue, NEVER }) => {
    const bar = dataset.value.indexOf('|');
    const period = parsePeriodText(dataset.value.slice(0, Math.max(bar, 0)));
    const text = dataset.value.slice(bar + 1).trim();
    if (bar < 0 || !period) addIssue({ message: `status: ${PERIOD_RULE}` });
    else if (!text) addIssue({ message: 'status: needs a text after "|"' });
    else return { text, ...period };
    return NEVER;
  }),
);

const link = v.pipe(
  line(120),
  v.rawTransform<string, { rel: (typeof RELATIONS)[number]; to: string }>(({ dataset, addIssue, NEVER }) => {
    const [name, to, ...rest] = dataset.value.split('|').map((part) => part.trim());
    const rel = RELATIONS.find((known) => known === name);
    if (!rel) addIssue({ message: `link: "${name}" is not one of ${RELATIONS.join(', ')}` });
    else if (!to || rest.length > 0) addIssue({ message: 'link: must be "relation | id"' });
    else return { rel, to };
    return NEVER;
  }),
);

const countries = v.pipe(
  v.union([country, v.array(country)], 'must be a country code or a list of them (quote "NO")'),
  v.transform((value) => (Array.isArray(value) ? value : [value])),
);

const degrees = (limit: number) =>
  v.pipe(v.number('must be degrees'), v.minValue(-limit, `must be within ±${limit}`), v.maxValue(limit, `must be within ±${limit}`));

/** One entry as an editor writes it; see `sources/README.md`. */
export const sourceEntry = v.pipe(
  v.strictObject({
    id,
    kind: v.picklist(KINDS, `kind must be one of ${KINDS.join(', ')}`),
    subkind: v.optional(v.string()),
    name: line(120),
    aliases: v.optional(names, []),
    weak: v.optional(names, []),
    demonyms: v.optional(names, []),
    summary: line(240),
    wikipedia: v.optional(
      v.pipe(
        line(200),
        v.check((title) => !title.includes(' '), 'must have underscores for spaces'),
      ),
    ),
    country: v.optional(countries, []),
    born: v.optional(date),
    died: v.optional(date),
    founded: v.optional(date),
    dissolved: v.optional(date),
    roles: v.optional(v.array(role, 'must be a list'), []),
    status: v.optional(v.array(status, 'must be a list'), []),
    lat: v.optional(degrees(90)),
    lon: v.optional(degrees(180)),
    population: v.optional(v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(0, 'must not be negative'))),
    standsFor: v.optional(id),
    capital: v.optional(id),
    links: v.optional(v.array(link, 'must be a list'), []),
    renown: v.optional(v.picklist([1, 2, 3, 4, 5], 'renown must be 1 to 5'), 3),
    sources: v.pipe(v.array(line(80), 'must be a list'), v.minLength(1, 'must name at least one source')),
  }),
  v.check((entry) => {
    const allowed: readonly string[] = SUBKINDS[entry.kind];
    return entry.subkind === undefined ? allowed.length === 0 : allowed.includes(entry.subkind);
  }, 'subkind is missing or does not belong to this kind (see sources/README.md)'),
  v.check((entry) => entry.kind !== 'place' || (entry.lat !== undefined && entry.lon !== undefined), 'a place needs lat and lon'),
  v.check((entry) => (entry.lat === undefined) === (entry.lon === undefined), 'lat and lon go together'),
);

export type SourceEntry = v.InferOutput<typeof sourceEntry>;
