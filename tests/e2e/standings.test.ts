import { afterEach, describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { openPopup } from './harness/popup.ts';
import { looksOf, openSession, pause, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };

/** What a browser can be brought to that leaves a page without names; the other reasons stand with popup and options. */
describe.each(BROWSER_KINDS)('the popup says what the browser withholds, %s', (kind) => {
  let session: Session;
  afterEach(() => session?.close());

  it('a site that the reader took away in the browser’s own settings, until it is given back', async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    await session.browser.withholdSites(true);
    const tab = await session.open('wire.html');
    await pause(1_500);
    expect(await looksOf(tab)).toEqual({});
    const popup = await openPopup(session, tab);
    await expect
      .poll(popup.status, SOON)
      .toBe('The browser does not let Dramatis read this site; allow it in the browser’s extension settings');
    await popup.tab.close();
    await session.browser.withholdSites(false);
    const again = await session.openMarked('wire.html');
    const its = await openPopup(session, again.tab);
    await expect.poll(its.status, SOON).toMatch(/^\d+ names found here$/);
  });

  it('a page of the browser’s own', async () => {
    session = await openSession(kind);
    const welcome = await session.browser.welcomeTab();
    const tab = await session.browser.newTab();
    await tab.navigate(session.browser.pageAddress('privacy.html'));
    await welcome.close();
    const popup = await openPopup(session, tab);
    await expect.poll(popup.status, SOON).toBe('The browser lets no extension read this page');
  });
});
