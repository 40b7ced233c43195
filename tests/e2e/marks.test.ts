import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { openPopup } from './harness/popup.ts';
import { looksOf, numberOf, openSession, pause, type Session } from './harness/session.ts';

/** Longer than the gate's last look at a page and the reading of an article, in milliseconds. */
const LONG_ENOUGH = 5_000;

describe.each(BROWSER_KINDS)('names on pages, %s', (kind) => {
  let session: Session;
  const tabs: Tab[] = [];

  /** Pages on which nothing is to be marked, opened before all tests: each has long been looked at when its test comes. */
  const left = new Map<string, { tab: Tab; since: number }>();
  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    for (const page of ['shop.html', 'french.html', 'app.html', 'routes.txt'])
      left.set(page, { tab: await session.open(page), since: performance.now() });
  });
  afterAll(() => session?.close());
  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.close();
  });

  const marked = async (page: string) => {
    const { tab, names } = await session.openMarked(page);
    tabs.push(tab);
    return { tab, names, texts: names.map(({ text }) => text.replace(/\s+/g, ' ')) };
  };
  const unmarked = async (page: string) => {
    const { tab, since } = left.get(page) ?? { tab: await session.open(page), since: performance.now() };
    tabs.push(tab);
    await pause(Math.max(0, since + LONG_ENOUGH - performance.now()));
    await tab.activate();
    expect(await markedNames(tab)).toEqual([]);
    return tab;
  };

  it('marks a letter that is plain text, and no program', async () => {
    const { tab, names, texts } = await marked('letter.txt');
    expect(texts).toEqual(expect.arrayContaining(['Idriss Déby', 'Addis Ababa', 'Boko Haram', 'Niger']));
    await tab.activate();
    await hoverName(tab, numberOf(names, 'Addis Ababa'));
    expect((await openedCard(tab, LONG_ENOUGH)).name).toBe('Addis Ababa');
    await unmarked('routes.txt');
  });

  it('marks people, places, organisations and peoples of a wire story under a strict policy', async () => {
    const { tab, texts } = await marked('wire.html');
    expect(texts).toEqual(
      expect.arrayContaining([
        'Nikol Pashinyan',
        'Pashinyan',
        'Goris',
        'Baku',
        'Collective Security Treaty Organization',
        'Antony Blinken',
        'Turkish',
      ]),
    );
    expect(Object.keys(await looksOf(tab)).sort()).toEqual(expect.arrayContaining(['group', 'organisation', 'person', 'place']));
  });

  it('leaves navigation and footer of a page alone', async () => {
    const { tab } = await marked('wire.html');
    const outside = await tab.evaluate<boolean>(
      `[...CSS.highlights].flatMap(([, ranges]) => [...ranges]).some((range) => range.startContainer.parentElement.closest('nav, footer'))`,
    );
    expect(outside).toBe(false);
  });

  it('marks a magazine piece, names broken over elements included, and not what stands beside it', async () => {
    const { texts } = await marked('magazine.html');
    expect(texts).toEqual(expect.arrayContaining(['Ebrahim Raisi', 'Raisi', 'Amir-Abdollahian', 'Nakhchivan', 'Zangezur corridor']));
    expect(texts).not.toContain('John Bolton');
  });

  it('marks a page without date and without lang', async () => {
    const { texts } = await marked('blog.html');
    expect(texts).toEqual(expect.arrayContaining(['Tbilisi', 'Joseph Stalin', 'Eduard Shevardnadze', 'Ivanishvili']));
  });

  it('marks every entry of a live blog', async () => {
    const { texts } = await marked('live.html');
    expect(texts).toEqual(
      expect.arrayContaining(['Mikheil Saakashvili', 'Dmitry Medvedev', 'Medvedev', 'Eduard Kokoity', 'NATO', 'Saakashvili']),
    );
  });

  it('marks nothing on a page that is no article, and sends it no reader', async () => {
    const tab = await unmarked('shop.html');
    const popup = await openPopup(session, tab);
    tabs.push(popup.tab);
    await expect.poll(() => popup.status()).toBe('No article was found on this page');
    // Only a page with a reader answers its extension.
    const answer = await popup.tab.evaluate<string>(
      `(globalThis.browser ?? chrome).tabs.sendMessage(Number(new URLSearchParams(location.search).get('tab')), { type: 'state' }).then(() => 'an answer', () => 'nobody')`,
    );
    expect(answer).toBe('nobody');
  });

  it('marks nothing in a French article, and says why', async () => {
    const popup = await openPopup(session, await unmarked('french.html'));
    tabs.push(popup.tab);
    await expect.poll(() => popup.status()).toBe('This page is not in English; only English is read so far');
  });

  it('marks an article that a script adds after the page has loaded', async () => {
    const { texts } = await marked('app.html?after=1500');
    expect(texts).toEqual(expect.arrayContaining(['Kyiv', 'Vladimir Putin', 'Volodymyr Zelensky', 'Zelensky', 'Jens Stoltenberg']));
  });

  it('marks an article that comes long after, when its link is clicked', async () => {
    const tab = await unmarked('app.html');
    await tab.clickControl('link', 'Talks in Istanbul');
    await expect.poll(async () => (await markedNames(tab)).map(({ text }) => text), { timeout: 15_000 }).toContain('Vladimir Medinsky');
  });

  it('follows an article that is swapped for another', async () => {
    const { tab } = await marked('app.html?after=200');
    await tab.clickControl('link', 'Talks in Istanbul');
    const texts = async () => (await markedNames(tab)).map(({ text }) => text);
    await expect.poll(texts, { timeout: 15_000 }).toContain('Medinsky');
    expect(await texts()).not.toContain('Jens Stoltenberg');
  });

  it('marks again what was replaced inside a paragraph', async () => {
    const { tab, texts } = await marked('wire.html');
    expect(texts).not.toContain('Hulusi Akar');
    await tab.evaluate(
      `void (document.querySelector('#second').textContent = 'Pashinyan said no more. In Ankara, defence minister Hulusi Akar took the side of Azerbaijan, and said so to Baku.')`,
    );
    const now = async () => (await markedNames(tab)).map(({ text }) => text);
    await expect.poll(now, { timeout: 15_000 }).toContain('Hulusi Akar');
    expect((await now()).filter((text) => text === 'Pashinyan')).toHaveLength(2);
  });
});
