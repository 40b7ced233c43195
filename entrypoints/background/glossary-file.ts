import { browser } from 'wxt/browser';
import { PackedIndex } from '#lib/glossary/index.ts';
import { Recogniser } from '#lib/names/index.ts';
import { once } from './once.ts';

async function read(path: '/glossary.index' | '/glossary.entries' | '/names.model'): Promise<ArrayBuffer> {
  const reply = await fetch(browser.runtime.getURL(path));
  if (!reply.ok) throw new Error(`${path} could not be read (${reply.status})`);
  return reply.arrayBuffer();
}

/** The bundled names alone: all that marks need, and a third of the whole. */
export const openIndex = once(async () => new PackedIndex(await read('/glossary.index')));

/** The bundled entries' file. */
export const openEntries = once(() => read('/glossary.entries'));

/** The model that finds the names which the glossary lacks. */
export const openRecogniser = once(async () => new Recogniser(await read('/names.model')));
