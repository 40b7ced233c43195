import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Settings } from '#lib/settings/index.ts';
import { ARTICLE, settle, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onPage } from './fake-extension.ts';

let extension: FakeExtension;
const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
  said.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

const start = async (settings: Record<string, unknown> = {}) => {
  extension.sync.items = { settings, settingsVersion: 2 };
  await startBackground(extension);
  // What was set by hand is joined with this device's copy, and told.
  await settle();
  extension.executed.length = 0;
  extension.told.length = 0;
};
/** As the reader changes settings. */
const change = async (to: (settings: Settings) => Settings) => {
  const { changeSettings } = await import('../../../entrypoints/storage/settings-store.ts');
  await changeSettings(to);
  await settle();
};
const sent = () => extension.executed.flatMap((what) => (what as { files?: string[] }).files ?? []);

describe('the reader is sent where a page knocks', () => {
  const knock = (sender: unknown = onPage()) => extension.send({ type: 'knock' }, sender);
  const inFrame = (url: string) => ({
    ...onPage(7, url),
    frameId: 3,
    tab: { id: 7, url: 'https://news.example/story' },
  });

  test('into the frame that knocked', async () => {
    await start();
    await knock(inFrame('https://other.example/'));
    expect(extension.executed).toMatchObject([{ target: { tabId: 7, frameIds: [3] }, files: ['/reader.js'] }]);
  });

  test.each([
    ['off everywhere', { on: false }, onPage()],
    ['off on the site', { sites: { 'news.example': false } }, onPage()],
    ['shown on chosen sites alone', { where: 'chosen', sites: { 'other.example': true } }, onPage()],
    ['off on the page around the frame', { sites: { 'news.example': false } }, inFrame('https://other.example/')],
    ['off on the site of the frame', { sites: { 'other.example': false } }, inFrame('https://other.example/')],
  ])('and not where names are %s', async (_, settings, sender) => {
    await start(settings);
    await knock(sender);
    expect(sent()).toEqual([]);
    expect(await extension.send({ type: 'settings' }, sender)).toMatchObject({ settings: { shown: false } });
  });

  test('a page that has gone meanwhile is no error to anybody but our own console', async () => {
    await start();
    extension.browser.scripting.executeScript = () => Promise.reject(new Error('No tab with id: 7.'));
    expect(await knock()).toMatchObject({ type: 'failed' });
    expect(said).toHaveBeenCalledOnce();
  });
});

describe('pages that were opened while names were off', () => {
  const switchOn = () => change((now) => ({ ...now, on: true }));
  beforeEach(() => {
    extension.tabs = [7, 8].map((id) => ({ id, url: `https://site-${id}.example/` }));
  });

  test('are asked whether they are articles once names are on again', async () => {
    await start({ on: false });
    await switchOn();
    expect(extension.executed).toMatchObject([7, 8].map((tabId) => ({ target: { tabId, allFrames: true }, files: ['/gate.js'] })));
  });

  test('but for those on sites without names, and those that have a reader', async () => {
    await start({ on: false });
    extension.tabs.push({ id: 9, url: 'https://site-9.example/' });
    const reader = { type: 'state', state: 'off', names: 0, kinds: {}, anyway: false, article: null, current: null };
    const { sendMessage } = extension.browser.tabs;
    extension.browser.tabs.sendMessage = async (tab, message) => {
      await sendMessage(tab, message);
      return tab === 8 ? reader : undefined;
    };
    await change((now) => ({ ...now, on: true, sites: { 'site-7.example': false } }));
    expect(extension.executed).toMatchObject([{ target: { tabId: 9 }, files: ['/gate.js'] }]);
  });

  test('are left alone as long as names are off', async () => {
    await start({ on: false });
    await change((now) => ({ ...now, hoverDelay: 100 }));
    expect(extension.executed).toEqual([]);
  });

  test('are all asked where one of them can be asked nothing', async () => {
    await start({ on: false });
    const asked: unknown[] = [];
    extension.browser.scripting.executeScript = async (what) => {
      asked.push(what);
      if (asked.length === 1) throw new Error('Cannot access contents of the page.');
      return [{ result: null }];
    };
    await switchOn();
    expect(asked).toHaveLength(2);
    expect(said).not.toHaveBeenCalled();
  });
});

describe('pages are told', () => {
  const toldTabs = (type: string) =>
    extension.told.filter(({ message }) => (message as { type: string }).type === type).map(({ tab }) => tab);

  test('of settings that have changed; one that hears nothing keeps it from no other', async () => {
    await start();
    extension.tabs = [{ id: 7 }, { id: 8 }];
    const { sendMessage } = extension.browser.tabs;
    extension.browser.tabs.sendMessage = async (tab, message) => {
      await sendMessage(tab, message);
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
    await change((now) => ({ ...now, hoverDelay: 100 }));
    expect(toldTabs('settings-changed')).toEqual([null, 7, 8]);
  });

  test('to ask again when own entries have changed, whose cards are then the new ones', async () => {
    await start();
    await extension.send(ARTICLE, onPage());
    await extension.local.set({ ownEntries: { entries: [{ id: 'brenner', kind: 'person', name: 'Tobias Brenner' }], aliases: [] } });
    await settle();
    expect(toldTabs('reread')).toEqual([null, 7]);
    const card = { type: 'card', page: ARTICLE.page, mention: 4 };
    expect(await extension.send(card, onPage())).toEqual({ type: 'forgotten' });
    await extension.send(ARTICLE, onPage());
    expect(await extension.send(card, onPage())).toMatchObject({ card: { entry: 'own:brenner' } });
  });

  test('of nothing when the background notes for itself what the browser forgets at its end', async () => {
    await start();
    await extension.send({ type: 'settings' }, onPage());
    const reads = vi.spyOn(extension.sync, 'get');
    await extension.session.set({ wholeFiles: {} });
    await extension.send({ type: 'settings' }, onPage());
    expect(extension.told).toEqual([]);
    expect(reads).not.toHaveBeenCalled();
  });

  test('to close their card when another frame of the page opens one; a frame that has gone is no error', async () => {
    await start();
    await extension.send(ARTICLE, onPage());
    const card = { type: 'card', page: ARTICLE.page, mention: 2 };
    await extension.send(card, onPage());
    expect(toldTabs('card-elsewhere')).toEqual([]);
    await extension.send(card, { ...onPage(), frameId: 3 });
    expect(toldTabs('card-elsewhere')).toEqual([7]);
    extension.browser.tabs.sendMessage = () => Promise.reject(new Error('No frame.'));
    expect(await extension.send(card, onPage())).toMatchObject({ type: 'card' });
    await settle();
  });
});
