import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '#lib/article/index.ts';
import { PROSE, pageOf, paragraphs } from '../support/page.ts';

const options = { address: 'https://news.example/2020/10/18/x', now: new Date('2026-01-15T12:00:00Z') };
const parse = (html: string): Document => parseHTML(html).document;

/** Milliseconds that one reading takes: the fastest of some, since whatever else the machine does only adds to it. */
function timeOf(document: Document): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    extractArticle(document, { ...options, force: true });
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('whatever the document', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'span',
    'table',
    'tr',
    'td',
    'ul',
    'li',
    'a',
    'h1',
    'h2',
    'article',
    'form',
    'pre',
    'b',
    'br',
    'time',
  );
  const attribute = fc.constantFrom(
    '',
    ' class="comments"',
    ' class="sidebar"',
    ' hidden',
    ' itemprop="articleBody"',
    ' href="/x"',
    ' id="',
    ' datetime="2020-13-45"',
  );
  const piece = fc.oneof(
    fc.tuple(tag, attribute).map(([name, rest]) => `<${name}${rest}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(...PROSE, 'Short.', '18 October 2020', '<!--', '-->', '<![CDATA[', '&amp;', '&#x0;', '<script>', '</script>'),
    fc.string({ maxLength: 12 }),
  );

  test('broken markup is read without throwing, and its nodes hold what its text says', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const document = parse(pageOf(pieces.join('')));
        const before = document.toString();
        const article = extractArticle(document, { ...options, force: true });
        for (const { text, runs } of article?.blocks ?? [])
          for (const { node, start, end } of runs) {
            expect(end - start).toBe(node.data.length);
            expect(text.slice(start, end).trim().split(/\s+/)[0]).toBe(node.data.trim().split(/\s+/)[0]);
          }
        expect(document.toString()).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['no markup at all', PROSE.join(' ')],
    ['nothing', ''],
    ['no body', '<html><head><title>x</title></head></html>'],
    ['a frameset', '<html><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset></html>'],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg"><text>Moscow</text><foreignObject><p>Baku</p></foreignObject></svg>'],
    ['a feed', '<rss version="2.0"><channel><title>x</title><item><title>y</title></item></channel></rss>'],
    ['two bodies', `<html><body><p>a</p></body><body>${paragraphs}</body></html>`],
    [
      'an unknown date everywhere',
      pageOf(
        `<article><time>never</time>${paragraphs}</article>`,
        '<meta name="date" content="soon"><meta property="article:published_time">',
      ),
    ],
    [
      'JSON-LD that is no object',
      pageOf(paragraphs, '<script type="application/ld+json">null</script><script type="application/ld+json">[[[1]]]</script>'),
    ],
    [
      'JSON-LD that holds itself',
      pageOf(paragraphs, `<script type="application/ld+json">${'{"@graph":['.repeat(3000)}${']}'.repeat(3000)}</script>`),
    ],
  ])('%s', (_name, html) => {
    expect(() => extractArticle(parse(html), options)).not.toThrow();
    expect(() => extractArticle(parse(html), { ...options, force: true })).not.toThrow();
  });

  test('an XHTML document is read like any other', () => {
    const document = parse(
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><div>${paragraphs}</div></body></html>`,
    );
    expect(extractArticle(document, options)?.blocks).toHaveLength(PROSE.length);
  });
});

describe('it stays linear', () => {
  const nested = (depth: number, name: string) =>
    pageOf(`<article>${`<${name}>`.repeat(depth)}${paragraphs}${`</${name}>`.repeat(depth)}</article>`);

  test.each(['div', 'span', 'font', 'ul', 'blockquote'])('ten thousand nested <%s>', (name) => {
    const article = extractArticle(parse(nested(10_000, name)), options);
    expect(article?.blocks).toHaveLength(PROSE.length);
  });

  test('elements that are never closed, each with a paragraph', () => {
    const document = parse(pageOf(Array.from({ length: 3000 }, (_, at) => `<font><p>${at} ${PROSE[at % 6]}`).join('')));
    expect(extractArticle(document, options)?.blocks.length).toBeGreaterThan(2900);
  });

  const growing: readonly [string, (size: number) => string][] = [
    ['paragraphs', (size) => Array.from({ length: size }, (_, at) => `<p>${at} ${PROSE[at % 6]}</p>`).join('')],
    ['boxes beside boxes', (size) => Array.from({ length: size }, (_, at) => `<div><div>${at} ${PROSE[at % 6]}</div></div>`).join('')],
    [
      'cells of a table',
      (size) => `<table>${Array.from({ length: size / 10 }, (_, at) => `<tr>${`<td>${at} Baku</td>`.repeat(10)}</tr>`).join('')}</table>`,
    ],
    ['links', (size) => Array.from({ length: size }, (_, at) => `<li><a href="/${at}">${PROSE[at % 6]}</a></li>`).join('')],
    [
      'comments',
      (size) =>
        `${paragraphs}${Array.from({ length: size }, (_, at) => `<div class="comment"><p>${at} ${PROSE[at % 6]}</p></div>`).join('')}`,
    ],
    ['one text', (size) => `<p>${`${PROSE[0]} `.repeat(size)}</p>`],
    ['line breaks', (size) => `<div>${`${PROSE[0]}<br>`.repeat(size)}</div>`],
    ['fields for an address', (size) => `${'<div>Your address<input type="email"></div>'.repeat(size)}${paragraphs}`],
    ['spaces', (size) => `<p>a${' '.repeat(size * 40)}b</p>${paragraphs}`],
    ['line ends in pre', (size) => `<pre>${'\n '.repeat(size * 10)}</pre>${paragraphs}`],
  ];
  test.each(growing)('%s: eight times as many take no more than about eight times as long', (_name, make) => {
    const small = timeOf(parse(pageOf(make(1000))));
    const large = timeOf(parse(pageOf(make(8000))));
    // The rest is the machine's share; squared growth would be sixty-four times.
    expect(large, `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`).toBeLessThan(small * 32 + 100);
  });
});
