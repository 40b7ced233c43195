import { browser } from 'wxt/browser';
import { type Gazetteer, Glossary, PackedIndex } from '#lib/glossary/index.ts';

async function read(path: '/glossary.index' | '/glossary.entries'): Promise<ArrayBuffer> {
  const reply = await fetch(browser.runtime.getURL(path));
  if (!reply.ok) throw new Error(`${path} could not be read (${reply.status})`);
  return reply.arrayBuffer();
}

/** Does the work once while the background lives; after a failure the next call tries again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = null;
      throw error;
    });
    return done;
  };
}

const openIndex = once(async () => new PackedIndex(await read('/glossary.index')));

/** The names alone: all that marks need, and a third of the whole. */
export async function openGazetteer(): Promise<Gazetteer> {
  return { index: await openIndex() };
}

/** Names and entries, for cards. */
export const openGlossary: () => Promise<Glossary> = once(async () => {
  const [index, entries] = await Promise.all([openIndex(), read('/glossary.entries')]);
  return new Glossary(index, entries);
});
