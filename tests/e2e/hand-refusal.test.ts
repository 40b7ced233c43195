import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, SOON } from './harness/hand.ts';

describe.each(BROWSER_KINDS)('“Not this…”, %s', (kind) => {
  const hand = new Hand(kind);

  it('has another candidate stand for the name in this article, and Undo takes that back', async () => {
    const textOf = async () => (await hand.tab.openCards())[0]?.text ?? '';
    const again = async () => {
      await hand.away();
      return (await hand.card('Aliyev')).name;
    };
    await hand.open('wire.html');
    expect((await hand.card('Aliyev')).name).toBe('Ilham Aliyev');
    await hand.tab.clickInCard('Not this…');
    await expect.poll(textOf, SOON).toContain('In this article it means:');
    await hand.tab.clickInCard('Kamran Aliyev');
    await expect.poll(hand.cards, SOON).toEqual(['Kamran Aliyev']);
    expect(await textOf()).toContain('In this article it now means Kamran Aliyev.');
    expect(await again()).toBe('Kamran Aliyev');
    await hand.tab.close();
    // Another page has heard nothing of it.
    await hand.open('wire.html');
    expect((await hand.card('Aliyev')).name).toBe('Ilham Aliyev');
    await hand.tab.clickInCard('Not this…');
    await hand.tab.clickInCard('Kamran Aliyev');
    await expect.poll(hand.cards, SOON).toEqual(['Kamran Aliyev']);
    await hand.tab.clickInCard('Undo');
    await expect.poll(hand.cards, SOON).toEqual(['Ilham Aliyev']);
    expect(await again()).toBe('Ilham Aliyev');
  });

  it('hides a name in the article, and undoes that', async () => {
    await hand.open('wire.html');
    const before = await hand.count('Pashinyan');
    expect(before).toBeGreaterThan(0);
    await hand.card('Pashinyan');
    await hand.tab.clickInCard('Not this…');
    await hand.tab.clickInCard('Hide this name in this article');
    await expect.poll(() => hand.count('Pashinyan'), SOON).toBe(0);
    expect(await hand.count('Nikol Pashinyan')).toBe(0);
    expect(await hand.count('Goris')).toBe(1);
    await hand.tab.clickInCard('Undo');
    await expect.poll(() => hand.count('Pashinyan'), SOON).toBe(before);
  });

  it('remembers it when the background was stopped', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.tab.clickInCard('Not this…');
    await hand.tab.clickInCard('Hide this name in this article');
    await expect.poll(() => hand.count('Goris'), SOON).toBe(0);
    await hand.session.browser.stopBackground();
    await hand.tab.activate();
    await hand.away();
    await hand.look();
    expect((await hand.card('Jermuk')).name).toBe('Jermuk');
    expect(await hand.count('Goris')).toBe(0);
  });

  it('hides a name everywhere, on pages opened later too, and undoes that', async () => {
    await hand.open('wire.html');
    await hand.card('Vardenis');
    await hand.tab.clickInCard('Not this…');
    await hand.tab.clickInCard('Hide it everywhere');
    await expect.poll(() => hand.count('Vardenis'), SOON).toBe(0);
    const other = await hand.session.openMarked('wire.html');
    expect(other.names.map(({ text }) => text)).not.toContain('Vardenis');
    await other.tab.close();
    await hand.tab.activate();
    await hand.tab.clickInCard('Undo');
    await expect.poll(() => hand.count('Vardenis'), SOON).toBe(1);
  });
});
