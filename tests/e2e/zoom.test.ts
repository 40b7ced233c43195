import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumTab } from '#lib/commands/browsers/chromium-tab.ts';
import { hoverName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { cardBoxOf } from './harness/card-box.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

/** Milliseconds a card may take to open on a busy machine. */
const SOON = 5_000;
/** Least room between a card and the window's edge, CSS pixels. */
const EDGE = 7;

describe('the card at 200 % zoom, chromium', () => {
  let session: Session;
  let tab: Tab;

  beforeAll(async () => {
    session = await openSession('chromium');
    await session.browser.welcomeTab();
    ({ tab } = await session.openMarked('wire.html'));
    if (!(tab instanceof ChromiumTab)) throw new Error('not Chromium');
    // What the browser's zoom does: half as many CSS pixels, each twice as large, on a screen that is as it was.
    await (await tab.session()).send('Emulation.setDeviceMetricsOverride', {
      width: 500,
      height: 360,
      deviceScaleFactor: 2,
      mobile: false,
    });
  });
  afterAll(() => session?.close());

  it.each(['Stanislav Zas', 'Azerbaijan', 'Ilham Aliyev', 'Goris'])(
    'with 500 by 360 CSS pixels at two device pixels each, the card of %s is in view and the page scrolls down alone',
    async (name) => {
      expect(await tab.evaluate<number[]>('[innerWidth, innerHeight, devicePixelRatio]')).toEqual([500, 360, 2]);
      await tab.press('Escape');
      await tab.movePointer(1, 1);
      await expect.poll(() => tab.openCards(), { timeout: SOON }).toEqual([]);
      await hoverName(tab, numberOf(await markedNames(tab), name));
      await openedCard(tab, SOON);
      const box = await cardBoxOf(tab);
      expect(box?.left).toBeGreaterThanOrEqual(EDGE);
      expect(box?.right).toBeLessThanOrEqual(500 - EDGE);
      expect(box?.top).toBeGreaterThanOrEqual(EDGE);
      expect(box?.bottom).toBeLessThanOrEqual(360 - EDGE);
      expect(await tab.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    },
  );
});
