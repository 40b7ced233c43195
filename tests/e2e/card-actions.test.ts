import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, type MarkedName, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

/** Milliseconds a card may take to open or change on a busy machine. */
const SOON = { timeout: 5_000 };

describe.each(BROWSER_KINDS)('what one does from a card, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let names: MarkedName[];

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());
  afterEach(() => tab?.close());

  const openCard = async (page: string, text: string, nth = 0) => {
    ({ tab, names } = await session.openMarked(page));
    await hoverName(tab, numberOf(names, text, nth));
    return openedCard(tab, SOON.timeout);
  };
  const cards = async () => (await tab.openCards()).map(({ name }) => name);
  const textOf = async () => (await tab.openCards())[0]?.text ?? '';
  /** The card of a mention, hovered anew. */
  const again = async (text: string, nth = 0) => {
    await tab.press('Escape');
    await tab.movePointer(20, 300);
    await expect.poll(cards, SOON).toEqual([]);
    await hoverName(tab, numberOf(names, text, nth));
    return (await openedCard(tab, SOON.timeout)).name;
  };

  it('“Not this…”: another candidate stands for the name in this article, and Undo takes that back', async () => {
    expect((await openCard('wire.html', 'Aliyev')).name).toBe('Ilham Aliyev');
    await tab.clickInCard('Not this…');
    await expect.poll(textOf, SOON).toContain('In this article it means:');
    await tab.clickInCard('Kamran Aliyev');
    await expect.poll(cards, SOON).toEqual(['Kamran Aliyev']);
    expect(await textOf()).toContain('In this article it now means Kamran Aliyev.');
    expect(await again('Aliyev')).toBe('Kamran Aliyev');
    await tab.close();
    // Another page has heard nothing of it.
    expect((await openCard('wire.html', 'Aliyev')).name).toBe('Ilham Aliyev');
    await tab.clickInCard('Not this…');
    await tab.clickInCard('Kamran Aliyev');
    await expect.poll(cards, SOON).toEqual(['Kamran Aliyev']);
    await tab.clickInCard('Undo');
    await expect.poll(cards, SOON).toEqual(['Ilham Aliyev']);
    expect(await again('Aliyev')).toBe('Ilham Aliyev');
  });

  it('Copy puts the card on the clipboard as text, and says so', async () => {
    await openCard('crowd.html', 'Emmanuel Macron');
    await tab.clickInCard('Copy');
    await expect.poll(textOf, SOON).toContain('Copied');
    await tab.press('Escape');
    await tab.evaluate(`document.querySelector('#field').focus()`);
    await tab.paste();
    const pasted = () => tab.evaluate<string>(`document.querySelector('#field').value`);
    await expect.poll(pasted, SOON).toMatch(/^Emmanuel Macron.*President of France.*https:\/\/en\.wikipedia\.org\/wiki\/Emmanuel_Macron$/);
  });
});
