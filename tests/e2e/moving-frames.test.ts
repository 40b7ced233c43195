import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, openedCard, serveFolder, type Tab } from '#lib/commands/browsers.ts';
import { MARKED_SOON } from './harness/moving.ts';
import { openPopup } from './harness/popup.ts';
import { openSession, type Session } from './harness/session.ts';

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
    const folder = await mkdtemp(path.join(os.tmpdir(), 'dramatis-frame-'));
    const html = await (await fetch(`http://127.0.0.1:${session.site.port}/wire.html`)).text();
    // The page cannot look into the frame, which tells it what is marked there and whether a card is open.
    const teller = `<script>setInterval(() => {
      const ranges = [...CSS.highlights].flatMap(([name, highlight]) => (name.startsWith('dramatis-') ? [...highlight] : []));
      const box = ranges.find((range) => String(range) === 'Goris')?.getClientRects()[0];
      parent.postMessage({ at: box && { x: box.left + 6, y: box.top + box.height / 2 }, card: document.querySelector('dramatis-card') !== null }, '*');
    }, 100)</script>`;
    await writeFile(path.join(folder, 'told.html'), html.replace('</body>', `${teller}</body>`));
    const other = await serveFolder(folder);
    try {
      const tab = await session.open('shop.html');
      await tab.evaluate(`void addEventListener('message', ({ data }) => { globalThis.told = data; })`);
      await tab.evaluate(frame(`src: 'http://localhost:${other.port}/told.html'`));
      const told = () => tab.evaluate<{ at?: { x: number; y: number }; card: boolean } | null>('globalThis.told');
      await expect.poll(async () => (await told())?.at, MARKED_SOON).toBeTruthy();
      // Firefox's driver sends no pointer into a frame of another process.
      if (kind === 'firefox') return;
      const outer = await tab.evaluate<{ left: number; top: number }>(
        `(({ left, top }) => ({ left, top }))(document.getElementById('frame').getBoundingClientRect())`,
      );
      const { x = 0, y = 0 } = (await told())?.at ?? {};
      await tab.activate();
      await tab.movePointer(outer.left + x - 3, outer.top + y);
      await tab.movePointer(outer.left + x, outer.top + y);
      await expect.poll(async () => (await told())?.card, MARKED_SOON).toBe(true);
      await tab.close();
    } finally {
      await other.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
