import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server of a pack behaves. */
type Behaviour = 'good' | 'missing' | 'slow' | 'huge' | 'wrong-type' | 'to-http' | 'refused';

export interface PackServer {
  readonly address: string;
  /** What it answers next, and with which pack. */
  behave(behaviour: Behaviour, text?: string): void;
  /** Every request so far: its status, and the etag and cookie that came along. */
  readonly requests: readonly {
    readonly status: number;
    readonly etag: string | null;
    readonly cookie: string | null;
    readonly referer: string | null;
  }[];
  close(): Promise<void>;
}

/** Serves one pack on the loopback address, well or badly. */
export async function servePack(text: string): Promise<PackServer> {
  let behaviour: Behaviour = 'good';
  let body = text;
  const requests: { status: number; etag: string | null; cookie: string | null; referer: string | null }[] = [];
  const tagOf = (content: string) =>
    `"${content.length}-${content.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 0)}"`;
  const server = createServer((request, response) => {
    const etag = request.headers['if-none-match'] ?? null;
    const note = (status: number) =>
      requests.push({ status, etag, cookie: request.headers.cookie ?? null, referer: request.headers.referer ?? null });
    const json = { 'content-type': 'application/json', etag: tagOf(body), 'set-cookie': 'seen=1' };
    if (behaviour === 'slow') {
      note(200);
      response.writeHead(200, json);
      response.write(body.slice(0, 10));
    } else if (behaviour === 'missing') {
      note(404);
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no');
    } else if (behaviour === 'to-http') {
      note(302);
      response.writeHead(302, { location: 'http://packs.example/pack.json' }).end();
    } else if (behaviour === 'huge') {
      note(200);
      // No length is told: the reader has to stop by itself.
      response.writeHead(200, { 'content-type': 'application/json' });
      const piece = ' '.repeat(1 << 20);
      const more = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    } else if (behaviour === 'wrong-type') {
      note(200);
      response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    } else if (etag === tagOf(body)) {
      note(304);
      response.writeHead(304, { etag }).end();
    } else {
      note(200);
      response.writeHead(200, json).end(body);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/pack.json`,
    behave: (next, content = body) => {
      behaviour = next;
      body = content;
    },
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
