import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, eventually, type Frame, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { MARKED_SOON } from './harness/moving.ts';
import { openPopup, type Popup } from './harness/popup.ts';
import { openSession, pause, type Session } from './harness/session.ts';

/** Puts a frame into the page, above all else: three of them are seen at once. */
const frame = (source: string) => `void document.body.prepend(Object.assign(document.createElement('iframe'), {
  width: 900, height: 220, ${source}
}))`;
/** Brings a marked name into view and tells where it stands in the viewport. */
const placeOf = (name: string) => `(() => {
  const ranges = [...CSS.highlights].flatMap(([look, highlight]) => (look.startsWith('dramatis-') ? [...highlight] : []));
  const range = ranges.find((range) => String(range) === ${JSON.stringify(name)});
  if (!range) return null;
  scrollBy({ top: range.getBoundingClientRect().top - 60, behavior: 'instant' });
  const box = range.getClientRects()[0];
  return { x: box.left + 6, y: box.top + box.height / 2 };
})()`;
const MARKS = `[...CSS.highlights].filter(([name]) => name.startsWith('dramatis-')).length`;
/** Milliseconds in which nobody reads a card and presses a key. */
const A_MOMENT = 500;
const HOSTS = `document.querySelectorAll('dramatis-card').length`;

describe.each(BROWSER_KINDS)('articles in frames, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind, { policy: "default-src 'self' 'unsafe-inline'; frame-src * chrome-extension: moz-extension:" });
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  /** The frame of a page whose address ends so, once it is there. */
  const frameAt = async (tab: Tab, end: string): Promise<Frame> => {
    const find = async () => {
      for (const frame of await tab.frames()) if ((await frame.address()).endsWith(end)) return frame;
      return null;
    };
    return eventually(`a frame at ${end}`, find);
  };
  const hoverInFrame = async (tab: Tab, frame: Frame, name: string) => {
    await expect.poll(() => frame.evaluate(placeOf(name)), MARKED_SOON).not.toBeNull();
    const { x, y } = await frame.evaluate<{ x: number; y: number }>(placeOf(name));
    await tab.activate();
    await frame.movePointer(x - 3, y);
    await frame.movePointer(x, y);
  };
  const names = async (tab: Tab) => (await tab.openCards()).map(({ name }) => name);
  /** A page without an article around frames of this site, or of another. */
  let pages = 0;
  const framing = async (...sources: string[]) => {
    // Each at an address of its own: the popup's tab is told by it.
    const tab = await session.open(`shop.html?${++pages}`);
    for (const source of sources) await tab.evaluate(frame(`src: ${JSON.stringify(source)}`));
    return tab;
  };
  /** Presses a button of the popup once it is there. */
  const press = (popup: Popup, label: string) =>
    eventually(`the popup has "${label}"`, () =>
      popup.tab.evaluate<true | null>(
        `(() => { const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === ${JSON.stringify(label)}); button?.click(); return button ? true : null; })()`,
      ),
    );
  const elsewhere = (page: string) => `http://localhost:${session.site.port}/${page}`;

  it('one in a frame of the same site is marked; its card opens in the frame; the popup tells of it', async () => {
    const tab = await framing('/wire.html');
    const inner = await frameAt(tab, '/wire.html');
    await hoverInFrame(tab, inner, 'Goris');
    expect((await openedCard(tab, 10_000)).name).toBe('Goris');
    expect([await tab.evaluate(HOSTS), await inner.evaluate(HOSTS)]).toEqual([0, 1]);
    const popup = await openPopup(session, tab);
    await expect.poll(() => popup.status(), MARKED_SOON).toMatch(/names found/);
    await popup.tab.close();
    await tab.close();
  });

  it('one that a page writes into a frame (srcdoc) is marked', async () => {
    const tab = await session.open('shop.html');
    const html = await (await fetch(`http://127.0.0.1:${session.site.port}/wire.html`)).text();
    await tab.evaluate(frame(`srcdoc: ${JSON.stringify(html)}`));
    await hoverInFrame(tab, await frameAt(tab, 'about:srcdoc'), 'Goris');
    expect((await openedCard(tab, 10_000)).name).toBe('Goris');
    await tab.close();
  });

  it('one in a frame of another site is marked, and its card opens', async () => {
    const tab = await framing(elsewhere('wire.html'));
    const inner = await frameAt(tab, '/wire.html');
    await hoverInFrame(tab, inner, 'Goris');
    await expect.poll(() => inner.evaluate(HOSTS), MARKED_SOON).toBe(1);
    expect(await names(tab)).toEqual(['Goris']);
    // In a frame of a few lines the card stands at the name's side, not on it.
    await inner.movePointer(2, 200);
    await expect.poll(() => names(tab), MARKED_SOON).toEqual([]);
    await tab.evaluate(`void (document.querySelector('iframe').height = 110)`);
    await inner.evaluate(`void (document.querySelector('article').style.margin = 0)`);
    await hoverInFrame(tab, inner, 'Jermuk');
    await expect.poll(() => names(tab), MARKED_SOON).toEqual(['Jermuk']);
    const { x, y } = await inner.evaluate<{ x: number; y: number }>(placeOf('Jermuk'));
    expect(await inner.evaluate<string>(`document.elementFromPoint(${x}, ${y}).localName`)).not.toBe('dramatis-card');
    await tab.close();
  });

  it('one that is shown only later is marked then', async () => {
    const later = await session.open(`shop.html?${++pages}`);
    for (const source of ['/wire.html', elsewhere('blog.html')])
      await later.evaluate(frame(`src: ${JSON.stringify(source)}, style: 'display: none'`));
    const frames = [await frameAt(later, '/wire.html'), await frameAt(later, '/blog.html')];
    for (const hidden of frames) await expect.poll(() => hidden.evaluate<string>('document.readyState'), MARKED_SOON).toBe('complete');
    await pause(A_MOMENT);
    await later.evaluate(`void document.querySelectorAll('iframe').forEach(({ style }) => { style.display = ''; })`);
    for (const shown of frames) await expect.poll(() => shown.evaluate(MARKS), MARKED_SOON).not.toBe(0);
    await later.close();
  });

  it('one card is open at a time, whichever frame it is in', async () => {
    const tab = await framing('/wire.html', '/magazine.html', elsewhere('blog.html'));
    const [wire, magazine, blog] = [
      await frameAt(tab, '/wire.html'),
      await frameAt(tab, '/magazine.html'),
      await frameAt(tab, '/blog.html'),
    ];
    for (const [inside, name] of [
      [wire, 'Goris'],
      [magazine, 'Nakhchivan'],
      [blog, 'Tbilisi'],
      [wire, 'Jermuk'],
    ] as const) {
      // A hand that finds no card moves again: on a busy machine the page may have scrolled only now.
      const hovered = async () => {
        await hoverInFrame(tab, inside, name);
        await pause(A_MOMENT * 2);
        return names(tab);
      };
      await expect.poll(hovered, MARKED_SOON).toEqual([name]);
    }
    await tab.close();
  });

  it('Esc closes a card, whichever frame it is in and whichever has the focus', async () => {
    const tab = await framing('/wire.html', elsewhere('blog.html'));
    const [wire, blog] = [await frameAt(tab, '/wire.html'), await frameAt(tab, '/blog.html')];
    const gone = () => expect.poll(() => names(tab), MARKED_SOON).toEqual([]);
    // The page around has no reader, and the focus.
    for (const [frame, name] of [
      [wire, 'Goris'],
      [blog, 'Tbilisi'],
    ] as const) {
      await hoverInFrame(tab, frame, name);
      await expect.poll(() => names(tab), MARKED_SOON).toEqual([name]);
      await pause(A_MOMENT);
      await tab.press('Escape');
      await gone();
    }
    await tab.close();
    const article = await session.open('wire.html');
    await article.evaluate(frame(`src: '/shop.html'`));
    await frameAt(article, '/shop.html');
    const clicked = async () => {
      await article.click(450, 120);
      return article.evaluate<string>('document.activeElement.localName');
    };
    await expect.poll(clicked, MARKED_SOON).toBe('iframe');
    const { x, y } = await eventually('a name is marked', () => article.evaluate<{ x: number; y: number } | null>(placeOf('Goris')));
    await article.movePointer(x - 3, y);
    await article.movePointer(x, y);
    await expect.poll(() => names(article), MARKED_SOON).toEqual(['Goris']);
    await pause(A_MOMENT);
    await article.press('Escape');
    await expect.poll(() => names(article), MARKED_SOON).toEqual([]);
    await article.close();
  });

  it('one is read anyway when names are off on the site around it, and no longer', async () => {
    const tab = await framing(elsewhere('wire.html'));
    const inner = await frameAt(tab, '/wire.html');
    await expect.poll(() => inner.evaluate(MARKS), MARKED_SOON).not.toBe(0);
    const popup = await openPopup(session, tab);
    await expect.poll(() => popup.status(), MARKED_SOON).toMatch(/names found/);
    await press(popup, 'Never on this site');
    await expect.poll(() => popup.status(), MARKED_SOON).toBe('Names are switched off on this site');
    await expect.poll(() => inner.evaluate(MARKS), MARKED_SOON).toBe(0);
    await press(popup, 'Read this page anyway');
    await expect.poll(() => inner.evaluate(MARKS), MARKED_SOON).not.toBe(0);
    await expect.poll(() => popup.status(), MARKED_SOON).toMatch(/names found/);
    await press(popup, 'Stop reading this page');
    await expect.poll(() => inner.evaluate(MARKS), MARKED_SOON).toBe(0);
    // A page that never had a reader is read in its frame too.
    const again = await framing(elsewhere('magazine.html'));
    const late = await frameAt(again, '/magazine.html');
    await expect.poll(() => late.evaluate<string>('document.readyState'), MARKED_SOON).toBe('complete');
    const other = await openPopup(session, again);
    await press(other, 'Read this page anyway');
    await expect.poll(() => late.evaluate(MARKS), MARKED_SOON).not.toBe(0);
    for (const one of [popup.tab, other.tab, tab, again]) await one.close();
  });

  it('none of the extension’s own pages lets itself be framed by a page, or opened from it', async () => {
    const { browser } = session;
    const own = async () => (await browser.addresses()).filter((address) => address.startsWith(browser.pageAddress('')));
    const before = await own();
    const files = ['options.html', 'popup.html', 'sidepanel.html', 'welcome.html', 'support.html', 'privacy.html'];
    const tab = await framing(...files.map((file) => browser.pageAddress(file)));
    await pause(1_500);
    const frames = await tab.frames();
    expect(frames).toHaveLength(files.length);
    for (const frame of frames) {
      expect(await frame.address()).not.toContain(browser.pageAddress(''));
      expect(await frame.evaluate<string>(`document.body?.innerText ?? ''`)).not.toContain('Dramatis');
    }
    await tab.evaluate(
      `void document.body.prepend(Object.assign(document.createElement('a'), { href: ${JSON.stringify(browser.pageAddress('options.html'))}, textContent: 'Options' }))`,
    );
    await tab.clickControl('link', 'Options');
    await pause(1_000);
    expect(await own()).toEqual(before);
    await tab.close();
  });
});
