import { browser } from 'wxt/browser';
import { firstRead } from './first-reads.ts';

/** Milliseconds before a file is asked for again. */
const AGAIN_AFTER = 100;

/** Reads a file of the extension; one that fails once is asked for again. @throws where it cannot be read. */
export async function readOwnFile(path: '/glossary.index' | '/glossary.entries' | '/names.model' | '/atlas.json'): Promise<Response> {
  const read = async () => {
    const reply = await (firstRead(path) ?? fetch(browser.runtime.getURL(path)));
    if (!reply.ok) throw new Error(`${path} could not be read (${reply.status})`);
    return reply;
  };
  return read().catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    return read();
  });
}
