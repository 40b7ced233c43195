import { iso31661 } from 'iso-3166';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { shapeOf } from '#lib/commands/entry-shape.ts';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { compileFromDisk } from '#lib/glossary/compile/index.ts';
import { INVERSES, KINDS, RELATIONS, SUBKINDS } from '#lib/glossary/index.ts';

const CODES = new Set([...iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2), 'XK']);

const text = v.pipe(v.string(), v.nonEmpty());
const date = v.pipe(v.string(), v.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/));
const code = v.pipe(
  v.string(),
  v.check((given) => CODES.has(given)),
);
const period = { from: v.optional(date), to: v.optional(date) };

/** An entry as `glossary dump` prints it: these fields and no others. */
const contract = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
    kind: v.picklist(KINDS),
    subkind: v.optional(v.picklist(Object.values(SUBKINDS).flat())),
    name: text,
    aliases: v.array(text),
    summary: v.pipe(text, v.maxLength(240)),
    wikipedia: v.optional(v.pipe(text, v.regex(/^\S+$/))),
    roles: v.optional(v.array(v.strictObject({ title: v.pipe(text, v.maxLength(80)), of: v.optional(text), ...period }))),
    status: v.optional(v.array(v.strictObject({ text, ...period }))),
    lat: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
    lon: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
    country: v.optional(v.union([code, v.pipe(v.array(code), v.minLength(2))])),
    population: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    born: v.optional(date),
    died: v.optional(date),
    founded: v.optional(date),
    dissolved: v.optional(date),
    demonyms: v.optional(v.pipe(v.array(text), v.minLength(1))),
    standsFor: v.optional(text),
    capital: v.optional(text),
    links: v.optional(
      v.pipe(v.array(v.strictObject({ rel: v.picklist([...RELATIONS, ...Object.values(INVERSES)]), to: text })), v.minLength(1)),
    ),
    sources: v.pipe(v.array(text), v.minLength(1)),
  }),
  v.check(({ kind, lat, lon }) => kind !== 'place' || (lat !== undefined && lon !== undefined), 'a place without coordinates'),
  v.check(({ kind, subkind }) => (kind === 'person' ? subkind === undefined : subkind !== undefined), 'subkind'),
  v.check(({ roles = [], status = [] }) => [...roles, ...status].every(({ from, to }) => from || to), 'neither begun nor ended'),
);

const glossary = await loadGlossary();
const dumped = Array.from({ length: glossary.size }, (_, number) => shapeOf(glossary.entry(number)));

test('every entry is printed in the shape of the contract', () => {
  const wrong = dumped.flatMap((entry) => {
    const parsed = v.safeParse(contract, JSON.parse(JSON.stringify(entry)));
    return parsed.success
      ? []
      : [`${String(entry.id)}: ${parsed.issues.map(({ path, message }) => `${path?.[0]?.key ?? ''} ${message}`).join('; ')}`];
  });
  expect(wrong).toEqual([]);
  expect(dumped.length).toBeGreaterThan(45_000);
});

test('ids are unique, and every id that an entry names is an entry', () => {
  const ids = new Set(dumped.map(({ id }) => id));
  expect(ids.size).toBe(dumped.length);
  const dangling: string[] = [];
  for (let number = 0; number < glossary.size; number++) {
    const { id, roles, links, inverse, standsFor, capital, holders } = glossary.entry(number);
    const named = [
      ...roles.flatMap(({ of }) => of ?? []),
      ...[...links, ...inverse].map(({ to }) => to),
      ...holders.map(({ person }) => person),
    ];
    for (const other of [...named, standsFor, capital]) if (other && !ids.has(other)) dangling.push(`${id}: ${other}`);
  }
  expect(dangling).toEqual([]);
});

test('a link is stated once and seen from both ends', () => {
  let stated = 0;
  const unanswered: string[] = [];
  for (let number = 0; number < glossary.size; number++) {
    const entry = glossary.entry(number);
    if (entry.sources.includes('iso-3166') && entry.links.length === 0) continue;
    for (const { rel, to } of entry.links) {
      const other = glossary.byId(to);
      stated++;
      const back = other?.inverse.some((link) => link.to === entry.id && link.rel === INVERSES[rel]);
      const both = other?.links.some((link) => link.to === entry.id && link.rel === INVERSES[rel]);
      // The bodies that every state has are one pattern: the state does not list its thirteen bodies.
      if (
        !back &&
        !both &&
        !/^(?:government|ministry|parliament|armed-forces|army|navy|air-force|police|supreme-court|central-bank|.*-of)-/.test(entry.id)
      )
        unanswered.push(`${entry.id} ${rel} ${to}`);
    }
  }
  expect(unanswered).toEqual([]);
  expect(stated).toBeGreaterThan(3000);
});

test('the same sources give the same bytes', async () => {
  const [once, again] = [await compileFromDisk(), await compileFromDisk()];
  expect(Buffer.compare(Buffer.from(once.index), Buffer.from(again.index))).toBe(0);
  expect(Buffer.compare(Buffer.from(once.packedEntries), Buffer.from(again.packedEntries))).toBe(0);
}, 120_000);
