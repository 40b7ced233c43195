import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, openedCard } from '#lib/commands/browsers.ts';
import { openPopup } from './harness/popup.ts';
import { numberOf, openSession, pause, type Session } from './harness/session.ts';

const OUTPUT = fileURLToPath(new URL('../../.output/chrome-mv3/', import.meta.url));

describe.each(BROWSER_KINDS)('the network, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind);
  });
  afterAll(() => session?.close());

  it('is asked for nothing but the page itself', async () => {
    await session.browser.welcomeTab();
    const { tab, names } = await session.openMarked('wire.html');
    for (const name of ['Pashinyan', 'Goris', 'Stanislav Zas']) {
      await hoverName(tab, numberOf(names, name));
      await openedCard(tab, 5_000);
      await tab.press('Escape');
    }
    const popup = await openPopup(session, tab);
    await popup.flip('Places');
    await popup.flip('Places');
    // Every page of the extension itself, each left a moment.
    for (const page of readdirSync(OUTPUT).filter((name) => name.endsWith('.html'))) {
      const own = await session.browser.newTab();
      await own.navigate(session.browser.pageAddress(page));
      await pause(400);
      await own.close();
    }
    await pause(1_000);
    const own = ['/wire.html', '/style.css', '/favicon.ico'];
    expect(session.site.requests.filter((request) => !own.includes(request))).toEqual([]);
    expect(session.site.requests.filter((request) => request === '/wire.html')).toHaveLength(1);
    expect(session.outside.asked).toEqual([]);
  });
});
