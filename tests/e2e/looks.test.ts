import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type ServedFolder, type Tab } from '#lib/commands/browsers.ts';
import { axeFindings } from './harness/axe.ts';
import { PICTURE_TOLERANCE, serveGallery, unlikeness } from './harness/gallery.ts';
import { openSession, type Session } from './harness/session.ts';

/** Every look that is compared: what the gallery is asked for, and the window, CSS pixels. 320 is also 640 at a zoom of 200 %. */
const LOOKS = [
  ['cards-light', 'show=cards&theme=light', 830, 1260],
  ['cards-dark', 'show=cards&theme=dark', 830, 1260],
  ['cards-narrow', 'show=cards&theme=light', 320, 2480],
  ['cards-arabic', 'show=cards&theme=light&locale=ar', 830, 1260],
  ['states-light', 'show=states&theme=light', 830, 900],
  ['states-dark', 'show=states&theme=dark', 320, 1700],
  ['panel-light', 'show=panel&theme=light', 400, 1400],
  ['panel-dark', 'show=panel&theme=dark', 320, 1400],
  ['panel-arabic', 'show=panel&theme=light&locale=ar', 400, 1400],
  ['popup-light', 'show=popup&theme=light', 330, 640],
  ['popup-dark', 'show=popup&theme=dark&state=none', 330, 640],
  ['popup-arabic', 'show=popup&theme=dark&locale=ar', 330, 640],
] as const;
/** The same in the reader's own colours. */
const FORCED = [
  ['cards-forced', 'show=cards&theme=light', 830, 1260],
  ['panel-forced', 'show=panel&theme=light', 400, 1400],
] as const;

describe.each(BROWSER_KINDS)('looks, %s', (kind) => {
  let gallery: ServedFolder;
  let session: Session;
  let tab: Tab;

  beforeAll(async () => {
    gallery = await serveGallery();
    session = await openSession(kind);
    await session.browser.welcomeTab();
    tab = await session.browser.newTab();
    await tab.activate();
  });
  afterAll(async () => {
    await session?.close();
    await gallery?.close();
  });

  const show = async (query: string, width: number, height: number) => {
    await tab.resize(width, height);
    await tab.navigate(`http://127.0.0.1:${gallery.port}/index.html?${query}`);
    await expect.poll(() => tab.evaluate<boolean>(`document.documentElement.hasAttribute('data-ready')`), { timeout: 10_000 }).toBe(true);
  };

  it.each(LOOKS)('%s is as it was, axe finds nothing, and nothing runs over the edge', async (name, query, width, height) => {
    await show(query, width, height);
    expect(await tab.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await unlikeness(`${kind}/${name}`, await tab.screenshot())).toBeLessThanOrEqual(PICTURE_TOLERANCE);
    expect(await axeFindings(tab)).toEqual([]);
  });

  it.each(FORCED)('%s is as it was', async (name, query, width, height) => {
    await tab.wear('forced');
    await show(query, width, height);
    expect(await tab.evaluate<boolean>(`matchMedia('(forced-colors: active)').matches`)).toBe(true);
    expect(await unlikeness(`${kind}/${name}`, await tab.screenshot())).toBeLessThanOrEqual(PICTURE_TOLERANCE);
    await tab.wear('light');
  });
});
