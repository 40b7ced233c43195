import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { type Options, openOptions } from './harness/options.ts';
import { openPopup, type Popup } from './harness/popup.ts';
import { looksOf, numberOf, openSession, pause, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };
/** Milliseconds: the longest delay of the slider, a look before it is over, and what a card may take on a busy machine. */
const LONG = 1_000;
const BEFORE = 500;

/** Switches and controls that the tests of popup and options leave out, each with its effect on a page that stays open. */
describe.each(BROWSER_KINDS)('switches and an open page, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let popup: Popup;
  let options: Options;
  let all: Record<string, number>;
  const marks = () => looksOf(tab);

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    ({ tab } = await session.openMarked('treaty.html'));
    all = await marks();
    await tab.evaluate(`globalThis.neverReloaded = true`);
    popup = await openPopup(session, tab);
    options = await openOptions(session);
  });
  afterAll(async () => {
    expect(await tab.evaluate<boolean>(`globalThis.neverReloaded === true`)).toBe(true);
    await session?.close();
  });

  describe.each(['popup', 'options'] as const)('from the %s', (from) => {
    const flip = async (label: string) => {
      if (from === 'options') return options.click('switch', label);
      await popup.tab.activate();
      return popup.flip(label);
    };

    it.each([
      ['Weapons, treaties, wars and other terms', 'thing'],
      ['Names only the article knows', 'article'],
    ])('%s go and come back', async (label, look) => {
      const { [look]: some, ...others } = all;
      expect(some).toBeGreaterThan(0);
      await flip(label);
      await expect.poll(marks, SOON).toEqual(others);
      await flip(label);
      await expect.poll(marks, SOON).toEqual(all);
    });

    it('the delay before a card opens is longer, and shorter again', async () => {
      const delay = async (milliseconds: number) => {
        const page = from === 'options' ? options.tab : popup.tab;
        await page.activate();
        await page.evaluate(`(() => {
          const slider = document.querySelector('.delay input[type=range]');
          slider.value = ${JSON.stringify(String(milliseconds))};
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          slider.dispatchEvent(new Event('change', { bubbles: true }));
        })()`);
        const shown = () => page.evaluate<string>(`document.querySelector('.delay output').textContent.replace(/\\D/g, '')`);
        await expect.poll(shown, SOON).toBe(String(milliseconds));
        await pause(300);
        await tab.activate();
        await tab.press('Escape');
        await tab.movePointer(1, 1);
        await expect.poll(() => tab.openCards(), SOON).toEqual([]);
        await pause(300);
      };
      /** Milliseconds from the pointer's rest to the card, seen in the page. */
      const opens = async () => {
        const names = await markedNames(tab);
        const number = numberOf(names, 'Vladimir Putin');
        const box = names[number]?.boxes[0];
        if (!box) throw new Error('the name has no box');
        const points = JSON.stringify([box.y + box.height + 16, box.y - 16].map((y) => [box.x + 14, y]));
        const seen = tab.evaluate<number>(`new Promise((resolve, reject) => {
          let rest = performance.now();
          const begun = rest;
          addEventListener('pointermove', () => { rest = performance.now(); }, true);
          const look = () => {
            if (performance.now() - begun > 8000) reject(new Error('no card'));
            else if (${points}.some(([x, y]) => document.elementFromPoint(x, y)?.localName === 'dramatis-card')) resolve(performance.now() - rest);
            else setTimeout(look, 10);
          };
          look();
        })`);
        await hoverName(tab, number);
        return seen;
      };
      await delay(LONG);
      expect(await opens()).toBeGreaterThanOrEqual(LONG - 20);
      expect((await openedCard(tab, 5_000)).name).toBe('Vladimir Putin');
      await delay(0);
      expect(await opens()).toBeLessThan(BEFORE);
      await delay(300);
      expect(await opens()).toBeGreaterThanOrEqual(280);
    });
  });

  it.each([
    ['People', 'person'],
    ['Organisations', 'organisation'],
    ['Peoples and nationalities', 'group'],
    ['Weapons, treaties, wars and other terms', 'thing'],
    ['Names only the article knows', 'article'],
  ])('%s are marked once an article', async (label, look) => {
    await options.pick(label, 'first');
    const now = async () => (await marks())[look] ?? 0;
    // Every kind has a name that comes twice.
    await expect.poll(now, SOON).toBeLessThan(all[look] ?? 0);
    expect(await now()).toBeGreaterThan(0);
    await options.pick(label, 'every');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('names are marked only while Shift is held', async () => {
    await options.click('radio', 'None until Shift is held');
    await expect.poll(async () => Object.keys(await marks()).every((look) => !(look in all)), SOON).toBe(true);
    await options.click('radio', 'Dotted');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('likely readings are fewer than all, and no fewer than the sure ones', async () => {
    const count = async () => Object.values(await marks()).reduce((sum, number) => sum + number, 0);
    const some = await count();
    await options.click('radio', 'Likely readings');
    await pause(1_000);
    const likely = await count();
    expect(likely).toBeLessThanOrEqual(some);
    await options.click('radio', 'Sure readings only');
    await pause(1_000);
    expect(await count()).toBeLessThanOrEqual(likely);
    await options.click('radio', 'Any reading');
    await expect.poll(marks, SOON).toEqual(all);
  });

  it('a name that was hidden everywhere is shown again', async () => {
    await tab.activate();
    await tab.press('Escape');
    await tab.movePointer(1, 1);
    await expect.poll(() => tab.openCards(), SOON).toEqual([]);
    await hoverName(tab, numberOf(await markedNames(tab), 'Joe Biden'));
    expect((await openedCard(tab, 5_000)).name).toBe('Joe Biden');
    await tab.clickInCard('Not this…');
    await tab.clickInCard('Hide it everywhere');
    const isMarked = async () => (await markedNames(tab)).some(({ text }) => text === 'Joe Biden');
    await expect.poll(isMarked, SOON).toBe(false);
    await options.click('button', 'Show Joe Biden again');
    await expect.poll(isMarked, SOON).toBe(true);
    await expect.poll(marks, SOON).toEqual(all);
  });

  // The last: the options page that was open all the while is closed, so that what opens is the popup's doing.
  it.each([
    ['All settings', 'options.html'],
    ['Add a name', 'options.html#own'],
  ])('the popup’s button “%s” opens the page', async (label, address) => {
    if (address === 'options.html') await options.tab.close();
    const its = await openPopup(session, tab);
    await its.tab.clickControl('button', label);
    // The popup goes, as browsers close one.
    const opened = await session.browser.openedTab(address);
    await opened.close();
  });
});
