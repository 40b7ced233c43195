import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { MODEL_FILE } from '#lib/commands/load-recogniser.ts';
import { sealGlossaryFile } from '#lib/glossary/index.ts';
import { annotateReply, parseMessage } from '#lib/protocol/index.ts';
import { caucasusFiles } from '../support/caucasus.ts';
import { FakeExtension } from './fake-extension.ts';

// As built: sealed.
await Promise.all([caucasusFiles.index, caucasusFiles.packedEntries].map(sealGlossaryFile));

const bytesOf = (buffer: ArrayBuffer) => new Uint8Array(buffer.slice(0));

/** An extension whose files are whole: the tests' small glossary and the model that ships. */
export function wholeExtension(): FakeExtension {
  const extension = new FakeExtension();
  extension.files.set('/glossary.index', bytesOf(caucasusFiles.index));
  extension.files.set('/glossary.entries', bytesOf(caucasusFiles.packedEntries));
  extension.files.set('/names.model', new Uint8Array(readFileSync(MODEL_FILE)));
  return extension;
}

/** Starts the background over an extension, as the browser does when it is first needed or was stopped. */
export async function startBackground(extension: FakeExtension): Promise<void> {
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser: extension.browser }));
  vi.stubGlobal('fetch', extension.fetch);
  const { default: background } = await import('../../../entrypoints/background/index.ts');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await background.main();
  // Also what it leaves for later.
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  // What it does at its start is done.
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What a message or a write sets going is over by then. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

/** The names that a reply marks in the article; undefined where it is none that a page would take. */
export function markedIn(reply: unknown): string[] | undefined {
  const parsed = parseMessage(annotateReply, reply);
  return parsed?.type === 'marks' ? parsed.marks.map(({ block, start, end }) => ARTICLE.blocks[block]?.slice(start, end) ?? '') : undefined;
}

export const ARTICLE = {
  type: 'annotate',
  page: 'page-1',
  blocks: ['Ilham Aliyev met Sergei Lavrov in Ganja.', 'NATO said nothing. Tobias Brenner, an analyst, did.'],
  day: 20201018,
  choices: [],
};
