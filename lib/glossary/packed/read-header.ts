import { checkOf } from '#lib/text/index.ts';
import * as f from './format.ts';

/** A packed file that is cut short, of another build, or no packed file at all. */
export class DamagedGlossary extends Error {
  override name = 'DamagedGlossary';
}

/** The words of a packed file's header. @throws DamagedGlossary if there is none of this format. */
export function readHeader(bytes: ArrayBuffer, what: string): Uint32Array {
  if (bytes.byteLength < f.HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0)
    throw new DamagedGlossary(`${what} is cut short (${bytes.byteLength} bytes)`);
  const header = new Uint32Array(bytes, 0, f.HEADER_WORDS);
  if (header[0] !== f.MAGIC) throw new DamagedGlossary(`${what} is not a packed glossary`);
  if (header[1] !== f.FORMAT) throw new DamagedGlossary(`${what} has format ${header[1]}, this build reads ${f.FORMAT}`);
  if (header[f.CHECK] !== checkOf(new Uint32Array(bytes), f.CHECK)) throw new DamagedGlossary(`${what} has been changed or damaged`);
  return header;
}
