import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, openedCard, settledNames, type Tab } from '#lib/commands/browsers.ts';
import { packed, packOf, packText } from '../unit/support/packs.ts';
import { type Options, openOptions, optionsIn } from './harness/options.ts';
import { servePack } from './harness/pack-server.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

const SOON = { timeout: 8_000 };

describe.each(BROWSER_KINDS)('names of the reader’s own, %s', (kind) => {
  let session: Session;
  let tab: Tab;
  let options: Options;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
    ({ tab } = await session.openMarked('wire.html'));
    options = await openOptions(session);
  });
  afterAll(() => session?.close());

  const card = async (name: string, on = tab) => {
    await on.activate();
    await on.press('Escape');
    await on.movePointer(1, 1);
    await expect.poll(() => on.openCards(), SOON).toEqual([]);
    await hoverName(on, numberOf(await settledNames(on, 5_000), name));
    const opened = await openedCard(on, 5_000);
    await on.press('Escape');
    return opened;
  };

  const summary = (way: string) => `Village of my grandmother, written by ${way}`;
  it.each(['the menu', 'the keys'] as const)(
    'an own entry goes from a selection by %s to a card, on a page that stays open',
    async (way) => {
      const { tab: page, names } = await session.openMarked('treaty.html');
      await page.evaluate(`globalThis.neverReloaded = true`);
      const box = names[numberOf(names, 'Halvernoss')]?.boxes[0];
      if (!box) throw new Error('the name has no box');
      const y = box.y + box.height / 2;
      await page.drag({ x: box.x + 1, y }, { x: box.x + box.width - 1, y });
      await expect.poll(() => page.evaluate<string>('getSelection().toString()'), SOON).toBe('Halvernoss');
      if (way === 'the menu') await session.browser.chooseInSelectionMenu(page, { x: box.x + box.width / 2, y });
      else {
        // No keys come with it: the reader gives it some. Chromium has no call for that and needs none here.
        if (kind === 'firefox')
          await options.tab.evaluate(`browser.commands.update({ name: 'add-name', shortcut: 'Alt+Shift+Y' }).then(() => true)`);
        await page.activate();
        await session.browser.command('add-name', 'Y');
      }
      const form = optionsIn(await session.browser.openedTab('options.html?name=Halvernoss#own'));
      await form.fill('Who or what it is (one or two sentences)', summary(way));
      await form.pick('Kind', 'place');
      await form.click('button', 'Save');
      await expect.poll(() => form.group('own'), SOON).toContain('1 entry');
      await form.tab.close();
      await page.activate();
      // What is selected opens no card.
      await page.click(1, 1);
      await expect.poll(async () => (await card('Halvernoss', page)).text, { timeout: 15_000 }).toContain(summary(way));
      expect(await page.evaluate<boolean>('globalThis.neverReloaded === true')).toBe(true);
      await options.click('button', 'Remove Halvernoss');
      await expect.poll(async () => (await card('Halvernoss', page)).text, { timeout: 15_000 }).not.toContain(summary(way));
      await page.close();
    },
  );

  it('is written on the options page', async () => {
    await options.click('button', 'Add an entry');
    await options.fill('Name', 'Goris');
    await options.fill('Who or what it is (one or two sentences)', 'Town where my grandmother was born.');
    await options.pick('Kind', 'place');
    await options.click('button', 'Save');
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('Town where my grandmother was born');
  });

  it('is changed, and found by its other names', async () => {
    await options.click('button', 'Edit Goris');
    await options.fill('Other names, one a line', 'Jermuk\nVardenis');
    await options.click('button', 'Save');
    await expect.poll(async () => (await card('Jermuk')).name, { timeout: 15_000 }).toBe('Goris');
  });

  it('is deleted, and comes back by undo', async () => {
    await options.click('button', 'Remove Goris');
    await expect.poll(async () => (await card('Jermuk')).name, { timeout: 15_000 }).toBe('Jermuk');
    await options.click('button', 'Undo');
    await expect.poll(async () => (await card('Jermuk')).name, { timeout: 15_000 }).toBe('Goris');
  });

  it('is switched off and on as a whole', async () => {
    await options.click('switch', 'Use your own entries');
    await expect.poll(async () => (await card('Jermuk')).name, { timeout: 15_000 }).toBe('Jermuk');
    await options.click('switch', 'Use your own entries');
    await expect.poll(async () => (await card('Jermuk')).name, { timeout: 15_000 }).toBe('Goris');
  });

  it('becomes another name of a bundled entry', async () => {
    await options.click('button', 'Make Goris another name of another entry');
    await options.fill('Find the entry by its name', 'Yerevan');
    await options.click('button', 'This one: Yerevan');
    await expect.poll(async () => (await card('Goris')).name, { timeout: 15_000 }).toBe('Yerevan');
    for (const name of ['Goris', 'Jermuk', 'Vardenis']) {
      await options.click('button', `Remove ${name}`);
      await expect.poll(options.done, SOON).toContain(`“${name}” is removed.`);
    }
    await expect.poll(async () => (await card('Goris')).name, { timeout: 15_000 }).toBe('Goris');
  });

  it('packs come by file and by drag, are ordered, switched and removed', async () => {
    const pack = (id: string) => packText(packOf([packed('p', 'Goris', { summary: `Goris of pack ${id}.` })], { id, name: `Pack ${id}` }));
    await options.giveFile('Add a pack from a file…', 'one.json', pack('one'));
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('Goris of pack one');
    await options.dropFile('two.json', pack('two'));
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('Goris of pack two');
    await options.click('button', 'Move Pack one up');
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('Goris of pack one');
    await options.click('switch', 'Pack one');
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('Goris of pack two');
    await options.click('button', 'Remove Pack two');
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).not.toContain('of pack');
    await options.click('button', 'Remove Pack one');
  });

  it('a pack is there at once when the background was stopped, and one with the same id and version takes its place', async () => {
    const pack = (summary: string) => packText(packOf([packed('p', 'Goris', { summary })], { id: 'kept', name: 'Kept' }));
    await options.giveFile('Add a pack from a file…', 'kept.json', pack('Goris as it was kept.'));
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('as it was kept');
    await session.browser.stopBackground();
    await tab.navigate(await tab.address());
    expect((await card('Goris')).text).toContain('as it was kept');
    await session.browser.stopBackground();
    await options.tab.activate();
    await options.giveFile('Add a pack from a file…', 'kept.json', pack('Goris as it is now.'));
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('as it is now');
    await options.click('button', 'Remove Kept');
    await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).not.toContain('as it is now');
  });

  it('a wrong pack is refused with line and reason, and nothing changes', async () => {
    await options.giveFile('Add a pack from a file…', 'bad.json', packText(packOf([packed('p', 'Goris', { summary: 'see <b>here</b>' })])));
    await expect
      .poll(() => options.group('packs'), SOON)
      .toMatch(/nothing has changed[\s\S]*Line 8:[\s\S]*entries\.0\.summary[\s\S]*without markup/);
    expect(await options.group('packs')).not.toContain('Test pack');
  });

  it('a pack is subscribed to, renewed, and its last good version kept', async () => {
    const version = (summary: string) => packText(packOf([packed('p', 'Goris', { summary })], { id: 'served', name: 'Served' }));
    const server = await servePack(version('Goris, first edition.'));
    await options.tab.navigate(session.browser.pageAddress('options.html'));
    try {
      const subscribe = async () => {
        await options.fill('Subscribe to a pack by its address', server.address);
        await options.click('button', 'Subscribe');
      };
      for (const [behaviour, says] of [
        ['missing', 'answered, but with no pack'],
        ['wrong-type', 'neither JSON nor plain text'],
        ['huge', 'larger than a pack may be'],
        ['to-http', /did not answer|without https/],
        ['slow', 'longer than ten seconds'],
      ] as const) {
        server.behave(behaviour);
        await subscribe();
        await expect.poll(() => options.group('packs'), { timeout: 15_000 }).toMatch(says);
      }
      expect(await options.group('packs')).not.toContain('Served');
      server.behave('good');
      await subscribe();
      await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('first edition');
      expect(await options.group('packs')).toContain('checked on');

      const renew = () => options.click('button', 'Check Served for a newer version now');
      const answered = server.requests.length;
      await renew();
      await expect.poll(() => server.requests.at(-1)?.status, SOON).toBe(304);
      expect(server.requests.length).toBe(answered + 1);
      server.behave('good', version('Goris, second edition.'));
      await renew();
      await expect.poll(async () => (await card('Goris')).text, { timeout: 15_000 }).toContain('second edition');
      server.behave('good', '{"format": "dramatis-pack/1"}');
      await renew();
      await expect.poll(() => options.group('packs'), SOON).toMatch(/last good version is kept.*is missing/);
      expect((await card('Goris')).text).toContain('second edition');
      expect(server.requests.every(({ cookie, referer }) => cookie === null && referer === null)).toBe(true);
      expect(session.outside.asked).toEqual([]);
      // What is on the shelf is not asked again before a day is over.
      const before = server.requests.length;
      await session.browser.stopBackground();
      await (await session.openMarked('magazine.html')).tab.close();
      expect(server.requests.length).toBe(before);
    } finally {
      await server.close();
    }
  });

  it('an address without https is not asked', async () => {
    await options.fill('Subscribe to a pack by its address', 'http://packs.example/pack.json');
    await options.click('button', 'Subscribe');
    await expect.poll(() => options.group('packs'), SOON).toContain('The address must begin with https.');
    expect(session.outside.asked).toEqual([]);
  });
});
