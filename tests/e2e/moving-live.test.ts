import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { MARKED_SOON, markedTexts } from './harness/moving.ts';
import { numberOf, openSession, pause, type Session } from './harness/session.ts';

describe.each(BROWSER_KINDS)('pages that change while they are read, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  const opened = async (name: string): Promise<Tab> => {
    const { tab, names } = await session.openMarked('wire.html');
    await hoverName(tab, numberOf(names, name));
    expect((await openedCard(tab, 10_000)).name).not.toBe('');
    return tab;
  };
  const isGone = (tab: Tab) => expect.poll(() => tab.openCards(), { timeout: 3000 }).toEqual([]);
  const around = (name: string) =>
    `[...document.querySelectorAll('article p, main p')].find((paragraph) => paragraph.textContent.includes('${name}'))`;

  it('new paragraphs every second are marked, and the card that is open stays with its name', async () => {
    const tab = await opened('Goris');
    const { name } = (await tab.openCards())[0] ?? {};
    await tab.evaluate(`(() => {
      let count = 0;
      const cities = ['Tripoli', 'Benghazi', 'Misrata', 'Tobruk'];
      const add = () => {
        const paragraph = document.createElement('p');
        paragraph.textContent = 'At ' + count + ' past the hour it was reported from ' + cities[count] + ' that nothing had changed there since the last report was made.';
        document.querySelector('article, main').append(paragraph);
        if (++count < cities.length) setTimeout(add, 1000);
      };
      add();
    })()`);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toEqual(expect.arrayContaining(['Tripoli', 'Benghazi', 'Misrata', 'Tobruk']));
    expect((await tab.openCards()).map((card) => card.name)).toEqual([name]);
    await tab.close();
  });

  it('the card moves with its name when something comes in above it', async () => {
    const tab = await opened('Goris');
    const top = () =>
      tab.evaluate<number>(`document.querySelector('dramatis-card') && (() => {
      for (let y = innerHeight - 1; y >= 0; y -= 2) if (document.elementFromPoint(innerWidth / 2, y)?.localName === 'dramatis-card') return y;
      for (let y = innerHeight - 1; y >= 0; y -= 2) for (let x = 10; x < innerWidth; x += 40) if (document.elementFromPoint(x, y)?.localName === 'dramatis-card') return y;
      return -1;
    })()`);
    const before = await top();
    await tab.evaluate(`(() => {
      const space = document.createElement('div');
      space.style.height = '70px';
      document.body.prepend(space);
    })()`);
    await expect.poll(async () => Math.abs((await top()) - before), { timeout: 3000 }).toBeGreaterThan(30);
    await tab.close();
  });

  it('a name whose paragraph is removed takes its card with it', async () => {
    const tab = await opened('Goris');
    await tab.evaluate(`${around('Goris')}.remove()`);
    await isGone(tab);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).not.toContain('Goris');
    await tab.close();
  });

  it('an article that a page shows only at another width is marked when it is that wide', async () => {
    const { tab } = await session.openMarked('wire.html');
    // As a style of a page's would have it, which the page's policy refuses here.
    await tab.evaluate(`void matchMedia('(max-width: 700px)').addEventListener('change', ({ matches }) => {
      document.querySelector('article').style.display = matches ? 'none' : '';
    })`);
    await tab.resize(600, 700);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toEqual([]);
    await tab.resize(1280, 720);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Goris');
    await tab.close();
  });

  it('a name that is hidden takes its card with it', async () => {
    const tab = await opened('Goris');
    await tab.evaluate(`void (${around('Goris')}.style.display = 'none')`);
    await isGone(tab);
    await tab.close();
  });

  it('text that is replaced under a mark loses the mark at once, and the card', async () => {
    const tab = await opened('Goris');
    await tab.evaluate(`(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (walker.currentNode.data.includes('Goris')) walker.currentNode.data = walker.currentNode.data.replaceAll('Goris', 'Lunch');
    })()`);
    await pause(50);
    const texts = await markedTexts(tab);
    expect(texts).not.toContain('Lunch');
    expect(texts).not.toContain('Goris');
    await isGone(tab);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Baku');
    expect(await markedTexts(tab)).not.toContain('Lunch');
    await tab.close();
  });
});
