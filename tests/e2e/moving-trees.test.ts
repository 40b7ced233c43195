import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_KINDS, hoverName, markedNames, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { articleOf, CHAD, MARKED_SOON, markedTexts } from './harness/moving.ts';
import { numberOf, openSession, type Session } from './harness/session.ts';

const names = ['Idriss Déby', 'Addis Ababa', 'Boko Haram', 'Niger'];
/** Makes a page of one element in whose shadow tree an article stands; the tree is to be had from the test alone. */
const inTree = (mode: 'open' | 'closed', tag: string) => `(() => {
  const host = document.createElement('${tag}');
  globalThis.tree = host.attachShadow({ mode: '${mode}' });
  globalThis.tree.append(${articleOf(CHAD)});
  document.body.replaceChildren(host);
})()`;

describe.each(BROWSER_KINDS)('articles in shadow trees, %s', (kind) => {
  let session: Session;

  beforeAll(async () => {
    session = await openSession(kind);
    await session.browser.welcomeTab();
  });
  afterAll(() => session?.close());

  const shell = () => session.open('app.html');
  const opens = async (tab: Tab, name: string) => {
    await tab.activate();
    await hoverName(tab, numberOf(await markedNames(tab), name));
    expect((await openedCard(tab, 10_000)).name).toBe(name);
    await tab.press('Escape');
  };

  it.each([
    ['open', 'story-page'],
    ['open', 'div'],
    ['closed', 'story-page'],
    ['closed', 'div'],
  ] as const)('one in the %s tree of <%s> is marked, its marks are drawn and open cards', async (mode, tag) => {
    const tab = await shell();
    await tab.evaluate(inTree(mode, tag));
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toEqual(expect.arrayContaining(names));
    const drawn = await tab.evaluate<string>(`(() => {
      const [name, highlight] = [...CSS.highlights].find(([name]) => name.startsWith('dramatis-'));
      return getComputedStyle([...highlight][0].startContainer.parentElement, '::highlight(' + name + ')').textDecorationLine;
    })()`);
    expect(drawn).toBe('underline');
    await opens(tab, 'Addis Ababa');
    await tab.close();
  });

  it('one in a declarative tree, with paragraphs put into its slots, is marked as a whole', async () => {
    const tab = await shell();
    await tab.evaluate(`(() => {
      const plain = globalThis.trustedTypes?.createPolicy('test', { createHTML: (text) => text }) ?? { createHTML: (text) => text };
      const [first, ...rest] = ${JSON.stringify(CHAD)};
      const html = '<story-page><template shadowrootmode="open"><article><h1>Chad</h1><p>' + first + '</p><slot></slot></article></template>'
        + rest.map((text) => '<p>' + text + '</p>').join('') + '</story-page>';
      document.body.setHTMLUnsafe(plain.createHTML(html));
    })()`);
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toEqual(expect.arrayContaining(names));
    await opens(tab, 'Addis Ababa');
    await tab.close();
  });

  it('what is replaced in a tree is marked anew', async () => {
    const tab = await shell();
    await tab.evaluate(inTree('closed', 'story-page'));
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Boko Haram');
    await tab.evaluate(
      `void (globalThis.tree.querySelector('p:nth-of-type(3)').textContent = 'In Tripoli, and in Benghazi as well, the news was heard with some relief, as people there said on the telephone.')`,
    );
    await expect.poll(() => markedTexts(tab), MARKED_SOON).toContain('Benghazi');
    expect(await markedTexts(tab)).not.toContain('Boko Haram');
    await tab.close();
  });
});
