import * as v from 'valibot';
import { parsePartialDate, parsePeriod } from '#lib/chronicle/index.ts';
import { KINDS, OFFICES, RELATIONS, SUBKINDS } from '#lib/glossary/index.ts';

/** Most characters of a pack's text, so that a browser's store holds several. */
export const LONGEST_PACK = 2_000_000;
const MOST_ENTRIES = 5000;
const MOST_NAMES = 40;
const MOST_DATED = 60;

/** Anything a browser could take for markup, for a control, or for text that runs the other way than it looks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const PLAIN = /^[^<>\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]*$/;
const ADDRESS = /[a-z][a-z0-9+.-]*:\/\/|\b(?:javascript|data|vbscript|blob|file):\S|\bwww\.[a-z0-9]/i;

/** One line of plain text. */
const line = (most: number) =>
  v.pipe(
    v.string('must be text'),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `must be at most ${most} characters`),
    v.regex(PLAIN, 'must be one line without markup or control characters'),
    // Half a character cannot stand in an address: no card could be drawn with it.
    v.check((text) => text.isWellFormed(), 'must be one line without markup or control characters'),
    v.check((text) => text.trim() !== '' && text === text.trim(), 'must not begin or end with a space'),
    v.check((text) => !ADDRESS.test(text), 'must hold no address'),
  );

const name = v.pipe(line(120), v.regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit'));
const names = v.pipe(v.array(name, 'must be a list of names'), v.maxLength(MOST_NAMES, `must be at most ${MOST_NAMES} names`));
const id = v.pipe(
  v.string('must be an id'),
  v.maxLength(80, 'must be at most 80 characters'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words of a to z and digits, joined by hyphens'),
);
/** An entry of the same pack, of the bundled glossary, or ("pack:entry") of another pack. */
const reference = v.pipe(
  v.string('must be an id'),
  v.maxLength(160, 'must be at most 160 characters'),
  v.regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*:)?[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be the id of an entry'),
);
const date = v.pipe(
  v.string('must be a date in quotes'),
  v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be a date written YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check((text) => parsePartialDate(text) !== null, 'must be a day that exists'),
);
const ends = ({ from, to }: { readonly from?: string; readonly to?: string }) => parsePeriod(from, to) !== null;
const ENDS = 'must not end before it begins';
const dated = { from: v.exactOptional(date), to: v.exactOptional(date) };
const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item, 'must be a list'), v.maxLength(MOST_DATED, `must be at most ${MOST_DATED}`));
const degrees = (limit: number) =>
  v.pipe(v.number('must be degrees'), v.minValue(-limit, `must be within ±${limit}`), v.maxValue(limit, `must be within ±${limit}`));

/** One entry of a pack, or of the reader's own. */
export const packEntry = v.pipe(
  v.strictObject({
    id,
    kind: v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`),
    subkind: v.exactOptional(v.picklist(Object.values(SUBKINDS).flat(), 'is not one of the kinds within a kind')),
    name,
    aliases: v.exactOptional(names),
    weak: v.exactOptional(names),
    demonyms: v.exactOptional(names),
    summary: v.exactOptional(line(240)),
    wikipedia: v.exactOptional(v.pipe(line(200), v.regex(/^[^\s]+$/, 'must have underscores for spaces'))),
    country: v.exactOptional(
      v.pipe(
        v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a code of two capitals')), 'must be a list of country codes'),
        v.maxLength(20),
      ),
    ),
    born: v.exactOptional(date),
    died: v.exactOptional(date),
    founded: v.exactOptional(date),
    dissolved: v.exactOptional(date),
    roles: v.exactOptional(
      listOf(
        v.pipe(
          v.strictObject({
            title: line(80),
            of: v.exactOptional(id),
            office: v.exactOptional(v.picklist(OFFICES, `must be one of ${OFFICES.join(', ')}`)),
            ...dated,
          }),
          v.check((period) => ends(period), ENDS),
        ),
      ),
    ),
    status: v.exactOptional(
      listOf(
        v.pipe(
          v.strictObject({ text: line(280), ...dated }),
          v.check((period) => ends(period), ENDS),
        ),
      ),
    ),
    lat: v.exactOptional(degrees(90)),
    lon: v.exactOptional(degrees(180)),
    population: v.exactOptional(
      v.pipe(v.number('must be a number'), v.integer('must be whole'), v.minValue(0, 'must not be negative'), v.maxValue(1e10)),
    ),
    /** How widely known it is, 1 to 5; entries of a pack are taken for well known where it is left out. */
    renown: v.exactOptional(v.picklist([1, 2, 3, 4, 5], 'must be 1 to 5')),
    sources: v.exactOptional(names),
    standsFor: v.exactOptional(id),
    capital: v.exactOptional(id),
    links: v.exactOptional(listOf(v.strictObject({ rel: v.picklist(RELATIONS, `must be one of ${RELATIONS.join(', ')}`), to: id }))),
  }),
  v.check(({ kind, subkind }) => {
    const allowed: readonly string[] = SUBKINDS[kind];
    return subkind === undefined || allowed.includes(subkind);
  }, 'has a subkind that does not belong to its kind'),
  v.check(({ lat, lon }) => (lat === undefined) === (lon === undefined), 'needs both lat and lon, or neither'),
);
export type PackEntry = v.InferOutput<typeof packEntry>;

/** Another name of an entry, of this pack or of the bundled glossary. */
export const packAlias = v.strictObject({ name, of: reference });
export type PackAlias = v.InferOutput<typeof packAlias>;

/** Entries and aliases: what a pack and the reader's own have in common. */
export const packContent = {
  entries: v.pipe(v.array(packEntry, 'must be a list of entries'), v.maxLength(MOST_ENTRIES, `must be at most ${MOST_ENTRIES} entries`)),
  aliases: v.exactOptional(
    v.pipe(v.array(packAlias, 'must be a list'), v.maxLength(MOST_ENTRIES, `must be at most ${MOST_ENTRIES} aliases`)),
  ),
};

const PACK_FORMAT = 'dramatis-pack/1';

/** A pack: names and what is known of them, by whoever wrote it. */
export const packSchema = v.strictObject({
  /** Where its JSON Schema is; nothing is fetched from there. */
  $schema: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  format: v.literal(PACK_FORMAT, `must be "${PACK_FORMAT}"`),
  id: v.pipe(
    id,
    v.check((text) => text !== 'own', 'is kept for the reader’s own entries'),
  ),
  name: line(80),
  version: v.pipe(v.string('must be text'), v.regex(/^\d+(?:\.\d+){0,2}$/, 'must be a version such as "1.2"')),
  /** An SPDX identifier or the licence's name. */
  licence: line(80),
  author: v.exactOptional(line(120)),
  description: v.exactOptional(line(400)),
  ...packContent,
});
export type Pack = v.InferOutput<typeof packSchema>;
