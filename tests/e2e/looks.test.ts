import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type ServedFolder, type Tab } from '#lib/commands/browsers.ts';
import { LANGUAGES } from '#lib/words/index.ts';
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
/** In the page: what stands out of its box, by its text. What is too wide for no reader to see (a file's field behind its button) is left out. */
const OUT_OF_BOX = `[...document.querySelectorAll('body *')].flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])])
  .filter((element) => element.checkVisibility() && element.textContent.trim() !== '' && element.clientWidth > 2 && !element.matches('#root, dramatis-card, input, svg, svg *') && getComputedStyle(element).display !== 'inline')
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.localName + ': ' + element.textContent.slice(0, 60))`;

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

  // A box has the same width in both browsers; letters are Noto's, where the language's are among them.
  it.runIf(kind === 'chromium').each(LANGUAGES)('in %s nothing stands out of its box at 280 px', async (language) => {
    for (const what of ['popup', 'options']) {
      await show(`show=${what}&theme=light&locale=${language}`, 280, 900);
      expect(await tab.evaluate<string[]>(OUT_OF_BOX), what).toEqual([]);
    }
  });

  it.each(FORCED)('%s is as it was', async (name, query, width, height) => {
    await tab.wear('forced');
    await show(query, width, height);
    expect(await tab.evaluate<boolean>(`matchMedia('(forced-colors: active)').matches`)).toBe(true);
    expect(await unlikeness(`${kind}/${name}`, await tab.screenshot())).toBeLessThanOrEqual(PICTURE_TOLERANCE);
    await tab.wear('light');
  });
});
