import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onOwnPage } from './fake-extension.ts';

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

const ADDRESS = 'https://packs.example/pack.json';
const PACK = { format: 'dramatis-pack/1', id: 'p', name: 'P', version: '1', licence: 'CC0-1.0', entries: [] };
/** What was asked of the network, and what it answers. */
let asked: { url: string; init: RequestInit | undefined }[] = [];
let answer: (url: string) => Response | Promise<Response>;
const json = (value: unknown, more: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json', ...more } });
/** As the browser gives it where the address led to another. */
const from = (url: string, reply: Response) => Object.defineProperty(reply, 'url', { value: url });
const own = (file: string) => new URL(file, extension.browser.runtime.getURL('/')).protocol === 'chrome-extension:';

beforeEach(async () => {
  extension = wholeExtension();
  await startBackground(extension);
  asked = [];
  answer = () => json(PACK);
  vi.stubGlobal('fetch', async (address: string | URL, init?: RequestInit) => {
    const url = String(address);
    if (own(url)) return extension.fetch(url);
    asked.push({ url, init });
    return answer(url);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const subscribe = (address = ADDRESS) => extension.send({ type: 'subscribe', address }, onOwnPage());
const renew = () => extension.send({ type: 'renew', pack: 'p' }, onOwnPage());
const shelf = () => extension.local.items.packs as { id: string; version: string; subscription: { problem: { code: string } | null } }[];
const held = () => extension.local.items['pack/p'] as { version: string } | undefined;

describe('a pack that is subscribed to', () => {
  test('is asked for without cookies, referrer or the browser’s store, and is kept', async () => {
    expect(await subscribe()).toEqual({ type: 'subscribed', pack: 'p' });
    expect(asked).toMatchObject([
      { url: ADDRESS, init: { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal: expect.any(AbortSignal) } },
    ]);
    expect(held()).toEqual(PACK);
  });

  test.each(['http://packs.example/pack.json', 'file:///etc/passwd', 'data:application/json,{}', 'https://me:secret@packs.example/', 'x'])(
    'is not asked for at %s',
    async (address) => {
      expect(await subscribe(address)).toMatchObject({ type: 'problem', code: 'insecure' });
      expect(asked).toEqual([]);
    },
  );

  test.each<[string, string, () => Response | Promise<Response>]>([
    ['leads to http', 'insecure', () => from('http://packs.example/pack.json', json(PACK))],
    ['is not there', 'status', () => new Response('no', { status: 404 })],
    ['answers "unchanged" to somebody who has nothing', 'status', () => new Response(null, { status: 304 })],
    ['is a page', 'type', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['says that it is huge', 'huge', () => json(PACK, { 'content-length': '99999999999' })],
    ['is huge, and says that it is small', 'huge', () => endless({ 'content-length': '10' })],
    ['is no pack', 'refused', () => json({ ...PACK, entries: 'x' })],
    ['is no JSON', 'refused', () => new Response('{', { headers: { 'content-type': 'application/json' } })],
    ['is not reached', 'unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['breaks off', 'unreachable', () => broken()],
  ])('that %s is a problem (%s), and nothing is kept', async (_, code, reply) => {
    answer = reply;
    expect(await subscribe()).toMatchObject({ type: 'problem', code });
    expect([shelf(), held()]).toEqual([undefined, undefined]);
  });

  test('that does not answer in time is given up', async () => {
    const limit = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(limit.signal);
    vi.stubGlobal('fetch', (_: URL, { signal }: RequestInit) => {
      limit.abort();
      return signal?.aborted ? Promise.reject(signal.reason) : Promise.resolve(json(PACK));
    });
    expect(await subscribe()).toMatchObject({ type: 'problem', code: 'slow' });
    expect(AbortSignal.timeout).toHaveBeenCalledWith(10_000);
  });
});

describe('a pack that is asked for again', () => {
  beforeEach(async () => {
    answer = () => json(PACK, { etag: '"one"' });
    await subscribe();
    asked = [];
  });
  const problem = () => shelf()[0]?.subscription.problem?.code;

  test('stays as it is where it has not changed', async () => {
    answer = () => new Response(null, { status: 304 });
    await renew();
    expect(asked).toMatchObject([{ init: { headers: { 'if-none-match': '"one"' } } }]);
    expect([problem(), held()]).toEqual([undefined, PACK]);
  });

  test('is replaced by its newer version', async () => {
    answer = () => json({ ...PACK, version: '2' });
    await renew();
    expect([shelf()[0]?.version, held()?.version]).toEqual(['2', '2']);
  });

  test.each<[string, () => Response | Promise<Response>]>([
    ['other-pack', () => json({ ...PACK, id: 'another' })],
    ['refused', () => json({ ...PACK, entries: 7 })],
    ['status', () => new Response('no', { status: 500 })],
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('stays, and tells of the problem (%s); the next good one mends it', async (code, reply) => {
    answer = reply;
    await renew();
    expect(problem()).toBe(code);
    expect([held(), shelf().length, extension.local.items['pack/another']]).toEqual([PACK, 1, undefined]);
    answer = () => json({ ...PACK, version: '2' });
    await renew();
    expect([problem(), held()?.version]).toEqual([undefined, '2']);
  });

  test('and was removed meanwhile does not come back', async () => {
    const { changeShelf } = await import('../../../entrypoints/storage/names-store.ts');
    answer = async () => {
      await changeShelf(() => []);
      return json({ ...PACK, version: '2' });
    };
    await renew();
    expect([shelf(), held()]).toEqual([[], undefined]);
  });
});

/** An answer without end. */
function endless(headers: Record<string, string>): Response {
  const some = new TextEncoder().encode(' '.repeat(1_000_000));
  const body = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(some) });
  return new Response(body, { headers: { 'content-type': 'application/json', ...headers } });
}

/** An answer whose rest never comes. */
function broken(): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (to) => to.enqueue(new TextEncoder().encode('{"format":')),
    pull: (to) => to.error(new TypeError('network error')),
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
