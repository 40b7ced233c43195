import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type ServedFolder, serveFolder } from '#lib/commands/browsers.ts';
import { articleBlocks, atLength } from '../texts.ts';

/** Words of the usual article and of the huge one. */
export const USUAL = 1500;
export const HUGE = 100_000;
/** Milliseconds that pictures take to come. */
const LATE = 1500;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="2021-11-01">
<style>body { max-width: 40em; margin: 2em auto; font: 17px/1.5 serif }</style></head><body>${body}</body></html>`;

function article(blocks: readonly string[], words: number, pictures = ''): string {
  // Each paragraph ends otherwise: one that comes twice is read once.
  const paragraphs = atLength(blocks, words).map((block, number) => `<p>${escaped(block)} (${number + 1})</p>`);
  return page('An article', `<article><h1>An article of ${words} words</h1>\n${pictures}${paragraphs.join('\n')}</article>`);
}

/** As many elements as a big front page has, and no article. */
function list(): string {
  const items = Array.from(
    { length: 1500 },
    (_, number) => `<li><a href="#${number}"><b>Thing ${number}</b></a> <span>${number * 3} pieces</span></li>`,
  );
  return page('A list', `<main><h1>Things</h1><ul>${items.join('\n')}</ul></main>`);
}

/** Serves pictures that take their time. */
async function servePictures(): Promise<Server> {
  const server = createServer((_, response) => {
    setTimeout(() => response.writeHead(404).end(), LATE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The pages that are measured, served until closed: `list.html`, `usual.html`, `late.html` (pictures come last), `huge.html`. */
export async function servePages(): Promise<ServedFolder> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dramatis-bench-'));
  const blocks = await articleBlocks();
  const server = await servePictures();
  const { port } = server.address() as AddressInfo;
  const pictures = Array.from(
    { length: 4 },
    (_, number) => `<img src="http://127.0.0.1:${port}/${number}" width="600" height="20" alt="">\n`,
  );
  await writeFile(path.join(folder, 'list.html'), list());
  await writeFile(path.join(folder, 'usual.html'), article(blocks, USUAL));
  await writeFile(path.join(folder, 'late.html'), article(blocks, USUAL, pictures.join('')));
  await writeFile(path.join(folder, 'huge.html'), article(blocks, HUGE));
  const served = await serveFolder(folder);
  return {
    ...served,
    close: async () => {
      await served.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
