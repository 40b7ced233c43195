import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, markedNames, type Tab } from '#lib/commands/browsers.ts';
import { type Options, openOptions } from './harness/options.ts';
import { openPopup } from './harness/popup.ts';
import { openSession, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };
/** For names to be made ready anew. */
const LATER = { timeout: 15_000 };

/** What buttons do beyond a change of settings: in the browser, to files, on open pages. */
describe.each(BROWSER_KINDS)('buttons, %s', (kind) => {
  let session: Session;
  let options: Options;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    options = await openOptions(session);
  });
  afterAll(() => session?.close());

  /** As what a name is marked; the article alone may know it. */
  const lookOf = async (tab: Tab, name: string) => (await markedNames(tab)).find(({ text }) => text === name)?.look ?? null;

  it('“Change the keys” opens where the browser has them changed', async () => {
    // The list of keys comes after the rest, and moves the button.
    await expect.poll(() => options.group('keys'), SOON).toContain('Alt+Shift+D');
    await options.click('button', 'Change the keys');
    const where = kind === 'chromium' ? 'chrome://extensions/shortcuts' : 'about:addons';
    await expect.poll(() => session.browser.addresses(), SOON).toContain(where);
    await options.tab.activate();
  });

  it('“Who and where in this article” in the popup opens the panel beside the page', async () => {
    const { tab } = await session.openMarked('wire.html');
    const popup = await openPopup(session, tab);
    await popup.tab.clickControl('button', 'Who and where in this article');
    const isOpen =
      kind === 'chromium'
        ? `chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }).then((panels) => panels.length === 1)`
        : `browser.sidebarAction.isOpen({})`;
    await expect.poll(() => options.tab.evaluate<boolean>(isOpen), SOON).toBe(true);
    await tab.close();
    await options.tab.activate();
  });

  it('a sample pack is tried by its button, marks its names in an open page, is exported as it was, and goes', async () => {
    const { tab } = await session.openMarked('novel.html');
    expect(await lookOf(tab, 'Charlotte Lucas')).toBe('article');
    await options.tab.activate();
    await options.click('button', 'Try: Pride and Prejudice');
    await expect.poll(() => lookOf(tab, 'Charlotte Lucas'), LATER).toBe('person');
    expect(await options.group('packs')).not.toContain('Try: Pride and Prejudice');
    await options.tab.evaluate(`(() => { URL.createObjectURL = (blob) => { blob.text().then((text) => { globalThis.saved = text; }); return 'blob:none'; };
      HTMLAnchorElement.prototype.click = function () { globalThis.savedAs = this.download; }; })()`);
    await options.click('button', 'Export Pride and Prejudice: the cast');
    await expect.poll(() => options.tab.evaluate<string>(`globalThis.savedAs ?? ''`), SOON).toBe('pride-and-prejudice.json');
    const exported = () => options.tab.evaluate<string>(`globalThis.saved ?? ''`);
    await expect.poll(exported, SOON).toContain('"dramatis-pack/1"');
    const bundled = await options.tab.evaluate<unknown>(`fetch('/packs/pride-and-prejudice.json').then((reply) => reply.json())`);
    expect(JSON.parse(await exported())).toEqual(bundled);
    await options.click('button', 'Remove Pride and Prejudice: the cast');
    await expect.poll(() => lookOf(tab, 'Charlotte Lucas'), LATER).toBe('article');
    await options.click('button', 'Undo');
    await expect.poll(() => lookOf(tab, 'Charlotte Lucas'), LATER).toBe('person');
    await options.click('button', 'Remove Pride and Prejudice: the cast');
    await expect.poll(() => lookOf(tab, 'Charlotte Lucas'), LATER).toBe('article');
    await tab.close();
  });
});
