import { isSealed, seal } from '#lib/text/index.ts';
import * as f from './format.ts';

/** A packed file that is cut short, of another build, or no packed file at all. */
export class DamagedGlossary extends Error {
  override name = 'DamagedGlossary';
}

/** Seals a packed file that is to be kept: `pack` leaves it open. */
export const sealGlossaryFile = (bytes: ArrayBuffer): Promise<void> => seal(bytes, f.SEAL);

/** Gives a packed file's bytes once they are known to be as they were sealed. @throws DamagedGlossary if they are not. */
export async function wholeGlossaryFile(bytes: ArrayBuffer, what: string): Promise<ArrayBuffer> {
  if (!(await isSealed(bytes, f.SEAL))) throw new DamagedGlossary(`${what} has been changed or damaged`);
  return bytes;
}

/** The words of a packed file's header. @throws DamagedGlossary if there is none of this format. */
export function readHeader(bytes: ArrayBuffer, what: string): Uint32Array {
  if (bytes.byteLength < f.HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0)
    throw new DamagedGlossary(`${what} is cut short (${bytes.byteLength} bytes)`);
  const header = new Uint32Array(bytes, 0, f.HEADER_WORDS);
  if (header[0] !== f.MAGIC) throw new DamagedGlossary(`${what} is not a packed glossary`);
  if (header[1] !== f.FORMAT) throw new DamagedGlossary(`${what} has format ${header[1]}, this build reads ${f.FORMAT}`);
  return header;
}
