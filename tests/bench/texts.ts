import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocuments } from '#lib/commands/read-document.ts';

const HERE = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The blocks of the project's own English article pages. */
export async function articleBlocks(): Promise<string[]> {
  const pages = [HERE('../../entrypoints/welcome/index.html')];
  const folder = HERE('../fixtures/pages/');
  for (const name of await readdir(folder).catch(() => [])) if (name.endsWith('.html')) pages.push(path.join(folder, name));
  const documents = (await Promise.all(pages.sort().map((page) => readDocuments(page)))).flat();
  return documents.filter((document) => document.language === 'en').flatMap((document) => document.blocks.map((block) => block.text));
}

export const wordsIn = (blocks: readonly string[]) => blocks.reduce((sum, block) => sum + block.split(/\s+/).filter(Boolean).length, 0);

/** Blocks again and again, until they hold this many words. */
export function atLength(blocks: readonly string[], words: number): string[] {
  const long: string[] = [];
  for (let count = 0, at = 0; count < words && blocks.length > 0; at++) {
    const block = blocks[at % blocks.length] ?? '';
    long.push(block);
    count += wordsIn([block]);
  }
  return long;
}
