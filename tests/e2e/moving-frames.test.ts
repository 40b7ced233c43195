import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { MARKED_SOON } from './harness/moving.ts';
import { openPopup } from './harness/popup.ts';
import { openSession, pause, type Session } from './harness/session.ts';

/** Puts a frame of some height into the page, above all else. */
const frame = (source: string) => `void document.body.prepend(Object.assign(document.createElement('iframe'), {
  id: 'frame', width: 900, height: 560, ${source}
}))`;
/** Where a name stands that is marked in a frame which the page may read. */
const nameInFrame = (name: string) => `(() => {
  const { contentWindow } = document.getElementById('frame');
  const ranges = [...(contentWindow?.CSS.highlights ?? [])].flatMap(([name, highlight]) => (name.startsWith('dramatis-') ? [...highlight] : []));
  const box = ranges.find((range) => String(range) === ${JSON.stringify(name)})?.getClientRects()[0];
  const outer = document.getElementById('frame').getBoundingClientRect();
  return box ? { x: outer.left + box.left + 6, y: outer.top + box.top + box.height / 2 } : null;
})()`;

describe.each(BROWSER_KINDS)('articles in frames, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind, { policy: "default-src 'self' 'unsafe-inline'; frame-src *" });
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  const hoverInFrame = async (tab: Tab, name: string) => {
    await expect.poll(() => tab.evaluate(nameInFrame(name)), MARKED_SOON).not.toBeNull();
    const spot = await tab.evaluate<{ x: number; y: number }>(nameInFrame(name));
    await tab.activate();
    await tab.movePointer(spot.x - 3, spot.y);
    await tab.movePointer(spot.x, spot.y);
  };

  it('one in a frame of the same site is marked; its card opens in the frame; the popup tells of it', async () => {
    const tab = await session.open('shop.html');
    await tab.evaluate(frame(`src: '/wire.html'`));
    await hoverInFrame(tab, 'Goris');
    expect((await openedCard(tab, 10_000)).name).toBe('Goris');
    expect(
      await tab.evaluate(
        `document.querySelector('dramatis-card') === null && document.getElementById('frame').contentDocument.querySelector('dramatis-card') !== null`,
      ),
    ).toBe(true);
    const popup = await openPopup(session, tab);
    await expect.poll(() => popup.status(), MARKED_SOON).toMatch(/names found/);
    await popup.tab.close();
    await tab.close();
  });

  it('one that a page writes into a frame (srcdoc) is marked', async () => {
    const tab = await session.open('shop.html');
    const html = await (await fetch(`http://127.0.0.1:${session.site.port}/wire.html`)).text();
    await tab.evaluate(frame(`srcdoc: ${JSON.stringify(html)}`));
    await hoverInFrame(tab, 'Goris');
    expect((await openedCard(tab, 10_000)).name).toBe('Goris');
    await tab.close();
  });

  it('one in a frame of another site is marked, and its card opens', async () => {
    const tab = await session.open('shop.html');
    await tab.evaluate(frame(`src: 'http://localhost:${session.site.port}/wire.html'`));
    // The page cannot look into it: a pointer goes over its lines until a card opens.
    await tab.activate();
    await pause(2500);
    const box = await tab.evaluate<{ left: number; top: number }>(
      `(({ left, top }) => ({ left, top }))(document.getElementById('frame').getBoundingClientRect())`,
    );
    let found = 0;
    for (let y = 60; y < 540 && found === 0; y += 14)
      for (let x = 30; x < 860 && found === 0; x += 45) {
        await tab.movePointer(box.left + x, box.top + y);
        await pause(30);
        if (x % 225 === 30) await pause(450);
        found = (await tab.openCards()).length;
      }
    expect(found).toBe(1);
    await tab.close();
  });

  it('of the page and a frame in it one has a card open at a time', async () => {
    const tab = await session.open('magazine.html');
    await tab.evaluate(frame(`src: '/wire.html'`));
    await session.browser.command('next-name');
    await expect.poll(async () => (await tab.statusText()).length, MARKED_SOON).toBeGreaterThan(0);
    await tab.press('Enter');
    expect((await openedCard(tab, 10_000)).name).not.toBe('');
    await hoverInFrame(tab, 'Goris');
    await expect.poll(async () => (await tab.openCards()).map(({ name }) => name), MARKED_SOON).toEqual(['Goris']);
    await tab.close();
  });
});
