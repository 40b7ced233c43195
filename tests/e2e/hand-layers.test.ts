import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, SOON } from './harness/hand.ts';
import { pause } from './harness/session.ts';

describe.each(BROWSER_KINDS)('a card over what lies over pages, and in small windows, %s', (kind) => {
  const hand = new Hand(kind);

  const isPaintedBelow = (box: { x: number; y: number; height: number }) =>
    hand.tab.evaluate<boolean>(`document.elementFromPoint(${box.x + 12}, ${box.y + box.height + 24})?.localName === 'dramatis-card'`);

  it('is seen over a modal dialog, in it, and goes back to the end of the page', async () => {
    await hand.open('modal.html');
    await hand.tab.clickControl('button', 'Open the story');
    await expect.poll(() => hand.count('Emmanuel Macron'), SOON).toBe(1);
    await hand.look();
    await hand.hover('Emmanuel Macron');
    await expect.poll(() => isPaintedBelow(hand.boxOf('Emmanuel Macron')), SOON).toBe(true);
    expect(await hand.tab.evaluate<string>(`document.querySelector('dramatis-card').parentElement.localName`)).toBe('dialog');
    // Esc closes the card, and not the page's dialog.
    await hand.tab.press('Escape');
    await expect.poll(() => isPaintedBelow(hand.boxOf('Emmanuel Macron')), SOON).toBe(false);
    expect(await hand.tab.evaluate<boolean>(`document.querySelector('dialog').open`)).toBe(true);
    expect(await hand.tab.evaluate<string>(`document.documentElement.lastElementChild.localName`)).toBe('dramatis-card');
  });

  it('is seen in full screen', async () => {
    await hand.open('modal.html');
    await hand.tab.clickControl('button', 'Fill the screen');
    await expect.poll(() => hand.tab.evaluate<boolean>('document.fullscreenElement !== null'), SOON).toBe(true);
    // The window goes on growing for a while: names are looked for when it has kept its size.
    let size = '';
    const kept = async () => {
      await pause(400);
      const before = size;
      size = await hand.tab.evaluate<string>('[innerWidth, innerHeight].join()');
      return size === before;
    };
    await expect.poll(kept, SOON).toBe(true);
    await hand.look();
    await hand.hover('Nikol Pashinyan');
    await hand.look();
    await expect.poll(() => isPaintedBelow(hand.boxOf('Nikol Pashinyan')), SOON).toBe(true);
    expect(await hand.cards()).toEqual(['Nikol Pashinyan']);
    await hand.tab.evaluate('document.exitFullscreen().catch(() => undefined)');
    await hand.tab.press('Escape');
    await expect.poll(() => hand.tab.evaluate<string>(`document.documentElement.lastElementChild.localName`), SOON).toBe('dramatis-card');
  });

  it('stands beside its name, in its own size, where the page zooms itself', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    const sizeOf = (box: Awaited<ReturnType<typeof hand.cardBox>>) => (box ? box.right - box.left : 0);
    const size = sizeOf(await hand.cardBox());
    for (const zoom of [1.5, 0.6]) {
      await hand.away();
      await hand.tab.evaluate(`document.documentElement.style.zoom = ${zoom}`);
      await hand.look();
      await hand.card('Goris');
      await hand.look();
      const box = await hand.cardBox();
      const name = hand.boxOf('Goris');
      expect(Math.abs(sizeOf(box) - size)).toBeLessThanOrEqual(8);
      const [below, above] = [(box?.top ?? 0) - name.y - name.height, name.y - (box?.bottom ?? 0)];
      expect(Math.abs(Math.max(below, above) - 6)).toBeLessThanOrEqual(5);
    }
  });

  it.each([
    ['in a window half as wide and high', 500, 360],
    ['at 320 px', 320, 640],
  ])('has the whole card in view %s', async (_, width, height) => {
    await hand.open('wire.html');
    await hand.tab.resize(width, height);
    for (const name of ['Stanislav Zas', 'Azerbaijan', 'Ilham Aliyev']) {
      await hand.away();
      await hand.look();
      await hand.card(name);
      const box = await hand.cardBox();
      expect(box?.left).toBeGreaterThanOrEqual(7);
      expect(box?.right).toBeLessThanOrEqual(width - 7);
      expect(box?.top).toBeGreaterThanOrEqual(7);
      expect(box?.bottom).toBeLessThanOrEqual(height - 7);
      expect(await hand.tab.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  });
});
