import { PackedIndex, wholeGlossaryFile } from '#lib/glossary/index.ts';
import { type NameReader, NO_RECOGNISER, Recogniser, wholeModel } from '#lib/names/index.ts';
import { once } from './once.ts';
import { readOwnFile } from './own-file.ts';
import { whole } from './whole-files.ts';

const bytesOf = async (path: '/glossary.index' | '/glossary.entries' | '/names.model') => (await readOwnFile(path)).arrayBuffer();

const glossaryFile = async (path: '/glossary.index' | '/glossary.entries') =>
  whole(path, await bytesOf(path), (bytes) => wholeGlossaryFile(bytes, path));

/** The bundled names alone: all that marks need, and a third of the whole. */
export const openIndex = once(async () => new PackedIndex(await glossaryFile('/glossary.index')));

/** The bundled entries' file. */
export const openEntries = once(() => glossaryFile('/glossary.entries'));

/** The model that finds the names which the glossary lacks. */
const openModel = once(async () => new Recogniser(await whole('/names.model', await bytesOf('/names.model'), wholeModel)));

/** The model, or none where its file cannot be read: what the glossary has is found all the same. Never throws. */
export function openRecogniser(): Promise<NameReader> {
  return openModel().catch((error: unknown) => {
    console.warn('dramatis: names that the glossary lacks are not found:', error);
    return NO_RECOGNISER;
  });
}
