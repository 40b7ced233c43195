import { browser } from 'wxt/browser';

/** In storage.session, which ends with the browser and with each version: the length of each file that was found whole. */
const FOUND_WHOLE = 'wholeFiles';

async function readFound(): Promise<Map<string, unknown>> {
  try {
    const stored: Record<string, unknown> = await browser.storage.session.get(FOUND_WHOLE);
    const lengths = stored[FOUND_WHOLE];
    return new Map(typeof lengths === 'object' && lengths !== null ? Object.entries(lengths) : []);
  } catch {
    // All are looked at again.
    return new Map();
  }
}

/** Asked for while the files are on their way. */
const found = readFound();

/**
 * Gives a file's bytes once they are known to be whole. `check` reckons the seal over all of it and throws where it is broken: 15 to 30 ms
 * that a page's marks wait for. So that is done once while the browser runs, not each time the background is started anew.
 */
export async function whole(path: string, bytes: ArrayBuffer, check: (bytes: ArrayBuffer) => Promise<ArrayBuffer>): Promise<ArrayBuffer> {
  const lengths = await found;
  if (lengths.get(path) === bytes.byteLength) return bytes;
  const checked = await check(bytes);
  lengths.set(path, bytes.byteLength);
  browser.storage.session.set({ [FOUND_WHOLE]: Object.fromEntries(lengths) }).catch(() => undefined);
  return checked;
}
