import { expect, test } from 'vitest';
import { cardOf } from '#lib/card/index.ts';
import { castAsCsv, castAsMarkdown, castOf } from '#lib/cast/index.ts';
import type { Mention } from '#lib/names/index.ts';
import { caucasus } from '../support/caucasus.ts';

const DAY = 20201018;
/** Names as a page could write them, to be mistaken for something else where they are shown. */
const HOSTILE = [
  '=HYPERLINK("https://evil.example","Ganja")',
  '\u200b=1+1',
  '\u202e+SUM(A1:A9)',
  '@import',
  '\t-2+3',
  '＝cmd|calc',
  'Ilham\u202egnp.exe',
  '\u2067\u2067\u2067Ganja',
  'Gan\u0000ja\u001b[31m',
  `${'A'.repeat(100_000)}`,
  '[Ganja](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
];
const mentionOf = (surface: string): Mention => ({
  block: 0,
  start: 0,
  end: surface.length,
  surface,
  kind: 'person',
  entry: null,
  via: 'article',
  confidence: 1,
  others: [],
  bearer: surface,
});
const WORDS = { kinds: { person: 'People', organisation: 'O', group: 'G', place: 'P', thing: 'T' }, dates: 'Dates' };
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u200b\ufeff]|(?![\n\r])\p{Cc}/u;

test.each(HOSTILE)('a card shows %j as plain text that fits', (surface) => {
  const sentence = `${surface.slice(0, 300)}, a \u202eclerk\u202c, came.`;
  const card = cardOf({ mention: mentionOf(surface), day: DAY, count: 1, introduction: { phrase: 'a \u202eclerk', sentence } }, caucasus);
  const shown = [card.name, card.title, card.lead, card.quote?.phrase ?? '', card.quote?.sentence ?? ''];
  for (const text of shown) {
    expect(text).not.toMatch(UNSEEN);
    expect(text.length).toBeLessThanOrEqual(640);
  }
  expect(card.title.length).toBeLessThanOrEqual(160);
});

const cast = castOf(
  HOSTILE.map((surface, number) => ({ number, mention: mentionOf(surface) })),
  DAY,
  caucasus,
);

test('a table has no field that a spreadsheet would reckon with, nor one that is not on its line', () => {
  const lines = castAsCsv(cast).slice(1).split('\r\n');
  expect(lines).toHaveLength(HOSTILE.length + 2);
  for (const line of lines.slice(1, -1)) {
    const [, name = ''] = line.match(/^"person","((?:[^"]|"")*)",/) ?? [];
    expect(name).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
    expect(name).not.toMatch(UNSEEN);
    expect(name.length).toBeLessThan(400);
  }
});

test('Markdown has no link, no markup and no order of writing of the page’s', () => {
  const text = castAsMarkdown(cast, { title: '\u202e# [x](javascript:1) <b>', address: 'javascript:alert(1)//\nhttps://a.example' }, WORDS);
  expect(text).not.toMatch(UNSEEN);
  expect(text).not.toMatch(/(?<!\\)<(?!https?:)|(?<!\\)\]\((?!https:\/\/en\.wikipedia\.org)/);
  expect(text.split('\n')[0]).toMatch(/^# \\#/);
});
