import { describe, expect, test } from 'vitest';
import { type Article, extractInSteps } from '#lib/article/index.ts';
import { isVisible } from '../../entrypoints/reader/visible.ts';
import { show } from './page.ts';

const PROSE = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>Paragraph ${at}: the ministers of the two states met on Saturday and spoke for ten hours about the prisoners, the dead and the villages along the river.</p>`,
).join('');
const ARTICLE = `<article><h1>Talks</h1><p class="date">Published 18 October 2020</p>${PROSE}</article>`;
const ADVERT = 'Sign up here for the letter that we send on Sundays, which has all that our editors found worth your while in the week.';

/** Members of an element that a form's field of the name stands in place of. */
const MEMBERS = [
  ...['assignedSlot', 'attributes', 'childNodes', 'children', 'className', 'closest', 'contains', 'firstChild', 'firstElementChild'],
  ...['getAttribute', 'getRootNode', 'hasAttribute', 'hasAttributes', 'id', 'localName', 'nextElementSibling', 'nextSibling', 'nodeName'],
  ...['nodeType', 'parentElement', 'parentNode', 'previousElementSibling', 'previousSibling', 'querySelector', 'querySelectorAll'],
  ...['checkVisibility', 'shadowRoot', 'tagName', 'textContent'],
];
const fields = (names: readonly string[]) => names.map((name) => `<input name="${name}">`).join('');

/** Reads the page; no page of these takes so many steps, but one that leads in circles. */
function read(): Article | null {
  const options = { address: 'https://news.example/', now: new Date('2026-01-15T12:00:00Z'), isVisible };
  const steps = extractInSteps(document, options);
  for (let count = 0; count < 500; count++) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  throw new Error('it comes to no end');
}

const textOf = (html: string) => {
  show(html);
  const article = read();
  return [article?.date?.day, ...(article?.blocks.map(({ text }) => text.trim()) ?? [])];
};

describe('a form whose fields have the names of its members', () => {
  const shapes: readonly [string, (inputs: string) => string][] = [
    ['around the page', (inputs) => `<form>${inputs}${ARTICLE}</form>`],
    ['beside the article', (inputs) => `<main><form>${ADVERT}${inputs}</form>${ARTICLE}<form>${inputs}${ADVERT}</form></main>`],
    ['in the article', (inputs) => ARTICLE.replace('<p>Paragraph 3', `<form class="x">${inputs}${ADVERT}</form><p>Paragraph 3`)],
    [
      'around lines that are no paragraphs',
      (inputs) => `<form>${inputs}<h1>Talks</h1>${PROSE.replaceAll('<p>', '').replaceAll('</p>', '<br><br>')}</form>`,
    ],
  ];
  test.each(shapes)('is read like any other, %s', (_where, make) => {
    const plain = textOf(make('<input name="q">'));
    expect(plain.length).toBeGreaterThan(1);
    for (const name of MEMBERS) expect(textOf(make(fields([name]))), name).toEqual(plain);
    expect(textOf(make(fields(MEMBERS)))).toEqual(plain);
  });

  test('leads nobody in circles, whatever stands elsewhere by its fields', () => {
    const outside = MEMBERS.map((name) => `<b><input form="f" name="${name}"></b>`).join('');
    const plain = textOf(`<div><form id="f">${ARTICLE}</form><section></section></div>`);
    expect(textOf(`<div><form id="f">${ARTICLE}</form><section>${outside}</section></div>`)).toEqual(plain);
  });
});
