import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, type MarkedName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { cardBoxOf } from './harness/card-box.ts';
import { numberOf, openSession, pause, type Session } from './harness/session.ts';

/** Milliseconds a card may take to open or close on a busy machine. */
const SOON = { timeout: 5_000 };
/** Longer than any delay before a card opens or closes. */
const LONGER_THAN_DELAYS = 900;
/** The reader's delay before a card opens, and what the card may take beyond it (milliseconds). */
const DELAY = 300;
const BUDGET = 50;

describe.each(BROWSER_KINDS)('the reader’s hand, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let names: MarkedName[];

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());
  afterEach(() => tab?.close());

  const open = async (page: string) => {
    ({ tab, names } = await session.openMarked(page));
  };
  const boxOf = (text: string, nth = 0) => {
    const box = names[numberOf(names, text, nth)]?.boxes[0];
    if (!box) throw new Error(`"${text}" has no box`);
    return box;
  };
  const hover = (text: string, nth = 0) => hoverName(tab, numberOf(names, text, nth));
  const cards = async () => (await tab.openCards()).map(({ name }) => name);
  const cardBox = () => cardBoxOf(tab);
  const current = () => tab.evaluate<string>(`[...(CSS.highlights.get('dramatis-current') ?? [])].map(String).join()`);
  const rest = () => tab.movePointer(20, 300);
  const count = async (text: string) => (await markedNames(tab)).filter((name) => name.text === text).length;

  describe('by mouse', () => {
    it('opens nothing while it crosses a paragraph of thirty names', async () => {
      await open('crowd.html');
      const lines = new Map<number, number>();
      for (const { boxes } of names.slice(0, 32)) for (const box of boxes) lines.set(Math.round(box.y + box.height / 2), box.x + box.width);
      expect(names.filter(({ boxes }) => boxes.some(({ y }) => lines.has(Math.round(y + 8)) || y > 0)).length).toBeGreaterThanOrEqual(30);
      for (const y of lines.keys()) for (let x = 170; x < 840; x += 14) await tab.movePointer(x, y);
      await rest();
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual([]);
      expect(await tab.evaluate<number>(`document.querySelectorAll('dramatis-card').length`)).toBe(0);
    });

    it('has its card painted at most 50 ms after the delay', async () => {
      await open('wire.html');
      await hover('Goris');
      await openedCard(tab, SOON.timeout);
      const times: number[] = [];
      for (const name of ['Jermuk', 'Vardenis', 'Goris', 'Baku', 'Jermuk', 'Vardenis', 'Goris']) {
        await tab.press('Escape');
        await rest();
        await expect.poll(cards, SOON).toEqual([]);
        await pause(200);
        // Read anew: a card that was there may have scrolled nothing, but the page may have.
        names = await markedNames(tab);
        const box = boxOf(name);
        // Below the name or above it.
        const points = JSON.stringify([box.y + box.height + 16, box.y - 16].map((y) => [box.x + 14, y]));
        const painted = tab.evaluate<number>(`new Promise((resolve) => {
          let rest = performance.now();
          addEventListener('pointermove', () => { rest = performance.now(); }, true);
          const look = () => {
            if (!${points}.some(([x, y]) => document.elementFromPoint(x, y)?.localName === 'dramatis-card')) requestAnimationFrame(look);
            // The frame that was being made is on the screen when the next one is begun.
            else requestAnimationFrame(() => resolve(performance.now() - rest));
          };
          look();
        })`);
        await hover(name);
        times.push((await painted) - DELAY);
      }
      times.sort((a, b) => a - b);
      process.stdout.write(`${kind}: card painted ${times.map(Math.round).join(', ')} ms after the delay\n`);
      expect(times[Math.floor(times.length / 2)]).toBeLessThanOrEqual(BUDGET);
    });

    it('opens nothing over buttons and fields, in a selection, or for events that a page has made', async () => {
      await open('crowd.html');
      const at = await tab.evaluate<{ x: number; y: number }>(
        `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector('#button').getBoundingClientRect())`,
      );
      await tab.movePointer(at.x - 2, at.y);
      await tab.movePointer(at.x, at.y);
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual([]);
      const [from, to] = [boxOf('Albania'), boxOf('Austria')];
      await tab.drag({ x: from.x - 2, y: from.y + 8 }, { x: to.x + to.width - 6, y: to.y + 8 });
      await tab.movePointer(to.x + to.width - 9, to.y + 9);
      await pause(LONGER_THAN_DELAYS);
      expect(await tab.evaluate<string>('String(getSelection())')).toContain('Algeria');
      expect(await cards()).toEqual([]);
      await tab.evaluate('void getSelection().removeAllRanges()');
      const box = boxOf('Belgium');
      await tab.evaluate(`(async () => {
        for (const type of ['pointermove', 'mousemove', 'mouseover', 'click', 'pointermove'])
          document.elementFromPoint(${box.x + 9}, ${box.y + 9}).dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: type === 'click' ? 'touch' : 'mouse', clientX: ${box.x + 9}, clientY: ${box.y + 9} }));
        dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      })()`);
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual([]);
    });

    it('opens a card on a name in a link, and the link still works', async () => {
      await open('crowd.html');
      await hover('Emmanuel Macron');
      await openedCard(tab, SOON.timeout);
      const box = boxOf('Emmanuel Macron');
      await tab.click(box.x + 12, box.y + 9);
      await expect.poll(() => tab.evaluate<string>('location.hash'), SOON).toBe('#linked-to');
    });

    it('steps to a linked entry and back in the same card', async () => {
      await open('wire.html');
      await hover('Antony Blinken');
      await openedCard(tab, SOON.timeout);
      await tab.clickInCard('Mike Pompeo');
      await expect.poll(cards, SOON).toEqual(['Mike Pompeo']);
      expect((await openedCard(tab, SOON.timeout)).text).toContain('Former US Secretary of State');
      await tab.clickInCard('Back');
      await expect.poll(cards, SOON).toEqual(['Antony Blinken']);
    });
  });

  describe('by keyboard', () => {
    it('goes through ten names and back, each in view and announced', async () => {
      await open('wire.html');
      const inOrder = names.map(({ text }) => text);
      for (let at = 0; at < 10; at++) {
        await session.browser.command('next-name');
        await expect.poll(current, SOON).toBe(inOrder[at]);
        const seen = await tab.evaluate<boolean>(
          `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)([...CSS.highlights.get('dramatis-current')][0].getBoundingClientRect())`,
        );
        expect(seen).toBe(true);
        // No card unasked.
        expect(await cards()).toEqual([]);
      }
      await session.browser.command('previous-name');
      await expect.poll(current, SOON).toBe(inOrder[8]);
      await expect.poll(() => tab.statusText(), SOON).toMatch(new RegExp(`Name 9 of ${names.length}. Enter opens the card`));
      await tab.press('Escape');
      await expect.poll(current, SOON).toBe('');
    });

    /** Opens the card of the first name by keys alone; the focus is in the card then. */
    const openByKeys = async () => {
      await session.browser.command('next-name');
      await expect.poll(current, SOON).toBe('Albania');
      await tab.press('Enter');
      expect((await openedCard(tab, SOON.timeout)).name).toBe('Albania');
      await expect.poll(focused, SOON).toBe('dramatis-card');
    };
    const focused = () => tab.evaluate<string>('document.activeElement.localName');

    it('opens the card with Enter, goes into it, and Esc leads back to where one was', async () => {
      await open('crowd.html');
      await tab.evaluate(`(() => {
        document.querySelector('#link').focus();
        getSelection().selectAllChildren(document.querySelector('h1'));
      })()`);
      await openByKeys();
      expect((await openedCard(tab, SOON.timeout)).modal).toBe(false);
      await tab.press('Tab');
      expect(await focused()).toBe('dramatis-card');
      await tab.press('Escape');
      await expect.poll(cards, SOON).toEqual([]);
      expect(await tab.evaluate<string>('document.activeElement.id')).toBe('link');
      expect(await tab.evaluate<string>('String(getSelection())')).toBe('Who came to the conference');
      expect(await tab.evaluate<string>('location.hash')).toBe('');
      await session.browser.command('next-name');
      await expect.poll(current, SOON).toBe('Algeria');
    });

    it('WCAG 1.4.13, dismissible: Esc closes the card and moves neither page nor current name, and it does not come back by itself', async () => {
      await open('crowd.html');
      const scrolled = () => tab.evaluate<number>('scrollY');
      await openByKeys();
      const before = await scrolled();
      await tab.press('Escape');
      await expect.poll(cards, SOON).toEqual([]);
      expect(await current()).toBe('Albania');
      expect(await scrolled()).toBe(before);
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual([]);
      // Back in the page, the same key opens it once more.
      await tab.press('Enter');
      expect((await openedCard(tab, SOON.timeout)).name).toBe('Albania');
    });

    it('WCAG 1.4.13, hoverable: the pointer goes into a card that was opened by keys, over other names, and out of it', async () => {
      await open('crowd.html');
      await openByKeys();
      const box = await cardBox();
      if (!box) throw new Error('the card is not painted');
      const inside = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
      await tab.movePointer(...inside);
      await tab.movePointer(inside[0] + 3, inside[1] + 3);
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual(['Albania']);
      // Out over a name that the card does not cover, and there to rest.
      const beside = await tab.evaluate<{ x: number; y: number } | null>(
        `(${JSON.stringify(names.flatMap(({ boxes }) => boxes))}).map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
          .findLast(({ x, y }) => y > 0 && y < innerHeight && document.elementFromPoint(x, y)?.localName === 'p') ?? null`,
      );
      if (!beside) throw new Error('the card covers every name');
      await tab.movePointer(beside.x - 2, beside.y);
      await tab.movePointer(beside.x, beside.y);
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual(['Albania']);
      expect(await focused()).toBe('dramatis-card');
    });

    it('WCAG 1.4.13, persistent: no time closes a card that was opened by keys, and Tab goes through it', async () => {
      await open('crowd.html');
      await openByKeys();
      await pause(3 * LONGER_THAN_DELAYS);
      expect(await cards()).toEqual(['Albania']);
      for (let presses = 0; presses < 3; presses++) {
        await tab.press('Tab');
        expect(await focused()).toBe('dramatis-card');
      }
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual(['Albania']);
    });

    it('leaves Enter to the field in which one writes', async () => {
      await open('crowd.html');
      await session.browser.command('next-name');
      await expect.poll(current, SOON).toBe('Albania');
      await tab.evaluate(`void document.querySelector('#field').focus()`);
      await tab.press('Enter');
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual([]);
    });
  });

  describe('by touch', () => {
    it('opens a sheet at the bottom with a tap, and closes it with another', async () => {
      await open('wire.html');
      const box = boxOf('Goris');
      await tab.tap(box.x + 10, box.y + 8);
      await expect.poll(cards, SOON).toEqual(['Goris']);
      const sheet = await cardBox();
      expect(sheet?.left).toBeLessThanOrEqual(8);
      expect(sheet?.right).toBeGreaterThanOrEqual((sheet?.width ?? 0) - 9);
      expect(sheet?.bottom).toBeGreaterThanOrEqual((sheet?.height ?? 0) - 5);
      await tab.tap(30, 200);
      await expect.poll(cards, SOON).toEqual([]);
    });

    it('opens nothing with a swipe, and follows a link', async () => {
      await open('crowd.html');
      const box = boxOf('Belgium');
      await tab.swipe(box.x + 10, box.y + 8, 60);
      await pause(LONGER_THAN_DELAYS);
      expect(await cards()).toEqual([]);
      names = await markedNames(tab);
      const link = boxOf('Emmanuel Macron');
      await tab.tap(link.x + 10, link.y + 8);
      await expect.poll(() => tab.evaluate<string>('location.hash'), SOON).toBe('#linked-to');
      expect(await cards()).toEqual([]);
    });
  });

  describe('“Not this…”', () => {
    it('hides a name in the article, and undoes that', async () => {
      await open('wire.html');
      const before = await count('Pashinyan');
      expect(before).toBeGreaterThan(0);
      await hover('Pashinyan');
      await openedCard(tab, SOON.timeout);
      await tab.clickInCard('Not this…');
      await tab.clickInCard('Hide this name in this article');
      await expect.poll(() => count('Pashinyan'), SOON).toBe(0);
      expect(await count('Nikol Pashinyan')).toBe(0);
      expect(await count('Goris')).toBe(1);
      await tab.clickInCard('Undo');
      await expect.poll(() => count('Pashinyan'), SOON).toBe(before);
    });

    it('remembers it when the background was stopped', async () => {
      await open('wire.html');
      await hover('Goris');
      await openedCard(tab, SOON.timeout);
      await tab.clickInCard('Not this…');
      await tab.clickInCard('Hide this name in this article');
      await expect.poll(() => count('Goris'), SOON).toBe(0);
      await session.browser.stopBackground();
      await tab.activate();
      await tab.press('Escape');
      names = await markedNames(tab);
      await hover('Jermuk');
      expect((await openedCard(tab, SOON.timeout)).name).toBe('Jermuk');
      expect(await count('Goris')).toBe(0);
    });

    it('hides a name everywhere, on pages opened later too, and undoes that', async () => {
      await open('wire.html');
      await hover('Vardenis');
      await openedCard(tab, SOON.timeout);
      await tab.clickInCard('Not this…');
      await tab.clickInCard('Hide it everywhere');
      await expect.poll(() => count('Vardenis'), SOON).toBe(0);
      const other = await session.openMarked('wire.html');
      expect(other.names.map(({ text }) => text)).not.toContain('Vardenis');
      await other.tab.close();
      await tab.activate();
      await tab.clickInCard('Undo');
      await expect.poll(() => count('Vardenis'), SOON).toBe(1);
    });
  });

  describe('over what lies over pages', () => {
    const isPaintedBelow = (box: { x: number; y: number; height: number }) =>
      tab.evaluate<boolean>(`document.elementFromPoint(${box.x + 12}, ${box.y + box.height + 24})?.localName === 'dramatis-card'`);

    it('is seen over a modal dialog, in it, and goes back to the end of the page', async () => {
      await open('modal.html');
      await tab.clickControl('button', 'Open the story');
      await expect.poll(() => count('Emmanuel Macron'), SOON).toBe(1);
      names = await markedNames(tab);
      await hover('Emmanuel Macron');
      await expect.poll(() => isPaintedBelow(boxOf('Emmanuel Macron')), SOON).toBe(true);
      expect(await tab.evaluate<string>(`document.querySelector('dramatis-card').parentElement.localName`)).toBe('dialog');
      // Esc closes the card, and not the page's dialog.
      await tab.press('Escape');
      await expect.poll(() => isPaintedBelow(boxOf('Emmanuel Macron')), SOON).toBe(false);
      expect(await tab.evaluate<boolean>(`document.querySelector('dialog').open`)).toBe(true);
      expect(await tab.evaluate<string>(`document.documentElement.lastElementChild.localName`)).toBe('dramatis-card');
    });

    it('is seen in full screen', async () => {
      await open('modal.html');
      await tab.clickControl('button', 'Fill the screen');
      await expect.poll(() => tab.evaluate<boolean>('document.fullscreenElement !== null'), SOON).toBe(true);
      // The window goes on growing for a while: names are looked for when it has kept its size.
      let size = '';
      const kept = async () => {
        await pause(400);
        const before = size;
        size = await tab.evaluate<string>('[innerWidth, innerHeight].join()');
        return size === before;
      };
      await expect.poll(kept, SOON).toBe(true);
      names = await markedNames(tab);
      await hover('Nikol Pashinyan');
      names = await markedNames(tab);
      await expect.poll(() => isPaintedBelow(boxOf('Nikol Pashinyan')), SOON).toBe(true);
      expect(await cards()).toEqual(['Nikol Pashinyan']);
      await tab.evaluate('document.exitFullscreen().catch(() => undefined)');
      await tab.press('Escape');
      await expect.poll(() => tab.evaluate<string>(`document.documentElement.lastElementChild.localName`), SOON).toBe('dramatis-card');
    });
  });

  it.each([
    ['in a window half as wide and high', 500, 360],
    ['at 320 px', 320, 640],
  ])('has the whole card in view %s', async (_, width, height) => {
    await open('wire.html');
    await tab.resize(width, height);
    for (const name of ['Stanislav Zas', 'Azerbaijan', 'Ilham Aliyev']) {
      await tab.press('Escape');
      names = await markedNames(tab);
      await hover(name);
      await openedCard(tab, SOON.timeout);
      const box = await cardBox();
      expect(box?.left).toBeGreaterThanOrEqual(7);
      expect(box?.right).toBeLessThanOrEqual(width - 7);
      expect(box?.top).toBeGreaterThanOrEqual(7);
      expect(box?.bottom).toBeLessThanOrEqual(height - 7);
      expect(await tab.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
  });
});
