import { expect, test } from 'vitest';
import { read, show } from './page.ts';

const PROSE = Array.from(
  { length: 5 },
  (_, at) =>
    `<p>Paragraph ${at}: the ministers of the two states met on Saturday and spoke for ten hours about the prisoners, the dead and the villages along the river.</p>`,
).join('');

test('text that a style sheet hides is no part of the article', () => {
  show(
    `<style>.gone{display:none}.unseen{visibility:hidden}</style><article><h1>Talks</h1>${PROSE}<p class="gone">HIDDEN, though it is long enough to be prose of this article.</p><p class="unseen">HIDDEN too, though it is long enough to be prose of this article.</p></article>`,
  );
  const text =
    read()
      ?.blocks.map((block) => block.text)
      .join(' ') ?? '';
  expect(text).toContain('Paragraph 4');
  expect(text).not.toContain('HIDDEN');
});

test('paragraphs without a box of their own are as what they stand in', () => {
  const style = '<style>p,.flow{display:contents}.gone{display:none}.unseen{visibility:hidden}</style>';
  const hidden = 'HIDDEN, though it is long enough to be prose of this article: so it would be counted, and read, and marked.';
  show(
    `${style}<article><h1>Talks</h1><div class="flow">${PROSE}</div><div class="gone"><p>${hidden}</p></div><p class="unseen">${hidden}</p></article>`,
  );
  const text = read()?.blocks.map((block) => block.text) ?? [];
  expect(text).toHaveLength(6);
  expect(text.join()).not.toContain('HIDDEN');
});

test('the live document is not changed, and its own nodes are given', () => {
  const body = show(`<article><h1>Talks</h1>${PROSE}</article>`);
  const before = body.outerHTML;
  const article = read();
  expect(body.outerHTML).toBe(before);
  expect(article?.blocks.every((block) => block.runs.every((run) => run.node.isConnected))).toBe(true);
});

test('an article of 1,500 words is read in a few milliseconds', () => {
  show(
    `<article><h1>Talks</h1>${Array.from({ length: 60 }, (_, at) => `<p>${at} The ministers of the two states met on <a href="#">Saturday</a> and spoke for ten hours about the prisoners, the dead and the villages along the river.</p>`).join('')}</article>`,
  );
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    read();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[4]).toBeLessThan(15);
});
