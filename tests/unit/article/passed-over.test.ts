import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '#lib/article/index.ts';
import { PROSE, pageOf, textOf } from '../support/page.ts';

const body = [1, 2, 3].flatMap((turn) => PROSE.map((text) => `<p>${text} (${turn})</p>`)).join('');
const dated = '<meta property="article:published_time" content="2021-11-01">';
const around = `<nav><div class="deep"><a href="/a">World</a></div></nav>
  <section class="comments"><div class="deep"><p>What a long comment it is, of somebody who read to the very end, and then wrote at length.</p></div></section>
  <div class="related-stories"><div class="deep"><h3><a href="/b">Another story</a></h3></div></div>`;

/** Extracts, and says which elements were entered on the way. */
function read(html: string, head = dated) {
  const entered: Element[] = [];
  const { document } = parseHTML(pageOf(html, head));
  const article = extractArticle(document, {
    address: 'https://www.example.com/story',
    now: new Date('2026-11-28T12:00:00Z'),
    treeOf: (element) => {
      entered.push(element);
      return null;
    },
  });
  return { article, deep: entered.filter((element) => element.className === 'deep').length };
}

describe('what stands around an article', () => {
  test('is not walked through where it need not be', () => {
    const { article, deep } = read(`${around}<main><article><h1>Ten hours</h1>${body}</article></main>${around}`);
    expect(textOf(article)).toHaveLength(1 + 3 * PROSE.length);
    expect(article?.date?.day).toBe(20211101);
    expect(deep).toBe(0);
  });

  test('is walked through where the head tells no date: it may stand beside what is there', () => {
    const { article, deep } = read(`${around}<main><article><h1>Ten hours</h1><p>1 November 2021</p>${body}</article></main>`, '');
    expect(article?.date?.day).toBe(20211101);
    expect(deep).toBe(3);
  });

  test('is walked through where there is too little beside it to be sure', () => {
    const { article } = read(`<p>A line.</p><form><h1>Ten hours</h1>${body}</form>`);
    expect(textOf(article)).toContain(`${PROSE[0]} (1)`);
  });

  test('gives its heading, if that is like the title', () => {
    const title = '<meta property="og:title" content="Ten hours of talks">';
    const { article } = read(`<header role="banner"><h1>Ten hours of talks</h1></header><main>${body}</main>`, dated + title);
    expect(textOf(article)[0]).toBe('Ten hours of talks');
  });

  test('is in its place where it stands in the article', () => {
    const { article } = read(
      `<article><h1>Ten hours</h1>${body}<div class="share">Share</div><h2>Sources</h2><p>None.</p>${around}</article>`,
    );
    expect(textOf(article).join(' ')).not.toMatch(/Share|comment|Another/);
  });
});
