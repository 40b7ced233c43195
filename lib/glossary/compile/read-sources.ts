import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Every source file's text by its path from the sources folder, in a fixed order; and the registry of sources. */
export interface SourceTexts {
  readonly files: ReadonlyMap<string, string>;
  /** What an entry's `sources` may name, with what each is. */
  readonly registry: ReadonlyMap<string, string>;
  /** The list of towns that are more renowned than their size tells. */
  readonly knownTowns?: string;
}

export const SOURCES_FOLDER = fileURLToPath(new URL('../sources/', import.meta.url));
const REGISTRY = 'SOURCES.yaml';
/** Why dates stand though a table says otherwise: read by the audit, not compiled. */
export const AUDIT_NOTES = 'AUDIT.yaml';

export const KNOWN_TOWNS = 'TOWNS.yaml';
const NO_ENTRIES = new Set([REGISTRY, AUDIT_NOTES, KNOWN_TOWNS]);

/** Reads the sources from disk. */
export async function readSources(folder: string = SOURCES_FOLDER): Promise<SourceTexts> {
  const found = await readdir(folder, { recursive: true });
  const names = found
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.yaml') && !NO_ENTRIES.has(name))
    .sort();
  const files = new Map<string, string>();
  for (const name of names) files.set(name, await readFile(path.join(folder, name), 'utf8'));
  const registry: unknown = parse(await readFile(path.join(folder, REGISTRY), 'utf8'));
  if (typeof registry !== 'object' || registry === null) throw new Error(`${REGISTRY} must list sources, one "key: what it is" a line`);
  return {
    files,
    registry: new Map(Object.entries(registry).map(([key, text]) => [key, String(text)])),
    // Another folder than our own need not list any.
    ...(found.includes(KNOWN_TOWNS) && { knownTowns: await readFile(path.join(folder, KNOWN_TOWNS), 'utf8') }),
  };
}
