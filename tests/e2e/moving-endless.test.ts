import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, markedNames, openedCard } from '#lib/commands/browsers.ts';
import { articleOf, CHAD, MARKED_SOON, markedTexts } from './harness/moving.ts';
import { openSession, type Session } from './harness/session.ts';

describe.each(BROWSER_KINDS)('pages without an end, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  it('the next article that comes in below is marked too, and its cards tell of its own day', async () => {
    const { tab } = await session.openMarked('wire.html');
    const story = [
      'Emmanuel Macron was sworn in as president in the morning, and went to Berlin in the afternoon, as those before him had done on their first day.',
      ...CHAD.slice(1),
    ];
    await tab.evaluate(`(() => {
      const next = ${articleOf(story, 'A first day')};
      const time = document.createElement('time');
      time.dateTime = '2010-05-14';
      time.textContent = '14 May 2010';
      next.firstChild.after(time);
      (document.querySelector('article') ?? document.querySelector('main')).after(next);
      history.pushState(null, '', '/next');
    })()`);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toEqual(expect.arrayContaining(['Goris', 'Addis Ababa', 'Boko Haram']));
    const now = await markedNames(tab);
    await hoverName(
      tab,
      now.findLastIndex(({ text }) => text === 'Emmanuel Macron'),
    );
    // In May 2010 he held no office: what he became is told as later.
    const { text } = await openedCard(tab, 10_000);
    expect(text).toMatch(/later/i);
    await tab.close();
  });

  it('paragraphs that are loaded one by one are marked as they come', async () => {
    const { tab } = await session.openMarked('wire.html');
    await tab.evaluate(`(() => {
      const rest = ${JSON.stringify(CHAD)};
      const more = () => {
        const paragraph = document.createElement('p');
        paragraph.textContent = rest.shift();
        document.querySelector('article').append(paragraph);
        if (rest.length > 0) setTimeout(more, 700);
      };
      more();
    })()`);
    await expect
      .poll(() => markedTexts(tab), MARKED_SOON)
      .toEqual(expect.arrayContaining(['Goris', 'Idriss Déby', 'Boko Haram', 'Khartoum']));
    await tab.close();
  });
});
