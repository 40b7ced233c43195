import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BROWSER_KINDS, markedNames, type Tab } from '#lib/commands/browsers.ts';
import { openBeside } from './harness/popup.ts';
import { openSession, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };
const OUTPUT = fileURLToPath(new URL('../../.output/', import.meta.url));

/** The names under each heading, and how often each is named. */
const LISTED = `Object.fromEntries([...document.querySelectorAll('section')].map((section) => [
  section.querySelector('h2').firstChild.data.trim(),
  [...section.querySelectorAll('li .name')].map((name) => name.textContent),
]))`;
const STATUS = `document.querySelector('[role=status]').innerText`;
/** Where the names with this text are on the page, in the viewport. */
const inView = (
  text: string,
) => `[...CSS.highlights].filter(([name]) => name === 'dramatis-current').flatMap(([, highlight]) => [...highlight])
  .filter((range) => String(range) === ${JSON.stringify(text)})
  .some((range) => { const box = range.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })`;

describe.each(BROWSER_KINDS)('the panel, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let panel: Tab;
  const listed = () => panel.evaluate<Record<string, string[]>>(LISTED);
  const press = async (name: string) => {
    await panel.evaluate(
      `[...document.querySelectorAll('button')].find((button) => (button.ariaLabel ?? button.innerText) === ${JSON.stringify(name)})?.scrollIntoView({ block: 'center' })`,
    );
    await panel.clickControl('button', name);
  };
  const type = (text: string) =>
    panel.evaluate(
      `(() => { const box = document.querySelector('input'); box.value = ${JSON.stringify(text)}; box.dispatchEvent(new Event('input', { bubbles: true })); })()`,
    );

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    ({ tab } = await session.openMarked('wire.html'));
    panel = await openBeside(session, tab, 'sidepanel.html');
    await vi.waitFor(async () => {
      if ((await panel.evaluate<number>(`document.querySelectorAll('section').length`)) < 4) throw new Error('nothing is listed');
    }, SOON);
  });
  afterAll(() => session?.close());

  it('lists who and what the article names by kind, once each, with the first line of the card', async () => {
    const names = await listed();
    expect(names.People).toContain('Nikol Pashinyan');
    expect(names.Places?.slice(0, 2)).toEqual(expect.arrayContaining(['Armenia']));
    expect(new Set(names.People).size).toBe(names.People?.length);
    const text = await panel.evaluate<string>(`document.body.innerText`);
    expect(text).toContain('Prime Minister of Armenia, since May 2018');
  });

  it('shows the places on one map that says what it shows', async () => {
    await expect
      .poll(() => panel.evaluate<string | null>(`document.querySelector('svg[role=img]')?.getAttribute('aria-label')`), SOON)
      .toMatch(/^Map: .*Armenia.*Yerevan/);
  });

  it('shows where most places lie together first, and all of them when asked', async () => {
    const described = () => panel.evaluate<string>(`document.querySelector('svg[role=img]').getAttribute('aria-label')`);
    const wide = await panel.evaluate<string>(
      `[...document.querySelectorAll('button')].find(({ innerText }) => /^Show \\d+ more place/.test(innerText)).innerText`,
    );
    expect(await described()).not.toContain('Paris');
    await press(wide);
    await expect.poll(described, SOON).toContain('Paris');
    await press('Only where most places are');
    await expect.poll(described, SOON).not.toContain('Paris');
  });

  it('tells the dates around the article, the article among them', async () => {
    const dates = await panel.evaluate<string[]>(`[...document.querySelectorAll('.dates time')].map((time) => time.dateTime)`);
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toContain('2022-09-14');
    expect([...dates].sort()).toEqual(dates);
  });

  it('filters by name or first line, accents apart', async () => {
    await type('cavusoglu');
    await expect.poll(async () => Object.values(await listed()).flat(), SOON).toEqual(['Mevlüt Çavuşoğlu']);
    await type('nobody at all');
    await expect.poll(() => panel.evaluate<string>(`document.body.innerText`), SOON).toContain('No name fits.');
    await type('');
    await expect.poll(async () => Object.keys(await listed()).length, SOON).toBeGreaterThan(3);
  });

  it('leads to each mention in turn, and back to where the reader was', async () => {
    await tab.evaluate(`scrollTo({ top: 0, behavior: 'instant' })`);
    const before = (await markedNames(tab)).length;
    await panel.activate();
    await press('Jeyhun Bayramov');
    await expect.poll(() => panel.evaluate<string>(STATUS), SOON).toMatch(/^Jeyhun Bayramov: mention 1 of \d/);
    await expect.poll(() => tab.evaluate<boolean>(inView('Jeyhun Bayramov')), SOON).toBe(true);
    await press('Next mention of Nikol Pashinyan');
    await expect.poll(() => panel.evaluate<string>(STATUS), SOON).toMatch(/^Nikol Pashinyan: mention 1 of \d/);
    await press('Next mention of Nikol Pashinyan');
    await expect.poll(() => panel.evaluate<string>(STATUS), SOON).toMatch(/^Nikol Pashinyan: mention 2 of \d/);
    await press('Back to where you were');
    await expect.poll(() => tab.evaluate<number>(`scrollY`), SOON).toBe(0);
    expect((await markedNames(tab)).length).toBe(before);
  });

  it('copies the list as Markdown and saves it as CSV', async () => {
    await panel.evaluate(
      `(() => { globalThis.saved = []; navigator.clipboard.writeText = async (text) => { saved.push(text); };
        HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
        const known = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return known.call(URL, blob); }; })()`,
    );
    await expect.poll(async () => ((await listed()).People ?? []).length, SOON).toBeGreaterThan(3);
    await press('Copy as Markdown');
    await expect.poll(() => panel.evaluate<string>(STATUS), SOON).toBe('Copied.');
    const markdown = () => panel.evaluate<string>(`saved.find((text) => text.startsWith('# ')) ?? ''`);
    await expect.poll(markdown, SOON).toMatch(/^# Armenia says 49 soldiers/);
    await expect.poll(markdown, SOON).toContain('## People');
    await press('Save as CSV');
    await expect.poll(() => panel.evaluate<string[]>('saved'), SOON).toContain('Armenia-says-49-soldiers-killed-in-border-fighting.csv');
    // The file's text is read after its name is known.
    const csv = () => panel.evaluate<string>(`saved.find((text) => text.includes('"kind"')) ?? ''`);
    await expect.poll(csv, SOON).toContain('"person","Nikol Pashinyan","Prime Minister of Armenia');
  });

  it('follows the page: another article, or none, and says why there is nothing', async () => {
    await tab.navigate(`http://127.0.0.1:${session.site.port}/shop.html`);
    await expect.poll(() => panel.evaluate<string>(STATUS), SOON).toBe('No article was found on this page');
    expect(await panel.evaluate<number>(`document.querySelectorAll('section').length`)).toBe(0);
    await tab.navigate(`http://127.0.0.1:${session.site.port}/blog.html`);
    await expect.poll(() => panel.evaluate<number>(`document.querySelectorAll('section').length`), SOON).toBeGreaterThan(0);
    expect(JSON.stringify(await listed())).not.toContain('Pashinyan');
  });

  it('follows what is marked: a kind that is switched off goes from the list, with the reader’s place in it kept', async () => {
    await tab.navigate(`http://127.0.0.1:${session.site.port}/wire.html`);
    await expect.poll(async () => (await listed()).People ?? [], SOON).toContain('Nikol Pashinyan');
    await press('Nikol Pashinyan');
    const place = () => panel.evaluate<number>(`document.querySelectorAll('li[aria-current]').length`);
    await expect.poll(place, SOON).toBe(1);
    const set = (settings: string) =>
      panel.evaluate(`(globalThis.browser ?? chrome).storage.sync.set({ settings: ${settings} }).then(() => true)`);
    await set('{ kinds: { organisation: false } }');
    await expect.poll(async () => Object.keys(await listed()), SOON).not.toContain('Organisations');
    expect(await place()).toBe(1);
    await set('{}');
    await expect.poll(async () => Object.keys(await listed()), SOON).toContain('Organisations');
  });

  it('lists again when the background was stopped', async () => {
    await session.browser.stopBackground();
    await tab.navigate(`http://127.0.0.1:${session.site.port}/wire.html`);
    await expect.poll(async () => (await listed()).People ?? [], SOON).toContain('Nikol Pashinyan');
  });

  it('is where the browser looks for it', () => {
    const manifest = JSON.parse(
      readFileSync(path.join(OUTPUT, `${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`, 'manifest.json'), 'utf8'),
    );
    expect(kind === 'chromium' ? manifest.side_panel.default_path : manifest.sidebar_action.default_panel).toBe('sidepanel.html');
  });
});
