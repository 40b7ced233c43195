import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, LONGER_THAN_DELAYS, SOON } from './harness/hand.ts';
import { pause } from './harness/session.ts';

/** The reader's delay before a card opens, and what the card may take beyond it (milliseconds). */
const DELAY = 300;
const BUDGET = 50;

describe.each(BROWSER_KINDS)('the reader’s hand on a mouse, %s', (kind) => {
  const hand = new Hand(kind);

  it('opens nothing while it crosses a paragraph of thirty names', async () => {
    await hand.open('crowd.html');
    const lines = new Map<number, number>();
    for (const { boxes } of hand.names.slice(0, 32))
      for (const box of boxes) lines.set(Math.round(box.y + box.height / 2), box.x + box.width);
    expect(hand.names.filter(({ boxes }) => boxes.some(({ y }) => lines.has(Math.round(y + 8)) || y > 0)).length).toBeGreaterThanOrEqual(
      30,
    );
    for (const y of lines.keys()) for (let x = 170; x < 840; x += 14) await hand.tab.movePointer(x, y);
    await hand.rest();
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
    expect(await hand.tab.evaluate<number>(`document.querySelectorAll('dramatis-card').length`)).toBe(0);
  });

  it('has its card painted at most 50 ms after the delay', async () => {
    await hand.open('wire.html');
    await hand.card('Goris');
    const times: number[] = [];
    for (const name of ['Jermuk', 'Vardenis', 'Goris', 'Baku', 'Jermuk', 'Vardenis', 'Goris']) {
      await hand.tab.press('Escape');
      await hand.rest();
      await expect.poll(hand.cards, SOON).toEqual([]);
      await pause(200);
      // Read anew: a card that was there may have scrolled nothing, but the page may have.
      await hand.look();
      const box = hand.boxOf(name);
      // Below the name or above it.
      const points = JSON.stringify([box.y + box.height + 16, box.y - 16].map((y) => [box.x + 14, y]));
      const painted = hand.tab.evaluate<number>(`new Promise((resolve) => {
        let rest = performance.now();
        addEventListener('pointermove', () => { rest = performance.now(); }, true);
        const look = () => {
          if (!${points}.some(([x, y]) => document.elementFromPoint(x, y)?.localName === 'dramatis-card')) requestAnimationFrame(look);
          // The frame that was being made is on the screen when the next one is begun.
          else requestAnimationFrame(() => resolve(performance.now() - rest));
        };
        look();
      })`);
      await hand.hover(name);
      times.push((await painted) - DELAY);
    }
    times.sort((a, b) => a - b);
    process.stdout.write(`${kind}: card painted ${times.map(Math.round).join(', ')} ms after the delay\n`);
    expect(times[Math.floor(times.length / 2)]).toBeLessThanOrEqual(BUDGET);
  });

  it('opens nothing over buttons and fields, in a selection, or for events that a page has made', async () => {
    await hand.open('crowd.html');
    const at = await hand.tab.evaluate<{ x: number; y: number }>(
      `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector('#button').getBoundingClientRect())`,
    );
    await hand.tab.movePointer(at.x - 2, at.y);
    await hand.tab.movePointer(at.x, at.y);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
    const [from, to] = [hand.boxOf('Albania'), hand.boxOf('Austria')];
    await hand.tab.drag({ x: from.x - 2, y: from.y + 8 }, { x: to.x + to.width - 6, y: to.y + 8 });
    await hand.tab.movePointer(to.x + to.width - 9, to.y + 9);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.tab.evaluate<string>('String(getSelection())')).toContain('Algeria');
    expect(await hand.cards()).toEqual([]);
    await hand.tab.evaluate('void getSelection().removeAllRanges()');
    const box = hand.boxOf('Belgium');
    await hand.tab.evaluate(`(async () => {
      for (const type of ['pointermove', 'mousemove', 'mouseover', 'click', 'pointermove'])
        document.elementFromPoint(${box.x + 9}, ${box.y + 9}).dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: type === 'click' ? 'touch' : 'mouse', clientX: ${box.x + 9}, clientY: ${box.y + 9} }));
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    })()`);
    await pause(LONGER_THAN_DELAYS);
    expect(await hand.cards()).toEqual([]);
  });

  it('opens a card on a name in a link, and the link still works', async () => {
    await hand.open('crowd.html');
    await hand.card('Emmanuel Macron');
    const box = hand.boxOf('Emmanuel Macron');
    await hand.tab.click(box.x + 12, box.y + 9);
    await expect.poll(() => hand.tab.evaluate<string>('location.hash'), SOON).toBe('#linked-to');
  });

  it('steps to a linked entry and back in the same card', async () => {
    await hand.open('wire.html');
    await hand.card('Antony Blinken');
    await hand.tab.clickInCard('Mike Pompeo');
    await expect.poll(hand.cards, SOON).toEqual(['Mike Pompeo']);
    expect((await hand.opened()).text).toContain('Former US Secretary of State');
    await hand.tab.clickInCard('Back');
    await expect.poll(hand.cards, SOON).toEqual(['Antony Blinken']);
  });
});
