import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, SOON } from './harness/hand.ts';

/** Milliseconds in which an extension that was loaded anew has its pages again, on a busy machine. */
const AGAIN = { timeout: 20_000 };

describe.each(BROWSER_KINDS)('the extension under an open page, %s', (kind) => {
  const hand = new Hand(kind);
  /** How often a mark lies over another of the same name: two readers at once would show so. */
  const doubled = () =>
    hand.tab.evaluate<number>(`(() => {
      const ranges = [...CSS.highlights].filter(([name]) => /^dramatis-(person|place|organisation|group|thing)/.test(name)).flatMap(([, marks]) => [...marks]);
      const places = ranges.map(({ startContainer, startOffset }) => [startContainer, startOffset]);
      return places.filter(([node, offset], at) => places.findIndex(([other, there]) => other === node && there === offset) !== at).length;
    })()`);

  it('is stopped behind an open card: the card stays, the next one comes', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.session.browser.stopBackground();
    await hand.tab.activate();
    expect(await hand.cards()).toEqual(['Goris']);
    await hand.hover('Jermuk');
    await expect.poll(hand.cards, SOON).toEqual(['Jermuk']);
    await hand.away();
    expect(await hand.session.browser.uncaught()).toEqual([]);
  });

  it('is loaded anew, as by an update: no card is stuck, the page has its marks once and its cards', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.session.browser.reloadExtension();
    await hand.tab.activate();
    await hand.tab.press('Escape');
    await hand.rest();
    await expect.poll(() => hand.count('Goris'), AGAIN).toBe(1);
    await expect.poll(hand.cards, SOON).toEqual([]);
    await expect
      .poll(async () => {
        await hand.look();
        await hand.rest();
        await hand.hover('Jermuk');
        await new Promise((resolve) => setTimeout(resolve, 700));
        return hand.cards();
      }, AGAIN)
      .toEqual(['Jermuk']);
    expect(await doubled()).toBe(0);
    expect(await hand.session.browser.uncaught()).toEqual([]);
  });

  it('is switched off: no card is left or comes, nothing is thrown; a reload after it is switched on mends all', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.session.browser.enableExtension(false);
    await hand.tab.activate();
    await hand.tab.press('Escape');
    await hand.rest();
    const { x, y, width, height } = hand.boxOf('Jermuk');
    await hand.tab.movePointer(x + width / 2, y + height / 2);
    await expect.poll(hand.cards, SOON).toEqual([]);
    expect(await hand.session.browser.uncaught()).toEqual([]);
    await hand.session.browser.enableExtension(true);
    await hand.tab.activate();
    await hand.tab.navigate(await hand.tab.address());
    await expect.poll(() => hand.count('Goris'), AGAIN).toBe(1);
    await hand.look();
    expect((await hand.card('Jermuk')).name).toBe('Jermuk');
  });
});
