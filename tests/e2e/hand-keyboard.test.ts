import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, LONGER_THAN_DELAYS, SOON } from './harness/hand.ts';
import { pause } from './harness/session.ts';

describe.each(BROWSER_KINDS)('the reader’s hand on the keyboard, %s', (kind) => {
  const hand = new Hand(kind);

  it('goes through ten names and back, each in view and announced', async () => {
    await hand.open('wire.html');
    const inOrder = hand.names.map(({ text }) => text);
    for (let at = 0; at < 10; at++) {
      await hand.session.browser.command('next-name');
      await expect.poll(hand.current, SOON).toBe(inOrder[at]);
      const seen = await hand.tab.evaluate<boolean>(
        `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)([...CSS.highlights.get('dramatis-current')][0].getBoundingClientRect())`,
      );
      expect(seen).toBe(true);
      // No card unasked.
      expect(await hand.cards()).toEqual([]);
    }
    await hand.session.browser.command('previous-name');
    await expect.poll(hand.current, SOON).toBe(inOrder[8]);
    await expect.poll(() => hand.tab.statusText(), SOON).toMatch(new RegExp(`Name 9 of ${hand.names.length}. Enter opens the card`));
    await hand.tab.press('Escape');
    await expect.poll(hand.current, SOON).toBe('');
  });

  /** Opens the card of the first name by keys alone; the focus is in the card then. */
  const openByKeys = async () => {
    await hand.session.browser.command('next-name');
    await expect.poll(hand.current, SOON).toBe('Albania');
    await hand.tab.press('Enter');
    expect((await hand.opened()).name).toBe('Albania');
    await expect.poll(focused, SOON).toBe('dramatis-card');
  };
  const focused = () => hand.tab.evaluate<string>('document.activeElement.localName');

  it('opens the card with Enter, goes into it, and Esc leads back to where one was', async () => {
    await hand.open('crowd.html');
    await hand.tab.evaluate(`(() => {
      document.querySelector('#link').focus();
      getSelection().selectAllChildren(document.querySelector('h1'));
    })()`);
    await openByKeys();
    expect((await hand.opened()).modal).toBe(false);
    await hand.tab.press('Tab');
    expect(await focused()).toBe('dramatis-card');
    await hand.tab.press('Escape');
    await expect.poll(hand.cards, SOON).toEqual([]);
    expect(await hand.tab.evaluate<string>('document.activeElement.id')).toBe('link');
    expect(await hand.tab.evaluate<string>('String(getSelection())')).toBe('Who came to the conference');
    expect(await hand.tab.evaluate<string>('location.hash')).toBe('');
    await hand.session.browser.command('next-name');
    await expect.poll(hand.current, SOON).toBe('Algeria');
  });

  it('WCAG 1.4.13, dismissible: Esc closes the card and moves neither page nor current name, and it does not come back by itself', async () => {
    await hand.open('crowd.html');
    const scrolled = () => hand.tab.evaluate<number>('scrollY');
    await openByKeys();
    const before = await scrolled();
    await hand.tab.press('Escape');
    await expect.poll(hand.cards, SOON).toEqual([]);
    expect(await hand.current()).toBe('Albania');
    expect(await scrolled()).toBe(before);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
    // Back in the page, the same key opens it once more.
    await hand.tab.press('Enter');
    expect((await hand.opened()).name).toBe('Albania');
  });

  it('WCAG 1.4.13, hoverable: the pointer goes into a card that was opened by keys, over other names, and out of it', async () => {
    await hand.open('crowd.html');
    await openByKeys();
    const box = await hand.cardBox();
    if (!box) throw new Error('the card is not painted');
    const inside = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
    await hand.tab.movePointer(...inside);
    await hand.tab.movePointer(inside[0] + 3, inside[1] + 3);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual(['Albania']);
    // Out over a name that the card does not cover, and there to rest.
    const beside = await hand.tab.evaluate<{ x: number; y: number } | null>(
      `(${JSON.stringify(hand.names.flatMap(({ boxes }) => boxes))}).map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
        .findLast(({ x, y }) => y > 0 && y < innerHeight && document.elementFromPoint(x, y)?.localName === 'p') ?? null`,
    );
    if (!beside) throw new Error('the card covers every name');
    await hand.tab.movePointer(beside.x - 2, beside.y);
    await hand.tab.movePointer(beside.x, beside.y);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual(['Albania']);
    expect(await focused()).toBe('dramatis-card');
  });

  it('WCAG 1.4.13, persistent: no time closes a card that was opened by keys, and Tab goes through it', async () => {
    await hand.open('crowd.html');
    await openByKeys();
    await pause(3 * LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual(['Albania']);
    for (let presses = 0; presses < 3; presses++) {
      await hand.tab.press('Tab');
      expect(await focused()).toBe('dramatis-card');
    }
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual(['Albania']);
  });

  it('leaves Enter to the field in which one writes', async () => {
    await hand.open('crowd.html');
    await hand.session.browser.command('next-name');
    await expect.poll(hand.current, SOON).toBe('Albania');
    await hand.tab.evaluate(`void document.querySelector('#field').focus()`);
    await hand.tab.press('Enter');
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
  });
});
