import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, LONGER_THAN_DELAYS, SOON } from './harness/hand.ts';
import { pause } from './harness/session.ts';

describe.each(BROWSER_KINDS)('the reader’s hand on a touch screen, %s', (kind) => {
  const hand = new Hand(kind);

  it('opens a sheet at the bottom with a tap, and closes it with another', async () => {
    await hand.open('wire.html');
    const box = hand.boxOf('Goris');
    await hand.tab.tap(box.x + 10, box.y + 8);
    await expect.poll(hand.cards, SOON).toEqual(['Goris']);
    const sheet = await hand.cardBox();
    expect(sheet?.left).toBeLessThanOrEqual(8);
    expect(sheet?.right).toBeGreaterThanOrEqual((sheet?.width ?? 0) - 9);
    expect(sheet?.bottom).toBeGreaterThanOrEqual((sheet?.height ?? 0) - 5);
    await hand.tab.tap(30, 200);
    await expect.poll(hand.cards, SOON).toEqual([]);
  });

  it('opens nothing with a swipe, and follows a link', async () => {
    await hand.open('crowd.html');
    const box = hand.boxOf('Belgium');
    await hand.tab.swipe(box.x + 10, box.y + 8, 60);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
    await hand.look();
    const link = hand.boxOf('Emmanuel Macron');
    await hand.tab.tap(link.x + 10, link.y + 8);
    await expect.poll(() => hand.tab.evaluate<string>('location.hash'), SOON).toBe('#linked-to');
    expect(await hand.cards()).toEqual([]);
  });
});
