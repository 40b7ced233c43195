import { leadOf } from '#lib/card/index.ts';
import { asOf, type Day, dayOf, parseDay, parsePeriod } from '#lib/chronicle/index.ts';
import { type Compiled, compileFromDisk, continentOf, SOURCES_FOLDER, wordFault } from '#lib/glossary/compile/index.ts';
import type { Entry, Glossary } from '#lib/glossary/index.ts';
import { KINDS } from '#lib/glossary/index.ts';
import { rankReadings } from '#lib/names/index.ts';
import { audit } from './audit.ts';
import { shapeOf } from './entry-shape.ts';
import { loadGlossary } from './load-glossary.ts';
import { runCommand, UsageError } from './usage.ts';

const HELP = `
npm run --silent glossary -- <verb>

  lookup NAME [--date YYYY-MM-DD]  what a name can mean, best first, one JSON object a line
  show ID [--date YYYY-MM-DD]      one entry, with what held on the day
  dump                             every entry, one JSON object a line
  stats                            counts by kind, subkind, source and region
  check [FOLDER]                   validates every source; exits 1 with file and line for each fault
  audit FOLDER                     compares dates of office with the table people-with-roles.tsv of a folder
`;

/** What of an entry held on a day, beside the whole entry. */
function shownOn(entry: Entry, day: Day): Record<string, unknown> {
  const { then } = asOf(entry.holders, (holder) => parsePeriod(holder.from, holder.to) ?? { from: null, to: null }, day);
  return {
    ...shapeOf(entry),
    note: leadOf(entry, day),
    ...(then.length > 0 && { holders: then.map(({ name, title, person, from, to }) => ({ name, title, person, from, to })) }),
  };
}

function lookup(glossary: Glossary, name: string, day: Day): Record<string, unknown>[] {
  return rankReadings(glossary, name, day).map(({ entry: number, via, prior }) => {
    const entry = glossary.entry(number);
    return {
      id: entry.id,
      kind: entry.kind,
      name: entry.name,
      via,
      prior,
      note: leadOf(entry, day),
      ...(entry.wikipedia && { wikipedia: entry.wikipedia }),
    };
  });
}

function count(values: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}

/** How many of the written people and organisations each part of the world holds; one of two parts counts in both. */
function worldShares(written: readonly Entry[]): Record<string, { entries: number; share: number }> {
  const actors = written.filter((entry) => entry.kind === 'person' || entry.kind === 'organisation');
  const counts = count(actors.flatMap((entry) => [...new Set(entry.country.flatMap((code) => continentOf(code) ?? []))]));
  return Object.fromEntries(
    Object.entries(counts).map(([part, entries]) => [part, { entries, share: Math.round((1000 * entries) / actors.length) / 1000 }]),
  );
}

function stats(compiled: Compiled): Record<string, unknown> {
  const { entries, origins } = compiled;
  const written = entries.filter((entry) => origins.has(entry));
  const roomOf = (entry: Entry) => origins.get(entry)?.file.split('/')[0] ?? 'derived';
  const people = written.filter((entry) => entry.kind === 'person' && entry.roles.length > 0);
  // The first source is where the main role's dates were looked up: `check` holds it to that.
  const checked = people.filter((entry) => entry.sources[0] !== 'editor');
  return {
    entries: entries.length,
    written: written.length,
    derived: entries.length - written.length,
    kinds: count(entries.map((entry) => entry.kind)),
    writtenKinds: Object.fromEntries(KINDS.map((kind) => [kind, written.filter((entry) => entry.kind === kind).length])),
    subkinds: count(entries.flatMap((entry) => (entry.subkind ? [`${entry.kind}/${entry.subkind}`] : []))),
    partsOfTheWorld: worldShares(written),
    sources: count(written.flatMap((entry) => entry.sources)),
    regions: count(written.map(roomOf)),
    peopleWithRoles: people.length,
    peopleWithRolesChecked: people.length > 0 ? Math.round((1000 * checked.length) / people.length) / 1000 : 0,
  };
}

await runCommand(HELP, async (args) => {
  const at = args.indexOf('--date');
  const given = at >= 0 ? (args[at + 1] ?? '') : null;
  const day = given === null ? dayOf(new Date()) : parseDay(given);
  if (day === null) throw new UsageError(`--date "${given}" is not a day written YYYY-MM-DD`);
  const words = at >= 0 ? args.toSpliced(at, 2) : args;
  const [verb, ...rest] = words;
  const subject = rest.join(' ');
  const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
  switch (verb) {
    case 'lookup': {
      if (!subject) throw new UsageError('lookup which name? see --help');
      const found = lookup(await loadGlossary(), subject, day);
      if (found.length === 0) process.stderr.write(`no entry has the name "${subject}"\n`);
      for (const candidate of found) print(candidate);
      return found.length > 0 ? 0 : 1;
    }
    case 'show': {
      if (!subject) throw new UsageError('show which entry? give its id; see --help');
      const entry = (await loadGlossary()).byId(subject);
      if (!entry) {
        process.stderr.write(`no entry has the id "${subject}"; "glossary lookup" finds ids by name\n`);
        return 1;
      }
      process.stdout.write(`${JSON.stringify(shownOn(entry, day), null, 1)}\n`);
      return 0;
    }
    case 'dump': {
      const glossary = await loadGlossary();
      for (let number = 0; number < glossary.size; number++) print(shapeOf(glossary.entry(number)));
      return 0;
    }
    case 'stats':
      process.stdout.write(`${JSON.stringify(stats(await compileFromDisk()), null, 1)}\n`);
      return 0;
    case 'audit': {
      if (!rest[0]) throw new UsageError('audit against which folder? see --help');
      const { compared, agreeing, disagreements, stale, reach } = await audit(await compileFromDisk(), rest[0]);
      for (const { where, entry, role, which, ours, theirs, note } of disagreements)
        process.stdout.write(`${where}: ${entry}, "${role}": ${which} ${ours}, table ${theirs}${note ? `: stands: ${note}` : ''}
`);
      for (const line of stale)
        process.stdout.write(`${line}
`);
      for (const who of reach.confirmed) process.stdout.write(`main role confirmed by a table, yet its source is "editor": ${who}\n`);
      const explained = disagreements.filter(({ note }) => note !== null).length;
      process.stdout.write(
        `${compared} terms compared, ${agreeing} agree, ${disagreements.length} dates differ, of them ${explained} explained
main roles that rest on the editor: ${reach.nameInNoTable} of people in no table, ${reach.otherOfficesOnly} whose rows name other offices, ${reach.datesDiffer} whose dates differ; ${reach.afterTables} of them began after the tables of ministers end
`,
      );
      return 0;
    }
    case 'check': {
      const compiled = await compileFromDisk(rest[0] ?? SOURCES_FOLDER);
      for (const fault of compiled.faults) process.stdout.write(`${wordFault(fault)}\n`);
      process.stdout.write(`${compiled.entries.length} entries, ${compiled.faults.length} faults\n`);
      return compiled.faults.length > 0 ? 1 : 0;
    }
    default:
      throw new UsageError(
        verb ? `unknown verb "${verb}"; see --help` : 'which verb? lookup, show, dump, stats, check or audit; see --help',
      );
  }
});
