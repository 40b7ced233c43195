import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Tab } from '#lib/commands/browsers.ts';
import { type Options, openOptions } from './harness/options.ts';
import { openPopup } from './harness/popup.ts';
import { looksOf, openSession, pause, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };

describe.each(BROWSER_KINDS)('the options page, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let options: Options;
  let all: Record<string, number>;
  const marks = () => looksOf(tab);
  const count = async () => Object.values(await marks()).reduce((sum, number) => sum + number, 0);

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    ({ tab } = await session.openMarked('wire.html'));
    all = await marks();
    options = await openOptions(session);
  });
  afterAll(() => session?.close());

  it.each([
    ['People', 'person'],
    ['Organisations', 'organisation'],
    ['Peoples and nationalities', 'group'],
    ['Places', 'place'],
  ])('switches %s off and on in a page that is open', async (label, look) => {
    await options.click('switch', label);
    await expect.poll(async () => (await marks())[look], SOON).toBeUndefined();
    await options.click('switch', label);
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('switches everything off and on, and undoes', async () => {
    await options.click('switch', 'Show names on every page');
    await expect.poll(marks, SOON).toEqual({});
    await expect.poll(options.done, SOON).toContain('Changed.');
    await options.click('button', 'Undo');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('shows names only when asked, until asked', async () => {
    await options.click('radio', 'Only when you ask');
    await expect.poll(marks, SOON).toEqual({});
    const popup = await openPopup(session, tab);
    await expect.poll(popup.status, SOON).toBe('Names are shown only when you ask');
    await popup.tab.clickControl('button', 'Read this page');
    await expect.poll(marks, SOON).toEqual(all);
    await popup.tab.clickControl('button', 'Stop reading this page');
    await expect.poll(marks, SOON).toEqual({});
    await popup.tab.close();
    await options.click('radio', 'On every article');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('shows names on chosen sites alone', async () => {
    await options.click('radio', 'Only on sites you choose');
    await expect.poll(marks, SOON).toEqual({});
    await options.fill('Site, such as news.example', 'http://127.0.0.1:8000/x');
    await options.click('button', 'Show there');
    await expect.poll(marks, SOON).toEqual(all);
    const elsewhere = await session.open('wire.html', 'localhost');
    await pause(1_500);
    expect(await looksOf(elsewhere)).toEqual({});
    await elsewhere.close();
    await options.click('button', 'Remove the rule for 127.0.0.1');
    await expect.poll(marks, SOON).toEqual({});
    await options.click('radio', 'On every article');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('never shows names on a site with such a rule, and says what is no site', async () => {
    await options.fill('Site, such as news.example', 'not a site');
    await options.click('button', 'Never there');
    await expect.poll(() => options.group('where'), SOON).toContain('This is no site’s name.');
    await options.fill('Site, such as news.example', '127.0.0.1');
    await options.click('button', 'Never there');
    await expect.poll(marks, SOON).toEqual({});
    await options.pick('Rule for 127.0.0.1', 'shown');
    await expect.poll(marks, SOON).toEqual(all);
    await options.click('button', 'Remove the rule for 127.0.0.1');
  });

  it('marks fewer names the surer they must be', async () => {
    const some = await count();
    await options.click('radio', 'Sure readings only');
    await expect.poll(count, SOON).toBeLessThan(some);
    await options.click('radio', 'Any reading');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('marks a name once an article, and in another style, here and in its preview', async () => {
    const previewed = () =>
      options.tab.evaluate<string[]>(`[...CSS.highlights.keys()].filter((name) => name.startsWith('dramatis-person'))`);
    await options.pick('Places', 'first');
    await expect.poll(async () => (await marks()).place ?? 0, SOON).toBeLessThan(all.place ?? 0);
    await options.pick('Places', 'every');
    await options.click('radio', 'Solid');
    await expect.poll(async () => Object.keys(await marks()).every((look) => look.includes('-solid')), SOON).toBe(true);
    expect((await previewed()).every((name) => name.includes('-solid'))).toBe(true);
    await options.click('radio', 'Dotted');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('finds settings by their words', async () => {
    await options.fill('Search the settings', 'subdomains');
    const groups = () =>
      options.tab.evaluate<string[]>(
        `[...document.querySelectorAll('.group')].filter((group) => group.checkVisibility()).map(({ id }) => id)`,
      );
    await expect.poll(groups, SOON).toEqual(['where']);
    await options.fill('Search the settings', 'xyzzy');
    await expect.poll(groups, SOON).toEqual([]);
    await options.fill('Search the settings', '');
    await expect.poll(async () => (await groups()).length, SOON).toBe(9);
  });

  it('keeps what two windows change at once', async () => {
    const other = await openOptions(session);
    const run = (of: Options, label: string) =>
      of.tab.evaluate(
        `[...document.querySelectorAll('label')].find((label) => label.innerText === ${JSON.stringify(label)}).control.click()`,
      );
    await Promise.all([run(options, 'People'), run(other, 'Places')]);
    await expect.poll(async () => Object.keys(await marks()).filter((look) => look === 'person' || look === 'place'), SOON).toEqual([]);
    await Promise.all([run(options, 'People'), run(other, 'Places')]);
    await expect.poll(marks, SOON).toEqual(all);
    await other.tab.close();
  });

  it('exports everything, resets, imports it again, and refuses a file that is wrong', async () => {
    await options.click('switch', 'Places');
    await expect.poll(async () => (await marks()).place, SOON).toBeUndefined();
    // The file is caught where it is offered.
    await options.tab.evaluate(`(() => { URL.createObjectURL = (blob) => { blob.text().then((text) => { globalThis.saved = text; }); return 'blob:none'; };
      HTMLAnchorElement.prototype.click = function () {}; })()`);
    await options.click('button', 'Export everything');
    const saved = () => options.tab.evaluate<string | null>('globalThis.saved ?? null');
    await expect.poll(saved, SOON).toContain('"place": false');
    const text = (await saved()) ?? '';
    await options.click('button', 'Reset all settings');
    await expect.poll(marks, SOON).toEqual(all);
    await options.giveFile('Import a backup…', 'wrong.json', text.replace('false', '"no"'));
    await expect.poll(() => options.group('backup'), SOON).toMatch(/nothing has changed[\s\S]*Line 6:[\s\S]*settings\.kinds\.place/);
    expect(await marks()).toEqual(all);
    await options.giveFile('Import a backup…', 'dramatis.json', text);
    await expect.poll(async () => (await marks()).place, SOON).toBeUndefined();
    await options.click('button', 'Undo');
    await expect.poll(marks, SOON).toEqual(all);
  });

  const api = 'globalThis.browser ?? chrome';
  const synced = () =>
    options.tab.evaluate<Record<string, unknown>>(`(${api}).storage.sync.get('settings').then(({ settings }) => settings)`);

  it('joins what another device sent with what was changed here', async () => {
    await options.click('switch', 'Places');
    await expect.poll(async () => (await marks()).place, SOON).toBeUndefined();
    // The other device has not heard of that change: the browser's synchronisation puts its whole store over ours.
    await options.tab.evaluate(
      `(${api}).storage.sync.set({ settings: { kinds: { group: false } }, settingsTimes: { 'kinds/group': Date.now() } })`,
    );
    await expect.poll(synced, SOON).toEqual({ kinds: { group: false, place: false } });
    await expect.poll(async () => Object.keys(await marks()).filter((look) => look === 'place' || look === 'group'), SOON).toEqual([]);
    await options.click('button', 'Reset all settings');
    await expect.poll(marks, SOON).toEqual(all);
    expect(await synced()).toEqual({});
  });

  it('reads a store of the first version', async () => {
    await options.tab.evaluate(
      `Promise.all([(${api}).storage.sync.clear(), (${api}).storage.local.clear()]).then(() => (${api}).storage.sync.set({ settings: { sitesOff: ['127.0.0.1'], kinds: { thing: false } } }))`,
    );
    await expect.poll(marks, SOON).toEqual({});
    await expect.poll(synced, SOON).toEqual({ kinds: { thing: false }, sites: { '127.0.0.1': false } });
    await options.click('button', 'Remove the rule for 127.0.0.1');
    await options.click('button', 'Reset all settings');
    await expect.poll(synced, SOON).toEqual({});
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('sets a damaged store aside and says so; what was whole stays', async () => {
    await options.tab.evaluate(
      `(globalThis.browser ?? chrome).storage.sync.set({ settings: { kinds: { person: false, place: 'maybe' }, hoverDelay: 'soon' } })`,
    );
    await expect.poll(async () => (await marks()).person, SOON).toBeUndefined();
    expect((await marks()).place).toBe(all.place);
    await pause(500);
    await options.tab.navigate(session.browser.pageAddress('options.html'));
    const notice = () => options.tab.evaluate<string>(`document.querySelector('.notice')?.innerText ?? ''`);
    await expect.poll(notice, SOON).toContain('could not be read');
    await options.click('button', 'Forget it');
    await expect.poll(notice, SOON).toBe('');
    await options.click('button', 'Reset all settings');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('keeps settings that are too large to synchronise on this device, and says so', async () => {
    await options.tab.evaluate(`(async () => {
      const sites = Object.fromEntries(Array.from({ length: 600 }, (_, number) => ['site-number-' + number + '.example', false]));
      const input = new File([JSON.stringify({ format: 'dramatis-backup/1', settingsVersion: 2, settings: { sites, kinds: { group: false } }, own: { entries: [] } })], 'big.json');
      const files = new DataTransfer();
      files.items.add(input);
      const field = document.querySelector('#backup input[type=file]');
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await expect.poll(async () => (await marks()).group, SOON).toBeUndefined();
    await options.tab.navigate(session.browser.pageAddress('options.html'));
    await expect
      .poll(() => options.tab.evaluate<string>(`document.querySelector('.notice')?.innerText ?? ''`), SOON)
      .toContain('this device alone');
    await options.click('button', 'Reset all settings');
    await expect.poll(marks, SOON).toEqual(all);
  });
});
