import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, type MarkedName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { type Options, openOptions } from './harness/options.ts';
import { numberOf, openSession, pause, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };
/** Longer than any delay before a card opens, milliseconds. */
const LONGER_THAN_DELAYS = 900;

describe.each(BROWSER_KINDS)('how names are marked, as the options page has it, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let options: Options;
  let names: MarkedName[];

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    ({ tab, names } = await session.openMarked('sections.html'));
    options = await openOptions(session);
  });
  afterAll(() => session?.close());

  const texts = async () => (await markedNames(tab)).map(({ text }) => text);
  const count = async (text: string) => (await texts()).filter((one) => one === text).length;
  const looks = async () => [...new Set((await markedNames(tab)).map(({ look }) => look))].sort();
  const cards = async () => (await tab.openCards()).map(({ name }) => name);
  /** How the browser underlines a name's highlight. */
  const lineOf = (look: string) =>
    tab.evaluate<string>(`getComputedStyle(document.querySelector('article p'), '::highlight(dramatis-${look})').textDecorationStyle`);

  it.each([
    ['every', { Baku: 6, 'Ilham Aliyev': 3, Yerevan: 4 }],
    ['section', { Baku: 3, 'Ilham Aliyev': 3, Yerevan: 2 }],
    ['first', { Baku: 1, 'Ilham Aliyev': 1, Yerevan: 1 }],
    ['every', { Baku: 6, 'Ilham Aliyev': 3, Yerevan: 4 }],
  ])('marks names %s time, section or article, in an open page', async (density, wanted) => {
    await options.pick('Places', density);
    await options.pick('People', density);
    for (const [text, times] of Object.entries(wanted)) await expect.poll(() => count(text), SOON).toBe(times);
  });

  it('underlines with dots, or with a line', async () => {
    expect(await looks()).toEqual(['person', 'place']);
    expect(await lineOf('place')).toBe('dotted');
    await options.click('radio', 'Solid');
    await expect.poll(looks, SOON).toEqual(['person-solid', 'place-solid']);
    expect(await lineOf('place-solid')).toBe('solid');
    await options.click('radio', 'Dotted');
    await expect.poll(looks, SOON).toEqual(['person', 'place']);
  });

  it('marks nothing, and opens nothing, until Shift is held', async () => {
    await options.click('radio', 'None until Shift is held');
    await expect.poll(texts, SOON).toEqual([]);
    await tab.activate();
    const box = names[numberOf(names, 'Baku')]?.boxes[0];
    if (!box) throw new Error('the name has no box');
    await tab.movePointer(box.x + 6, box.y + box.height / 2);
    await tab.movePointer(box.x + 9, box.y + box.height / 2);
    await pause(LONGER_THAN_DELAYS);
    expect(await cards()).toEqual([]);
    await tab.movePointer(20, 300);
    await tab.shift('down');
    await expect.poll(texts, SOON).toEqual(names.map(({ text }) => text));
    await hoverName(tab, numberOf(names, 'Baku'));
    expect((await openedCard(tab, SOON.timeout)).name).toBe('Baku');
    await tab.shift('up');
    await expect.poll(texts, SOON).toEqual([]);
    await tab.press('Escape');
    await expect.poll(cards, SOON).toEqual([]);
    await options.click('radio', 'Dotted');
    await expect.poll(texts, SOON).toEqual(names.map(({ text }) => text));
  });
});
