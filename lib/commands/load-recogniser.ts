import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Recogniser, wholeModel } from '#lib/names/index.ts';
import { InputError } from './usage.ts';

/** The model that ships, made by `npm run train`. */
export const MODEL_FILE = fileURLToPath(new URL('../../public/names.model', import.meta.url));

/** Opens a model of names. @throws InputError where the file cannot be read, DamagedModel where it is none. */
export async function loadRecogniser(file: string = MODEL_FILE): Promise<Recogniser> {
  const bytes = await readFile(file).catch(() => {
    throw new InputError(`${file} cannot be read; "npm run train" makes it anew`);
  });
  const whole = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(whole).set(bytes);
  return new Recogniser(await wholeModel(whole));
}
