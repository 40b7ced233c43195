import { afterEach, describe, expect, test } from 'vitest';
import { extractArticle, extractInSteps } from '#lib/article/index.ts';
import { isVisible } from '../../entrypoints/reader/visible.ts';
import { score, shapeOf } from '../unit/support/score.ts';

const files = import.meta.glob<string>('../fixtures/pages/shapes/*.html', { query: '?raw', import: 'default', eager: true });
const shapes = Object.entries(files).map(([path, html]) => shapeOf(path.replace(/.*\/|\.html$/g, ''), html));
const NOW = new Date('2026-11-28T12:00:00Z');

/** Opens markup as a page of its own, in a frame, parsed and laid out as a browser does it; its scripts do not run. */
async function open(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-same-origin');
  frame.style.cssText = 'width: 1000px; height: 800px';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = html;
  document.body.append(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error('the frame has no document');
  return frame.contentDocument;
}

const read = (page: Document) =>
  extractArticle(page, {
    address: 'https://www.example.com/story',
    now: NOW,
    isVisible,
  });

describe('a page after the shape of real sites, in a browser', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  test.each(shapes.map((shape) => [shape.name, shape] as const))('%s', async (_name, { html, facts }) => {
    const page = await open(html);
    const before = page.documentElement.outerHTML;
    const article = read(page);
    expect(page.documentElement.outerHTML).toBe(before);
    if (!facts.article) {
      expect(article).toBeNull();
      return;
    }
    const { f1, precision, outside, missed } = score(page, article);
    expect(f1, JSON.stringify({ outside, missed })).toBeGreaterThanOrEqual(0.93);
    expect(precision, JSON.stringify(outside)).toBeGreaterThanOrEqual(0.98);
    expect(article?.date?.day ?? null).toBe(facts.date && Number(facts.date.replaceAll('-', '')));
  });

  test('what a style sheet hides is no part of the article, be it longer', async () => {
    const shape = shapes.find(({ name }) => name === 'two-copies');
    const html = (shape?.html ?? '')
      .replace('style="display:none"', '')
      .replace('</head>', '<style>.mobile { display: none }</style></head>');
    const page = await open(html);
    expect(score(page, read(page))).toMatchObject({ outside: [], missed: [] });
  });

  test('a page of 100,000 words is read in a few frames', async () => {
    const paragraph = /<p[^>]*data-body>(.*?)<\/p>/s.exec(shapes.find(({ name }) => name === 'print-view')?.html ?? '')?.[1] ?? '';
    expect(paragraph.split(' ').length).toBeGreaterThan(20);
    const count = Math.ceil(100_000 / paragraph.split(' ').length);
    const page = await open(
      `<!doctype html><html lang="en"><head><title>Long</title></head><body><div class="ads"><a href="/">x</a></div><main><h1>Long</h1>${Array.from({ length: count }, (_, at) => `<p>${at} ${paragraph}</p>`).join('')}</main></body></html>`,
    );
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(read(page)?.blocks.length).toBeGreaterThan(count - 1);
      return performance.now() - start;
    });
    // The fastest: whatever else the machine does only adds to it.
    expect(Math.min(...times), times.map(Math.round).join(' ')).toBeLessThan(50);
  });

  const sentence = (at: number) =>
    `What the ministers said in the ${at}th hour of the talks, nobody wrote down, and those who were there do not agree.`;
  test.each([
    [
      'an article with a table of 10,000 rows',
      `<article><h1>Long</h1>${Array.from({ length: 20 }, (_, at) => `<p>${sentence(at)}</p>`).join('')}<table>${Array.from({ length: 10_000 }, (_, at) => `<tr><td>${at}</td><td>Name ${at}</td><td>Place ${at}</td></tr>`).join('')}</table></article>`,
    ],
    [
      '1,500 comments',
      `<main><h1>Long</h1>${Array.from({ length: 1500 }, (_, at) => `<div class="comment"><div class="commenthead"><a href="/">user${at}</a></div><p>${sentence(at)}</p></div>`).join('')}</main>`,
    ],
    [
      'an article with 1,500 headings that ask for something',
      `<article><h1>Long</h1>${Array.from({ length: 1500 }, (_, at) => `<h3>Sign up ${at}</h3>${`<p>${sentence(at)}</p>`.repeat(4)}`).join('')}</article>`,
    ],
  ])('%s are read in short steps', async (_what, body) => {
    const page = await open(`<!doctype html><html lang="en"><head><title>Long</title></head><body>${body}</body></html>`);
    const longest = Array.from({ length: 5 }, () => {
      let most = 0;
      let count = 0;
      const steps = extractInSteps(page, { address: 'https://www.example.com/story', now: NOW, isVisible });
      for (let done: boolean | undefined = false; !done; ) {
        const start = performance.now();
        done = steps.next().done;
        most = Math.max(most, performance.now() - start);
        count++;
      }
      expect(count).toBeGreaterThan(20);
      return most;
    });
    // The fastest: whatever else the machine does only adds to it.
    expect(Math.min(...longest), longest.map(Math.round).join(' ')).toBeLessThan(35);
  });
});
