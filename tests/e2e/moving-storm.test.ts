import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, findBrowser, hoverName, launchBrowser, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { MARKED_SOON, markedTexts } from './harness/moving.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

/** Changes the page ten thousand times a second for some seconds; gives the milliseconds that each hundred of them took in all. */
const storm = (seconds: number) => `new Promise((resolve) => {
  const board = document.createElement('div');
  document.querySelector('article, main').prepend(board);
  let taken = 0, done = 0;
  const begun = performance.now();
  const turn = () => {
    const before = performance.now();
    for (let change = 0; change < 100; change++) board.replaceChildren('Figure ' + done++);
    taken += performance.now() - before;
    if (performance.now() - begun < ${seconds * 1000}) setTimeout(turn, 10 - Math.min(9, performance.now() - before));
    else resolve({ share: taken / (performance.now() - begun), done });
  };
  turn();
})`;
/** The share of the time in which the page was kept from its own work for more than a frame, over some seconds. */
const blocked = (seconds: number) => `new Promise((resolve) => {
  const channel = new MessageChannel();
  const begun = performance.now();
  let [before, lost, worst] = [begun, 0, 0];
  channel.port1.onmessage = () => {
    const now = performance.now();
    if (now - before > 4) lost += now - before;
    worst = Math.max(worst, now - before);
    before = now;
    if (now - begun < ${seconds * 1000}) channel.port2.postMessage(0);
    else resolve({ share: lost / (now - begun), worst });
  };
  channel.port2.postMessage(0);
})`;

describe.each(BROWSER_KINDS)('pages that never rest, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  const stormIn = async (tab: Tab, seconds: number) => {
    const [run, pressed] = await tab.evaluate<[{ share: number; done: number }, { share: number; worst: number }]>(
      `Promise.all([${storm(seconds)}, ${blocked(seconds)}])`,
    );
    return { share: run.share, aSecond: run.done / seconds, blocked: pressed.share, worst: pressed.worst };
  };

  it('ten thousand changes a second for ten seconds cost little more than without marks, and the names stay marked', async () => {
    const alone = await launchBrowser(kind, { program: await findBrowser(kind), extension: null, window: false });
    const bare = await alone.newTab();
    await bare.activate();
    await bare.navigate(`http://127.0.0.1:${session.site.port}/wire.html`);
    const without = await stormIn(bare, 4).finally(() => alone.close());
    const { tab, names } = await session.openMarked('wire.html');
    let marked = await stormIn(tab, 10);
    const isLight = () => marked.blocked - without.blocked < 0.15 && marked.aSecond > without.aSecond * 0.7;
    // Whatever else the machine does in these seconds adds to them, and never takes away: a second look tells.
    if (!isLight()) marked = await stormIn(tab, 10);
    expect(isLight(), JSON.stringify({ without, marked })).toBe(true);
    await expect.poll(async () => (await markedNames(tab)).length, MARKED_SOON).toBeGreaterThanOrEqual(names.length);
    await hoverName(tab, numberOf(await markedNames(tab), 'Goris'));
    expect((await openedCard(tab, 10_000)).name).toBe('Goris');
    await tab.close();
  });

  it('an article on a page that never becomes idle is marked', async () => {
    const tab = await session.open('app.html?after=1500');
    await tab.evaluate(`(() => {
      const busy = () => {
        const until = performance.now() + 40;
        while (performance.now() < until);
        setTimeout(busy, 0);
      };
      busy();
    })()`);
    await expect.poll(() => markedTexts(tab), { timeout: 30_000 }).toContain('Kyiv');
    await tab.close();
  });
});
