import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn, type Packed, writeArchive } from './archive.ts';
import { buildFor, TARGETS, type Target } from './build.ts';
import { runCommand, UsageError } from './usage.ts';

const HELP = `
npm run zip [-- --built]

Builds the extension and makes in .output/, and prints, the archives for the stores: Chrome, Edge, Firefox, and the sources that
Mozilla's reviewers build it from. The same sources give the same bytes, wherever and whenever (see CONTRIBUTING.md).
  --built   packs what npm run build left in .output/
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUTPUT = path.join(ROOT, '.output');

/** What a build is made of; the tests and their pictures are not. */
const SOURCE_FOLDERS = ['components', 'entrypoints', 'lib', 'public'] as const;
const SOURCE_FILES = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'PRIVACY.md',
  'README.md',
  'biome.json',
  'knip.json',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
] as const;

async function sources(): Promise<Packed[]> {
  const folders = await Promise.all(SOURCE_FOLDERS.map((folder) => filesIn(path.join(ROOT, folder), folder)));
  return [...folders.flat(), ...SOURCE_FILES.map((name) => ({ from: path.join(ROOT, name), name }))];
}

/** The version that stands in package.json, "1.2.3". */
async function version(): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  return String((parsed as { readonly version?: unknown }).version);
}

/** Packs what was built for the stores, and the sources; gives the archives. */
async function packAll(): Promise<string[]> {
  const base = path.join(OUTPUT, `dramatis-${await version()}`);
  const named = (what: Target | 'edge' | 'sources') => `${base}-${what}.zip`;
  for (const target of TARGETS) await writeArchive(named(target), await filesIn(path.join(OUTPUT, `${target}-mv3`)));
  // Edge takes what Chrome takes; its store wants a file of its own.
  await copyFile(named('chrome'), named('edge'));
  await writeArchive(named('sources'), await sources());
  return [named('chrome'), named('edge'), named('firefox'), named('sources')];
}

await runCommand(HELP, async (args) => {
  const unknown = args.find((arg) => arg !== '--built');
  if (unknown !== undefined) throw new UsageError(`unknown argument ${unknown}; see --help`);
  await mkdir(OUTPUT, { recursive: true });
  if (!args.includes('--built')) for (const target of TARGETS) await buildFor(target);
  for (const file of await packAll()) process.stdout.write(`${file}\n`);
  return 0;
});
