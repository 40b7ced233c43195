import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser would have sent beyond this machine. */
export interface Outside {
  readonly port: number;
  /** Every request that came and was not the browser's own business, as "METHOD address". None was passed on. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** What Chromium asks of its maker whatever is switched off: who is signed in, whether there is an update, what a form's fields are. */
const BROWSERS_OWN = ['accounts.google.com', 'update.googleapis.com', 'content-autofill.googleapis.com'];

const isBrowsersOwn = (address: string) =>
  BROWSERS_OWN.some((host) => address.startsWith(`${host}:`) || address.startsWith(`http://${host}/`));

/** A proxy on the loopback address that writes down what is asked of it and passes nothing on. */
export async function watchOutside(): Promise<Outside> {
  const asked: string[] = [];
  const note = (method: string, address: string) => {
    if (!isBrowsersOwn(address)) asked.push(`${method} ${address}`);
  };
  const server = createServer((request, response) => {
    note(request.method ?? '', request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note('CONNECT', request.url ?? '');
    // The socket is ours alone from here on, and a browser that is killed resets it.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
