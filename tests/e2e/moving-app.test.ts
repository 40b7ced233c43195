import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { articleOf, CHAD, MARKED_SOON, markedTexts } from './harness/moving.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

/** Swaps what a page shows for another article, by whatever way to another address. */
const goTo = (way: string) => `void (${way}, document.querySelector('article').replaceWith(${articleOf(CHAD)}))`;

describe.each(BROWSER_KINDS)('pages that are applications, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  it.each([
    ['pushState', `history.pushState(null, '', '/chad')`],
    ['replaceState', `history.replaceState(null, '', '/chad')`],
    [
      'the navigation API',
      `navigation.addEventListener('navigate', (event) => event.intercept(), { once: true }), navigation.navigate('/chad')`,
    ],
    ['a hash route', `location.hash = 'chad'`],
  ])('an article that comes by %s is marked, and the one before no more', async (_, way) => {
    const { tab, names } = await session.openMarked('wire.html');
    expect(names.map(({ text }) => text)).toContain('Goris');
    await tab.evaluate(goTo(way));
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toEqual(expect.arrayContaining(['Idriss Déby', 'Addis Ababa', 'Boko Haram']));
    expect(await markedTexts(tab)).not.toContain('Goris');
    await tab.close();
  });

  it('a page that is gone back to is marked as the settings are by then, and its cards open', async () => {
    const { tab } = await session.openMarked('wire.html');
    const address = await tab.address();
    await tab.navigate(address.replace('wire', 'magazine'));
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Nakhchivan');
    await tab.evaluate('void history.back()');
    await expect.poll(() => tab.address().catch(() => ''), MARKED_SOON).toBe(address);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Goris');
    await openAt(tab, 'Goris');
    await tab.close();
  });

  it('an article that comes five seconds after the page is marked', async () => {
    const tab = await session.open('app.html');
    await tab.evaluate(`void setTimeout(() => document.getElementById('app').replaceChildren(${articleOf(CHAD)}), 5000)`);
    await expect.poll(() => markedTexts(tab), { timeout: 20_000 }).toContain('N’Djamena');
    await tab.close();
  });

  it('an article in a body that is put in the place of the old one is marked, and followed', async () => {
    const { tab } = await session.openMarked('wire.html');
    await tab.evaluate(`(() => {
      const body = document.createElement('body');
      body.append(${articleOf(CHAD.slice(0, 4))});
      document.body.replaceWith(body);
    })()`);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('N’Djamena');
    await tab.evaluate(`(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = ${JSON.stringify(CHAD[4])};
      document.querySelector('article').append(paragraph);
    })()`);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Khartoum');
    await tab.close();
  });

  it('what the server sent and a script makes anew, node by node, keeps its marks', async () => {
    const { tab, names } = await session.openMarked('wire.html');
    await tab.evaluate(`(() => {
      const article = document.querySelector('article, main');
      article.replaceWith(article.cloneNode(true));
    })()`);
    const before = names.map(({ text }) => text.replace(/\s+/g, ' '));
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toEqual(before);
    await openAt(tab, 'Goris');
    await tab.close();
  });

  it('a document that is written anew by a script is marked, and its cards open and close', async () => {
    const { tab } = await session.openMarked('wire.html');
    await tab.evaluate(`(() => {
      const plain = globalThis.trustedTypes?.createPolicy('test', { createHTML: (text) => text }) ?? { createHTML: (text) => text };
      document.open();
      document.write(plain.createHTML('<!doctype html><title>Chad</title><body></body>'));
      document.close();
      document.body.append(${articleOf(CHAD)});
    })()`);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('N’Djamena');
    await openAt(tab, 'Addis Ababa');
    await tab.close();
  });
});

/** Opens the card of a name and closes it by Esc. */
async function openAt(tab: Tab, name: string): Promise<void> {
  await tab.activate();
  await hoverName(tab, numberOf(await markedNames(tab), name));
  expect((await openedCard(tab, 10_000)).name).toBe(name);
  await tab.press('Escape');
  await expect.poll(() => tab.openCards(), MARKED_SOON).toEqual([]);
}
