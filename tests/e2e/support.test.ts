import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

/** Milliseconds a page may take to open on a busy machine. */
const SOON = { timeout: 8_000 };

describe.each(BROWSER_KINDS)('a report of a wrong fact, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  const textIn = (tab: Tab) => tab.evaluate<string>(`document.querySelector('textarea')?.value ?? ''`);

  it('is begun from the card, holds what the card said and nothing of the page, and is sent by nobody', async () => {
    const { tab, names } = await session.openMarked('wire.html');
    await hoverName(tab, numberOf(names, 'Aliyev'));
    await openedCard(tab, SOON.timeout);
    await tab.clickInCard('Not this…');
    await tab.clickInCard('Report a wrong fact…');
    const support = await session.browser.openedTab('support.html?report=');
    await expect.poll(() => textIn(support), SOON).toMatch(/^Dramatis: a wrong fact\n\nEntry: Ilham Aliyev \(ilham-aliyev\)\n/);
    const text = await textIn(support);
    expect(text).toMatch(/\nDate of the article: \d{4}-\d\d-\d\d\nVersion: \d+\.\d+\.\d+\n/);
    expect(text).toMatch(/\nWhat the card said:\nIlham Aliyev\nPresident of Azerbaijan/);
    expect(text).not.toMatch(/127\.0\.0\.1|localhost|wire\.html|https?:\/\/(?!en\.wikipedia\.org\/)/);
    // What the reader adds goes along.
    await support.evaluate(
      `(() => { const area = document.querySelector('textarea'); area.value += '!'; area.dispatchEvent(new Event('input', { bubbles: true })); })()`,
    );
    const mail = await support.evaluate<string>(`document.querySelector('a[href^="mailto:"]').href`);
    expect(new URL(mail).searchParams.get('body')).toBe((await textIn(support)).replace(/\n/g, '\r\n'));
    expect(await textIn(support)).toContain('!');
    await support.evaluate(`document.querySelector('.row button').scrollIntoView()`);
    await support.clickControl('button', 'Copy');
    await expect.poll(() => support.evaluate<string>(`document.querySelector('[role=status]').innerText`), SOON).toBe('Copied');
    expect(session.outside.asked).toEqual([]);
  });

  it('opened by itself is a form to fill in', async () => {
    const tab = await session.browser.newTab();
    await tab.navigate(session.browser.pageAddress('support.html'));
    await expect.poll(() => textIn(tab), SOON).toMatch(/^Dramatis: a wrong fact\n\nEntry: \n/);
    await tab.close();
  });
});
