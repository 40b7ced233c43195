import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export interface ServedFolder {
  readonly port: number;
  /** Every request so far, as its path. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves the files of a folder on a free port of the loopback address. Browsers let an extension read file: pages only
 * after a click in their settings, so a local file is opened this way.
 */
export async function serveFolder(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<ServedFolder> {
  const requests: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end();
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
