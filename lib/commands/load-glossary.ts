import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileGlossary, readSources, SOURCES_FOLDER, type SourceTexts, wordFault } from '#lib/glossary/compile/index.ts';
import { Glossary, type Layer, layOver, PackedIndex, sealGlossaryFile, wholeGlossaryFile } from '#lib/glossary/index.ts';

/** Where compiled glossaries are kept between runs; safe to delete. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/dramatis/', import.meta.url));
const COMPILER = fileURLToPath(new URL('../', import.meta.url));
const COMPILER_ROOMS = ['chronicle', 'text', 'glossary'];

export interface GlossaryFiles {
  readonly index: string;
  readonly entries: string;
}

/** A key that changes with any source, with the compiler's own code and with its packages. */
async function cacheKey(sources: SourceTexts): Promise<string> {
  const hash = createHash('sha256');
  for (const [file, text] of sources.files) hash.update(`${file}\0${text}\0`);
  hash.update(sources.knownTowns ?? '');
  const { readdir } = await import('node:fs/promises');
  for (const room of COMPILER_ROOMS) {
    const names = (await readdir(path.join(COMPILER, room), { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
    for (const name of names) hash.update(await readFile(path.join(COMPILER, room, name)));
  }
  hash.update(await readFile(path.join(COMPILER, '..', 'package.json')));
  return hash.digest('hex').slice(0, 20);
}

/**
 * Compiles the sources unless this very state of them was compiled before; gives the paths of the two packed files.
 * Faults go to standard error; what has none is compiled.
 */
export async function compiledFiles(): Promise<GlossaryFiles> {
  const sources = await readSources(SOURCES_FOLDER);
  const key = await cacheKey(sources);
  const files = { index: path.join(CACHE, `${key}.index`), entries: path.join(CACHE, `${key}.entries`) };
  try {
    await readFile(files.index);
    await readFile(files.entries);
    return files;
  } catch {
    process.stderr.write(`glossary: compiling ${sources.files.size} source files…\n`);
    const compiled = compileGlossary(sources);
    process.stderr.write(`glossary: ${compiled.entries.length} entries compiled\n`);
    for (const fault of compiled.faults.slice(0, 20)) process.stderr.write(`glossary: ${wordFault(fault)}\n`);
    if (compiled.faults.length > 20)
      process.stderr.write(`glossary: and ${compiled.faults.length - 20} more faults; see "npm run glossary -- check"\n`);
    await mkdir(CACHE, { recursive: true });
    for (const [file, bytes] of [
      [files.index, compiled.index],
      [files.entries, compiled.packedEntries],
    ] as const) {
      await sealGlossaryFile(bytes);
      const unfinished = `${file}.${process.pid}`;
      await writeFile(unfinished, new Uint8Array(bytes));
      await rename(unfinished, file);
    }
    return files;
  }
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** The project's own glossary, compiled if need be, with layers over it: the first goes before the rest. */
export async function loadGlossary(layers: readonly Layer[] = []): Promise<Glossary> {
  const files = await compiledFiles();
  const index = new PackedIndex(await wholeGlossaryFile(toArrayBuffer(await readFile(files.index)), files.index));
  const layered = layers.length > 0 ? layOver(index, layers) : undefined;
  return new Glossary(index, await wholeGlossaryFile(toArrayBuffer(await readFile(files.entries)), files.entries), layered);
}
