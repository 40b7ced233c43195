import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, type MarkedName, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { numberOf, openSession, pause, type Session } from './harness/session.ts';

/** Milliseconds a card may take to open or close on a busy machine. */
const SOON = 5_000;
/** Longer than the delay before a card opens, and than the one before it closes. */
const LONGER_THAN_DELAYS = 900;

describe.each(BROWSER_KINDS)('the card, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let names: MarkedName[];

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());
  afterEach(() => tab?.close());

  const openWire = async () => {
    ({ tab, names } = await session.openMarked('wire.html'));
  };
  const hover = (text: string, nth = 0) => hoverName(tab, numberOf(names, text, nth));
  const cards = async () => (await tab.openCards()).map(({ name }) => name);
  /** A point where no name is: the left margin, beside the first paragraph. */
  const rest = () => tab.movePointer(20, 300);

  it('opens on a name and says who it was on that day', async () => {
    await openWire();
    await hover('Antony Blinken');
    const card = await openedCard(tab, SOON);
    expect(card.name).toBe('Antony Blinken');
    expect(card.modal).toBe(false);
    expect(card.text).toContain('US Secretary of State, since January 2021');
  });

  it('knows a second mention by surname alone', async () => {
    await openWire();
    await hover('Pashinyan');
    expect((await openedCard(tab, SOON)).name).toBe('Nikol Pashinyan');
    await rest();
    await expect.poll(cards, { timeout: SOON }).toEqual([]);
    await hover('Blinken');
    expect((await openedCard(tab, SOON)).name).toBe('Antony Blinken');
  });

  it('goes by the date of the article, not by today', async () => {
    ({ tab, names } = await session.openMarked('live.html'));
    await hover('Vladimir Putin');
    expect((await openedCard(tab, SOON)).text).toContain('Prime Minister of Russia');
  });

  it('WCAG 1.4.13, hoverable: is kept open by a pointer that goes into it', async () => {
    await openWire();
    await hover('Goris');
    await openedCard(tab, SOON);
    const box = names[numberOf(names, 'Goris')]?.boxes[0];
    if (!box) throw new Error('the name is not there any more');
    // The card stands below the name, a gap between them.
    for (const down of [2, 5, 9, 16, 30, 40]) await tab.movePointer(box.x + 12, box.y + box.height + down);
    await pause(LONGER_THAN_DELAYS);
    expect(await cards()).toEqual(['Goris']);
    await rest();
    await expect.poll(cards, { timeout: SOON }).toEqual([]);
  });

  it('WCAG 1.4.13, persistent: stays as long as the pointer rests', async () => {
    await openWire();
    await hover('Vardenis');
    await openedCard(tab, SOON);
    await pause(2_000);
    expect(await cards()).toEqual(['Vardenis']);
  });

  it('WCAG 1.4.13, dismissible: is closed by Esc, and does not come back by itself', async () => {
    await openWire();
    await hover('Goris');
    await openedCard(tab, SOON);
    await tab.press('Escape');
    await expect.poll(cards, { timeout: SOON }).toEqual([]);
    await pause(LONGER_THAN_DELAYS);
    expect(await cards()).toEqual([]);
  });

  it('closes when the pointer leaves', async () => {
    await openWire();
    await hover('Goris');
    await openedCard(tab, SOON);
    await rest();
    await expect.poll(cards, { timeout: SOON }).toEqual([]);
  });

  it('changes to the neighbour on which the pointer comes to rest', async () => {
    await openWire();
    await hover('Goris');
    await openedCard(tab, SOON);
    await hover('Azerbaijan');
    await expect.poll(cards, { timeout: SOON }).toEqual(['Azerbaijan']);
  });

  it('does not open under a pointer that only passes', async () => {
    await openWire();
    for (const { boxes } of names.slice(0, 12)) {
      const box = boxes[0];
      if (!box || box.y > 700) continue;
      await tab.movePointer(box.x + 4, box.y + box.height / 2);
      await tab.movePointer(box.x + box.width - 4, box.y + box.height / 2);
      expect(await tab.evaluate(`document.querySelector('dramatis-card')`)).toBeNull();
    }
    await rest();
    await pause(LONGER_THAN_DELAYS);
    expect(await cards()).toEqual([]);
    // Not even its element was needed.
    expect(await tab.evaluate<number>(`document.querySelectorAll('dramatis-card').length`)).toBe(0);
  });

  it('leaves the page as it was, but for its own element', async () => {
    tab = await session.open('wire.html');
    const before = await tab.evaluate<string>('document.documentElement.outerHTML');
    await tab.close();
    await openWire();
    const serialised = () => tab.evaluate<string>('document.documentElement.outerHTML');
    expect(await serialised()).toBe(before);
    await hover('Goris');
    await openedCard(tab, SOON);
    expect(await serialised()).toBe(before.replace(/<\/html>$/, '<dramatis-card></dramatis-card></html>'));
    await tab.press('Escape');
    await expect.poll(cards, { timeout: SOON }).toEqual([]);
    expect(await tab.evaluate(`document.querySelector('dramatis-card')?.shadowRoot ?? 'closed'`)).toBe('closed');
  });

  it('opens with the right name after the background was stopped', async () => {
    await openWire();
    await hover('Goris');
    await openedCard(tab, SOON);
    await rest();
    await expect.poll(cards, { timeout: SOON }).toEqual([]);
    await session.browser.stopBackground();
    await tab.activate();
    await hover('Blinken');
    expect((await openedCard(tab, SOON)).name).toBe('Antony Blinken');
  });
});
