import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '#lib/article/index.ts';
import { articleOf, PROSE, pageOf, paragraphs, textOf } from '../support/page.ts';

describe('an article', () => {
  test('is its heading and paragraphs, with the nodes they came from', () => {
    const article = articleOf(pageOf(`<main><article><h1>Ten hours</h1>${paragraphs}</article></main>`));
    expect(article?.title).toBe('Ten hours');
    expect(textOf(article)).toEqual(['Ten hours', ...PROSE]);
    for (const block of article?.blocks ?? [])
      for (const run of block.runs) expect(block.text.slice(run.start, run.end)).toBe(run.node.data.replace(/[\n\r\t\f]/g, ' '));
  });

  test('in an open dialog is read before what lies under it; other dialogs are not read', () => {
    const under = `<article>${paragraphs}</article>`;
    const story = `<article><h1>Over it</h1>${paragraphs}</article>`;
    expect(articleOf(pageOf(`${under}<dialog open>${story}</dialog>`))?.title).toBe('Over it');
    expect(articleOf(pageOf(`${under}<dialog>${story}</dialog>`))?.title).not.toBe('Over it');
    expect(
      textOf(
        articleOf(
          pageOf(`${under}<dialog open><p>NOT HERE, we value your privacy, and our 900 partners do so too, of course.</p></dialog>`),
        ),
      ),
    ).toEqual(PROSE);
  });

  test('keeps a paragraph whole over its inline elements, and breaks at <br>', () => {
    const article = articleOf(
      pageOf(
        `<article>${paragraphs}<p>On Friday <a href="/l">Sergey <b>Lav</b>rov</a> spoke,<br>and left again for <i>Moscow</i>.</p></article>`,
      ),
    );
    expect(article?.blocks.at(-1)?.text).toBe('On Friday Sergey Lavrov spoke,\nand left again for Moscow.');
  });

  test.each([
    ['navigation', '<nav><p>NOT HERE, and a long line of words so that it could be prose, if it were not what it is.</p></nav>'],
    ['code', '<pre>NOT HERE</pre><p>See <code>NOT HERE</code> for more, said the officials of the ministry on Sunday.</p>'],
    ['forms', '<form><p>NOT HERE: write to us, and tell us what you think of this article, please, in a few words.</p></form>'],
    [
      'editable regions',
      '<div contenteditable="true"><p>NOT HERE, since somebody is writing it, and it is long enough to be prose.</p></div>',
    ],
    ['hidden text', '<div hidden><p>NOT HERE</p></div><p style="display:none">NOT HERE</p><p aria-hidden="true">NOT HERE</p>'],
    ['scripts and styles', '<script>NOT HERE</script><style>NOT HERE</style><template><p>NOT HERE</p></template>'],
    [
      'what is shared, related, advertised',
      '<div class="related-stories"><p>NOT HERE</p></div><ul class="share"><li>NOT HERE</li></ul><div id="newsletter-signup"><p>NOT HERE</p></div>',
    ],
    ['comments', '<section class="comments"><p>NOT HERE, and what a long comment it is, of somebody who read to the end.</p></section>'],
    ['lists of links', '<ul><li><a href="/a">NOT HERE, a teaser of another story</a></li><li><a href="/b">NOT HERE</a></li></ul>'],
  ])('leaves out %s', (_name, html) => {
    const text = textOf(articleOf(pageOf(`<article>${paragraphs}${html}</article>`))).join(' ');
    expect(text).toContain(PROSE[5]);
    expect(text).not.toContain('NOT HERE');
  });

  test('is not read twice where the page repeats it', () => {
    expect(textOf(articleOf(pageOf(`<article>${paragraphs}<aside>x</aside><p>${PROSE[0]}</p></article>`)))).toEqual(PROSE);
  });

  test('is found without any article element, in the part with the prose', () => {
    const html = pageOf(
      `<div class="top"><p>Short.</p></div><div><div class="col">${paragraphs}</div><div class="rail"><p>Weather</p></div></div>`,
    );
    expect(textOf(articleOf(html))).toEqual(PROSE);
  });

  test('keeps lists, quotations and captions', () => {
    const text = textOf(
      articleOf(
        pageOf(
          `<article>${paragraphs}<blockquote><p>We wait.</p></blockquote><ul><li>One truce<ul><li>and another</li></ul></li></ul><figure><figcaption>Ganja on Sunday</figcaption></figure></article>`,
        ),
      ),
    );
    expect(text.slice(6)).toEqual(['We wait.', 'One truce', 'and another', 'Ganja on Sunday']);
  });
});

test('in a language that is of no use, the day of an article is not looked for', () => {
  const german =
    'Die Minister haben sich am Samstag in der Stadt getroffen und zehn Stunden über die Gefangenen gesprochen, und am Ende war es nicht mehr als das.';
  const page = (text: string) =>
    parseHTML(pageOf(`<article><h1>Titel</h1><time datetime="2020-10-18">18.10.2020</time>${text}</article>`)).document;
  const day = (text: string) =>
    extractArticle(page(text), { address: '', now: new Date('2026-01-15'), isRead: (language) => language === 'en' })?.date?.day ?? null;
  expect(day(paragraphs)).toBe(20201018);
  expect(day(Array.from({ length: 6 }, (_, at) => `<p>${at} ${german}</p>`).join(''))).toBeNull();
});

describe('a page that is no article', () => {
  test.each([
    ['empty', pageOf('')],
    ['a search form', pageOf('<form><input><button>Search</button></form>')],
    ['a shop', pageOf('<main><h1>Chairs</h1><ul><li>Chair, 40 euros</li><li>Table, 90 euros</li></ul><p>Free delivery.</p></main>')],
    [
      'a list of stories',
      pageOf(
        Array.from({ length: 8 }, (_, at) => `<article><h2><a href="/${at}">Story ${at}</a></h2><p>A teaser of a line.</p></article>`).join(
          '',
        ),
      ),
    ],
  ])('gives none: %s', (_name, html) => {
    expect(articleOf(html)).toBeNull();
  });

  test('is told by its own word from a short one that is', () => {
    const short = `<article><p>${PROSE[0]}</p><p>${PROSE[1]}</p></article>`;
    expect(articleOf(pageOf(short))).toBeNull();
    expect(articleOf(pageOf(short, '<meta property="og:type" content="article">'))).not.toBeNull();
  });
});

test('the document is the same before and after', () => {
  const { document } = parseHTML(pageOf(`<article><h1>T</h1>${paragraphs}</article>`));
  const before = document.toString();
  extractArticle(document, { address: 'https://news.example/', now: new Date() });
  expect(document.toString()).toBe(before);
});

test('an enormous page is read up to a limit, in time', () => {
  const start = performance.now();
  const article = articleOf(
    pageOf(`<article>${Array.from({ length: 4000 }, (_, at) => `<p>${at} ${PROSE.join(' ')}</p>`).join('')}</article>`),
  );
  expect(article).not.toBeNull();
  expect(performance.now() - start).toBeLessThan(8000);
});
