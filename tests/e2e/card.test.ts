import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, LONGER_THAN_DELAYS, SOON } from './harness/hand.ts';
import { pause } from './harness/session.ts';

describe.each(BROWSER_KINDS)('the card, %s', (kind) => {
  const hand = new Hand(kind);

  it('opens on a name and says who it was on that day', async () => {
    await hand.open('wire.html');
    const card = await hand.card('Antony Blinken');
    expect(card.name).toBe('Antony Blinken');
    expect(card.modal).toBe(false);
    expect(card.text).toContain('US Secretary of State, since January 2021');
  });

  it('knows a second mention by surname alone', async () => {
    await hand.open('wire.html');
    expect((await hand.card('Pashinyan')).name).toBe('Nikol Pashinyan');
    await hand.rest();
    await expect.poll(hand.cards, SOON).toEqual([]);
    expect((await hand.card('Blinken')).name).toBe('Antony Blinken');
  });

  it('goes by the date of the article, not by today', async () => {
    await hand.open('live.html');
    expect((await hand.card('Vladimir Putin')).text).toContain('Prime Minister of Russia');
  });

  it('WCAG 1.4.13, hoverable: is kept open by a pointer that goes into it', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    const box = hand.boxOf('Goris');
    // The card stands below the name, a gap between them.
    for (const down of [2, 5, 9, 16, 30, 40]) await hand.tab.movePointer(box.x + 12, box.y + box.height + down);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual(['Goris']);
    await hand.rest();
    await expect.poll(hand.cards, SOON).toEqual([]);
  });

  it('WCAG 1.4.13, persistent: stays as long as the pointer rests', async () => {
    await hand.open('wire.html');
    await hand.card('Vardenis');
    await pause(2_000);
    expect(await hand.cards()).toEqual(['Vardenis']);
  });

  it('WCAG 1.4.13, dismissible: is closed by Esc, and does not come back by itself', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.tab.press('Escape');
    await expect.poll(hand.cards, SOON).toEqual([]);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
  });

  it('closes when the pointer leaves', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.rest();
    await expect.poll(hand.cards, SOON).toEqual([]);
  });

  it('changes to the neighbour on which the pointer comes to rest', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.hover('Azerbaijan');
    await expect.poll(hand.cards, SOON).toEqual(['Azerbaijan']);
  });

  it('does not open under a pointer that only passes', async () => {
    await hand.open('wire.html');
    for (const { boxes } of hand.names.slice(0, 12)) {
      const box = boxes[0];
      if (!box || box.y > 700) continue;
      await hand.tab.movePointer(box.x + 4, box.y + box.height / 2);
      await hand.tab.movePointer(box.x + box.width - 4, box.y + box.height / 2);
      expect(await hand.tab.evaluate(`document.querySelector('dramatis-card')`)).toBeNull();
    }
    await hand.rest();
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
    // Not even its element was needed.
    expect(await hand.tab.evaluate<number>(`document.querySelectorAll('dramatis-card').length`)).toBe(0);
  });

  it('leaves the page as it was, but for its own element', async () => {
    const plain = await hand.session.open('wire.html');
    const before = await plain.evaluate<string>('document.documentElement.outerHTML');
    await plain.close();
    await hand.open('wire.html');
    const serialised = () => hand.tab.evaluate<string>('document.documentElement.outerHTML');
    expect(await serialised()).toBe(before);
    await hand.card('Goris');
    expect(await serialised()).toBe(before.replace(/<\/html>$/, '<dramatis-card></dramatis-card></html>'));
    await hand.tab.press('Escape');
    await expect.poll(hand.cards, SOON).toEqual([]);
    expect(await hand.tab.evaluate(`document.querySelector('dramatis-card')?.shadowRoot ?? 'closed'`)).toBe('closed');
  });

  it('opens with the right name after the background was stopped', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    await hand.rest();
    await expect.poll(hand.cards, SOON).toEqual([]);
    await hand.session.browser.stopBackground();
    await hand.tab.activate();
    expect((await hand.card('Blinken')).name).toBe('Antony Blinken');
  });
});
