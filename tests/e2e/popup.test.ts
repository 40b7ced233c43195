import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, type Tab } from '#lib/commands/browsers.ts';
import { openPopup, type Popup } from './harness/popup.ts';
import { looksOf, openSession, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };
const EVERYWHERE = 'Show names on every page';
const HERE = 'Show names on 127.0.0.1';
const KINDS = {
  People: 'person',
  Organisations: 'organisation',
  'Peoples and nationalities': 'group',
  Places: 'place',
} as const;

describe.each(BROWSER_KINDS)('the popup, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let popup: Popup;
  let all: Record<string, number>;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    ({ tab } = await session.openMarked('wire.html'));
    all = await looksOf(tab);
    popup = await openPopup(session, tab);
  });
  afterAll(() => session?.close());
  afterEach(async () => {
    // Every test leaves every switch on.
    for (const label of await popup.labels()) expect(await popup.isOn(label), label).toBe(true);
    await expect.poll(() => looksOf(tab), SOON).toEqual(all);
  });

  it('tells how many names were found', async () => {
    const number = Object.values(all).reduce((sum, count) => sum + count, 0);
    await expect.poll(() => popup.status(), SOON).toBe(`${number} names found here`);
  });

  it('takes all marks away at once and brings them back', async () => {
    await popup.flip(EVERYWHERE);
    await expect.poll(() => looksOf(tab), SOON).toEqual({});
    await expect.poll(() => popup.status(), SOON).toBe('Names are switched off on every page');
    await popup.flip(EVERYWHERE);
    await expect.poll(() => looksOf(tab), SOON).toEqual(all);
  });

  it('switches one site off and leaves another on', async () => {
    const elsewhere = await session.openMarked('wire.html', 'localhost');
    await popup.tab.activate();
    await popup.flip(HERE);
    await expect.poll(() => looksOf(tab), SOON).toEqual({});
    expect(await looksOf(elsewhere.tab)).toEqual(all);
    await popup.flip(HERE);
    await expect.poll(() => looksOf(tab), SOON).toEqual(all);
    await elsewhere.tab.close();
  });

  it.each(Object.entries(KINDS))('switches %s off and leaves all others on', async (label, look) => {
    const { [look]: taken, ...others } = all;
    expect(taken).toBeGreaterThan(0);
    await popup.flip(label);
    await expect.poll(async () => (await looksOf(tab))[look], SOON).toBeUndefined();
    const left = await looksOf(tab);
    // A name only the article knows is of a kind too, and goes with it.
    for (const [other, count] of Object.entries(others)) if (other !== 'article') expect(left[other], other).toBe(count);
    await popup.flip(label);
  });

  it('tells how many names of each kind', async () => {
    await expect.poll(() => popup.rows(), SOON).toMatchObject({ People: String(all.person), Places: String(all.place) });
  });

  it('switches a site off for good by its button, and undoes that', async () => {
    await popup.tab.clickControl('button', 'Never on this site');
    await expect.poll(() => looksOf(tab), SOON).toEqual({});
    await expect.poll(() => popup.status(), SOON).toBe('Names are switched off on this site');
    await popup.tab.clickControl('button', 'Undo');
    await expect.poll(() => looksOf(tab), SOON).toEqual(all);
  });

  it('reads a page anyway where names are off, and stops', async () => {
    await popup.flip(EVERYWHERE);
    await expect.poll(() => looksOf(tab), SOON).toEqual({});
    await popup.tab.clickControl('button', 'Read this page anyway');
    await expect.poll(() => looksOf(tab), SOON).toEqual(all);
    await popup.tab.clickControl('button', 'Stop reading this page');
    await expect.poll(() => looksOf(tab), SOON).toEqual({});
    // The switch moves when the popup says so too: a click that was on its way would miss it.
    await expect.poll(() => popup.status(), SOON).toBe('Names are switched off on every page');
    await popup.flip(EVERYWHERE);
  });

  it.each([
    ['shop.html', 'No article was found on this page'],
    ['french.html', 'This page is not in English; only English is read so far'],
  ])('says why nothing is marked on %s, and reads it when asked', async (page, why) => {
    const other = await session.open(page);
    const its = await openPopup(session, other);
    await expect.poll(() => its.status(), SOON).toBe(why);
    await its.tab.clickControl('button', 'Read this page anyway');
    await expect.poll(() => its.status(), SOON).toMatch(/^(?:[1-9]\d* names? found here|No names were found here)$/);
    await its.tab.close();
    await other.close();
  });

  it('shows the commands with the keys that the browser gave them', async () => {
    const keys = () => popup.tab.evaluate<string>(`document.querySelector('details').textContent`);
    for (const letter of ['D', 'J', 'K', 'L']) expect(await keys()).toContain(`Alt+Shift+${letter}`);
    expect(await keys()).toContain('Add the selected name to your own entriesnot set');
  });

  it('keeps a page unmarked that is opened while names are off, and marks it when they are on again', async () => {
    await popup.flip(EVERYWHERE);
    await expect.poll(() => looksOf(tab), SOON).toEqual({});
    const later = await session.open('magazine.html');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await looksOf(later)).toEqual({});
    await popup.tab.activate();
    await popup.flip(EVERYWHERE);
    await later.activate();
    await expect.poll(async () => (await looksOf(later)).person ?? 0, SOON).toBeGreaterThan(3);
    await later.close();
  });
});
