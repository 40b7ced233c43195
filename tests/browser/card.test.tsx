import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { CARD_STYLE, CardView } from '#components/card/index.ts';
import type { Card } from '#lib/card/index.ts';
import { show } from './page.ts';

const CARD: Card = {
  title: 'Ganja',
  kind: 'place',
  subkind: 'city',
  lead: 'City in western Azerbaijan',
  lines: [{ label: 'later', text: 'still there' }],
  facts: ['about 335,000 people'],
  quote: null,
  count: 2,
  remark: null,
  others: [],
  place: { lat: 40.7, lon: 46.4 },
  wikipedia: 'Ganja,_Azerbaijan',
  entry: 'ganja',
};

/** Draws a card as the reader does: in a closed shadow root, as a popover. */
function draw(card: Card): HTMLElement {
  const host = document.createElement('dramatis-card');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD_STYLE);
  root.adoptedStyleSheets = [sheet];
  const dialog = document.createElement('div');
  dialog.className = 'card';
  dialog.setAttribute('popover', 'manual');
  root.append(dialog);
  document.documentElement.append(host);
  render(<CardView card={card} />, dialog);
  dialog.showPopover();
  return dialog;
}

afterEach(() => {
  for (const host of document.querySelectorAll('dramatis-card')) host.remove();
});

describe('a card', () => {
  test('says what it holds', () => {
    const text = draw(CARD).textContent ?? '';
    for (const part of [
      'Ganja',
      'city',
      'City in western Azerbaijan',
      'later',
      'still there',
      'about 335,000 people',
      'named 2 times here',
      'Wikipedia',
    ])
      expect(text).toContain(part);
  });

  test('shows hostile text as text', () => {
    const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
    const dialog = draw({ ...CARD, title: hostile, lead: hostile, lines: [{ label: 'about', text: hostile }], facts: [hostile] });
    expect(dialog.querySelectorAll('img, script')).toHaveLength(0);
    expect(dialog.querySelector('h2')?.textContent).toBe(hostile);
    expect('hit' in window).toBe(false);
  });

  test.each([
    [
      'a long name',
      { title: 'Association of the Families of Prisoners, Missing Persons and Displaced Inhabitants of Thirty-Seven Mountain Villages' },
    ],
    ['a word without a break', { title: 'X'.repeat(120), lead: 'Y'.repeat(160) }],
    [
      'twelve lines',
      {
        lines: Array.from({ length: 12 }, (_, at) => ({
          label: 'before' as const,
          text: `Minister of this and that, the ${at}th, of a state with a long name, 2001 to 2005`,
        })),
      },
    ],
    ['a name from right to left', { title: 'عبد الفتاح السيسي', lead: 'رئيس مصر' }],
  ])('holds %s without running over', (_what, more) => {
    const dialog = draw({ ...CARD, ...more });
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    expect(dialog.offsetWidth).toBeLessThanOrEqual(380);
  });

  test('lies over everything of the page', () => {
    show('<div style="position:fixed;inset:0;z-index:2147483647;background:red">x</div>');
    const dialog = draw(CARD);
    const box = dialog.getBoundingClientRect();
    expect(document.elementFromPoint(box.left + 5, box.top + 5)?.tagName).toBe('DRAMATIS-CARD');
  });

  test('takes no style from the page', () => {
    show('<style>* { color: rgb(255, 0, 0) !important; font-size: 50px !important } dramatis-card { display: none }</style>');
    const heading = draw(CARD).querySelector('h2');
    expect(heading && getComputedStyle(heading).fontSize).toBe('16px');
  });

  test('of a name that only the article knows quotes it', () => {
    const text =
      draw({
        ...CARD,
        title: 'Rob Lee',
        kind: 'person',
        subkind: null,
        entry: null,
        lead: 'US military analyst',
        lines: [],
        facts: [],
        wikipedia: null,
        quote: { phrase: 'US military analyst', sentence: 'US military analyst Rob Lee said so.' },
      }).textContent ?? '';
    expect(text).toContain('“US military analyst”');
    expect(text).toContain('US military analyst Rob Lee said so.');
    expect(text).toContain('known from this article');
  });
});
