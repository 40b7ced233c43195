import { browser } from 'wxt/browser';
import { Glossary } from '#lib/glossary/index.ts';

async function read(path: '/glossary.index' | '/glossary.entries'): Promise<ArrayBuffer> {
  const reply = await fetch(browser.runtime.getURL(path));
  if (!reply.ok) throw new Error(`${path} could not be read (${reply.status})`);
  return reply.arrayBuffer();
}

let opened: Promise<Glossary> | null = null;

/** The bundled glossary, opened once while the background lives; a failed opening is tried again at the next call. */
export function openGlossary(): Promise<Glossary> {
  opened ??= Promise.all([read('/glossary.index'), read('/glossary.entries')])
    .then(([index, entries]) => new Glossary(index, entries))
    .catch((error: unknown) => {
      opened = null;
      throw error;
    });
  return opened;
}
