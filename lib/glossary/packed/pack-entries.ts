import type { Entry } from '../model.ts';
import * as f from './format.ts';
import { rowOf } from './row.ts';

/** The entries' file: a line for each, of `BLOCK` lines the first one's offset. */
export function packEntries(entries: readonly Entry[], stamp: number): ArrayBuffer {
  const encoder = new TextEncoder();
  const lines = entries.map((entry) => encoder.encode(`${JSON.stringify(rowOf(entry))}\n`));
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  const blocks = Math.ceil(entries.length / f.BLOCK);
  const start = 4 * (f.HEADER_WORDS + blocks + 1);
  const bytes = new Uint8Array(Math.ceil((start + total) / 4) * 4);
  const words = new Uint32Array(bytes.buffer, 0, start / 4);
  words.set([f.MAGIC, f.FORMAT, stamp, entries.length]);
  let at = 0;
  lines.forEach((line, number) => {
    if (number % f.BLOCK === 0) words[f.HEADER_WORDS + number / f.BLOCK] = at;
    bytes.set(line, start + at);
    at += line.length;
  });
  words[f.HEADER_WORDS + blocks] = at;
  return bytes.buffer;
}
