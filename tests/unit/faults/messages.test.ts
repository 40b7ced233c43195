import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onOwnPage, onPage } from './fake-extension.ts';

let extension: FakeExtension;
vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(async () => {
  extension = wholeExtension();
  await startBackground(extension);
});
afterEach(() => vi.unstubAllGlobals());

const CARD = { type: 'card', page: ARTICLE.page, mention: 2 };

describe('who may ask the background for what', () => {
  test.each([
    { type: 'read-anyway', tab: 7, anyway: true },
    { type: 'cast', page: ARTICLE.page },
    { type: 'find', name: 'Ganja' },
    { type: 'subscribe', address: 'https://packs.example/pack.json' },
    { type: 'renew', pack: 'p' },
  ])('a script on a page may not ask for %o', async (request) => {
    await extension.send(ARTICLE, onPage());
    const asked = vi.fn(extension.fetch);
    vi.stubGlobal('fetch', asked);
    expect(await extension.send(request, onPage())).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  test.each([
    ['another extension', { ...onPage(), id: 'another' }],
    ['nobody', {}],
    ['a page that has no tab', { ...onPage(), tab: undefined }],
    ['an address that only begins like ours', { ...onOwnPage(), url: 'chrome-extension://abcdefghijklmnop.evil.example/options.html' }],
  ])('%s is not heard', async (_, sender) => {
    for (const request of [ARTICLE, { type: 'settings' }, { type: 'find', name: 'Ganja' }])
      expect(await extension.send(request, sender)).toBeUndefined();
  });

  test('one tab’s page is not another’s: neither its cards nor its place', async () => {
    await extension.send(ARTICLE, onPage(7));
    expect(await extension.send(CARD, onPage(8))).toBeUndefined();
    expect(await extension.send({ ...ARTICLE, blocks: ['Nothing.'] }, onPage(8))).toBeUndefined();
    expect(await extension.send(CARD, onPage(7))).toMatchObject({ card: { name: 'Ganja' } });
    expect(await extension.send(CARD, onOwnPage('sidepanel.html'))).toMatchObject({ card: { name: 'Ganja' } });
  });

  test('a page is told of the settings what it needs: no other site, no hidden name', async () => {
    await extension.sync.set({
      settings: { sites: { 'secret.example': false, 'news.example': true }, hiddenNames: { 'a-name': 'A Name' } },
      settingsVersion: 2,
    });
    const told = await extension.send({ type: 'settings' }, onPage());
    expect(told).toMatchObject({ settings: { shown: true } });
    expect(JSON.stringify(told)).not.toMatch(/secret|A Name|a-name|sites/);
    expect(await extension.send({ type: 'settings' }, onPage(9, 'https://secret.example/a'))).toMatchObject({ settings: { shown: false } });
  });

  test('the stores are shut to scripts on pages, where the browser can', () => {
    for (const store of [extension.sync, extension.local])
      expect(store.setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });
});

describe('messages', () => {
  test('of any shape, from anybody, throw nothing and change nothing', async () => {
    const before = structuredClone([extension.sync.items, extension.local.items]);
    const senders = [onPage(), onOwnPage(), {}, null, { id: 'x', url: 7 }];
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.constantFrom(...senders), async (message, sender) => {
        expect(await extension.send(message, sender ?? {})).toBeUndefined();
      }),
      { numRuns: 200 },
    );
    expect([extension.sync.items, extension.local.items]).toEqual(before);
  });

  test.each([
    { ...ARTICLE, blocks: [ARTICLE.blocks[0], 7] },
    { ...ARTICLE, blocks: Array.from({ length: 20 }, () => 'x'.repeat(100_000)) },
    { ...CARD, mention: -1 },
    { ...CARD, mention: '2' },
    { type: 'add-name', name: 'x'.repeat(1001), of: null },
    { type: 'hide', key: 'k'.repeat(121), name: 'x' },
    { type: 'map', entries: [], width: 340, height: 200, heart: false },
    { type: 'map', entries: ['ganja'], width: 1e9, height: 200, heart: false },
  ])('that are malformed or too large are not answered (%#)', async (message) => {
    expect(await extension.send(message, onPage())).toBeUndefined();
  });

  test('a mention or a page that is not there is "forgotten"', async () => {
    await extension.send(ARTICLE, onPage());
    expect(await extension.send({ ...CARD, mention: 99 }, onPage())).toEqual({ type: 'forgotten' });
    expect(await extension.send({ ...CARD, page: 'page-2' }, onPage())).toEqual({ type: 'forgotten' });
    expect(await extension.send({ type: 'entry', page: ARTICLE.page, entry: '__proto__' }, onPage())).toEqual({ type: 'forgotten' });
  });

  test('that are doubled are answered alike, and hide a name but once', async () => {
    const [one, two] = await Promise.all([extension.send(ARTICLE, onPage()), extension.send(ARTICLE, onPage())]);
    expect(one).toEqual(two);
    const hide = { type: 'hide', key: 'ganja', name: 'Ganja' };
    await Promise.all([extension.send(hide, onPage()), extension.send(hide, onPage())]);
    expect(extension.sync.items.settings).toEqual({ hiddenNames: { ganja: 'Ganja' } });
  });

  test('a card asked for before its article: "forgotten", then the card', async () => {
    expect(await extension.send(CARD, onPage())).toEqual({ type: 'forgotten' });
    await extension.send(ARTICLE, onPage());
    expect(await extension.send(CARD, onPage())).toMatchObject({ card: { name: 'Ganja' } });
  });
});

describe('what is remembered of pages', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
  const read = async (page: string, tab: number, frameId = 0) => {
    await extension.send({ ...ARTICLE, page }, { ...onPage(tab), frameId });
    await settle();
  };
  /** Whether the panel, which may ask for every page, is given its card. */
  const isKnown = async (page: string) =>
    ((await extension.send({ ...CARD, page }, onOwnPage('sidepanel.html'))) as { type: string }).type === 'card';

  test('is one article of each frame: the one that it showed before is forgotten', async () => {
    await read('before', 7);
    await read('inner', 7, 3);
    await read('after', 7);
    expect(await isKnown('before')).toBe(false);
    for (const page of ['after', 'inner']) expect(await isKnown(page), page).toBe(true);
  });

  test('goes with its tab, at the latest when the next article is read', async () => {
    extension.tabs = [{ id: 7 }, { id: 8 }];
    await read('closed', 8);
    await read('closed too', 8, 3);
    await read('open', 7);
    for (const page of ['closed', 'closed too', 'open']) expect(await isKnown(page), page).toBe(true);
    extension.tabs = [{ id: 7 }, { id: 9 }];
    await read('next', 9);
    for (const page of ['closed', 'closed too']) expect(await isKnown(page), page).toBe(false);
    for (const page of ['open', 'next']) expect(await isKnown(page), page).toBe(true);
  });

  test('is not lost where the browser does not tell which tabs there are', async () => {
    extension.browser.tabs.query = () => Promise.reject(new Error('No.'));
    await read('open', 7);
    expect(await isKnown('open')).toBe(true);
  });

  test('is at most forty articles', async () => {
    extension.tabs = Array.from({ length: 60 }, (_, id) => ({ id }));
    for (const { id } of extension.tabs.slice(0, 41)) await extension.send({ ...ARTICLE, page: `page of ${id}` }, onPage(id));
    expect(await isKnown('page of 0')).toBe(false);
    for (const id of [1, 40]) expect(await isKnown(`page of ${id}`), `${id}`).toBe(true);
  });
});

describe('an update of the extension', () => {
  test('readers are sent anew to pages that are open, and to no others', async () => {
    extension.tabs = [{ id: 7, url: 'https://news.example/story' }, { id: 8, url: 'chrome://settings/' }, { id: 9 }];
    extension.onInstalled.fire({ reason: 'update' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(extension.executed).toHaveLength(1);
    expect(extension.executed).toMatchObject([{ target: { tabId: 7 }, files: ['/gate.js'] }]);
  });
});
