import { readFile, stat } from 'node:fs/promises';
import type { Layer } from '#lib/glossary/index.ts';
import { LONGEST_PACK, packLayer, parsePack, wordRefusal } from '#lib/packs/index.ts';
import { InputError } from './usage.ts';

/** The layer of a pack's file. @throws InputError with place and reason where there is none, or it is refused. */
export async function readPack(file: string): Promise<Layer> {
  let text: string;
  try {
    // A character of UTF-8 has at most four bytes; a file beyond that need not be read to be refused.
    if ((await stat(file)).size > LONGEST_PACK * 4) throw new InputError(`pack ${file}: is longer than ${LONGEST_PACK} characters`);
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      `pack ${file}: ${error instanceof TypeError ? 'is no UTF-8 text' : error instanceof Error ? error.message : error}`,
    );
  }
  const parsed = parsePack(text);
  if (parsed.type === 'pack') return packLayer(parsed.pack);
  throw new InputError(`pack ${file} is refused: ${parsed.refusals.map(wordRefusal).join('; ')}`);
}
