import { describe, expect, it } from 'vitest';
import { BROWSER_KINDS } from '#lib/commands/browsers.ts';
import { Hand, SOON } from './harness/hand.ts';

describe.each(BROWSER_KINDS)('what one does from a card, %s', (kind) => {
  const hand = new Hand(kind);
  const textOf = async () => (await hand.tab.openCards())[0]?.text ?? '';

  it('Copy puts the card on the clipboard as text, and says so', async () => {
    await hand.open('crowd.html');
    await hand.card('Emmanuel Macron');
    await hand.tab.clickInCard('Copy');
    await expect.poll(textOf, SOON).toContain('Copied');
    await hand.tab.press('Escape');
    await hand.tab.evaluate(`document.querySelector('#field').focus()`);
    await hand.tab.paste();
    const pasted = () => hand.tab.evaluate<string>(`document.querySelector('#field').value`);
    await expect.poll(pasted, SOON).toMatch(/^Emmanuel Macron.*President of France.*https:\/\/en\.wikipedia\.org\/wiki\/Emmanuel_Macron$/);
  });

  it('“Write your own entry…” opens the options page with the name in it', async () => {
    await hand.open('wire.html');
    await hand.card('Jermuk');
    await hand.tab.clickInCard('Not this…');
    await hand.tab.clickInCard('Write your own entry…');
    const form = await hand.session.browser.openedTab('options.html?name=Jermuk#own');
    const written = () => form.evaluate<string>(`document.querySelector('#own .entry input')?.value ?? ''`);
    await expect.poll(written, SOON).toBe('Jermuk');
    await form.close();
  });
});
