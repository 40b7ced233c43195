import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, openedCard, settledNames, type Tab } from '#lib/commands/browsers.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

describe.each(BROWSER_KINDS)('the welcome page, %s', (kind) => {
  let session: Session;
  let tab: Tab;

  beforeAll(async () => {
    session = await openSession(kind);
    tab = await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  it('is opened at the installation and its article is marked', async () => {
    const names = await settledNames(tab, 15_000);
    expect(names.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Sergey Lavrov', 'Lavrov', 'Ganja', 'Minsk Group', 'Bayraktar TB2']),
    );
    // What stands over the article is the page's own.
    expect(names.map(({ text }) => text)).not.toContain('Dramatis');
  });

  it('shows a card, and whom a surname stands for', async () => {
    const names = await settledNames(tab, 15_000);
    await hoverName(tab, numberOf(names, 'Lavrov'));
    const card = await openedCard(tab, 5_000);
    expect(card.name).toBe('Sergei Lavrov');
    expect(card.text).toContain('Foreign Minister of Russia');
  });
});
