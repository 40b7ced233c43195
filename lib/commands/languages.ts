import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { localeFaults, type Messages } from '#lib/words/index.ts';

const LOCALES = fileURLToPath(new URL('../../public/_locales/', import.meta.url));
const messagesFile = v.record(v.string(), v.strictObject({ message: v.string() }));

/** Every language's messages. @throws where a file is no file of messages. */
export async function readLocales(folder: string = LOCALES): Promise<Record<string, Messages>> {
  const all: Record<string, Messages> = {};
  for (const language of (await readdir(folder)).sort())
    all[language] = v.parse(messagesFile, JSON.parse(await readFile(path.join(folder, language, 'messages.json'), 'utf8')));
  return all;
}

/** Stops a build whose languages do not say the same things. @throws with every fault in its message. */
export async function checkLocales(): Promise<void> {
  const faults = localeFaults(await readLocales());
  if (faults.length > 0) throw new Error(`public/_locales: ${faults.length} faults\n${faults.join('\n')}`);
}
