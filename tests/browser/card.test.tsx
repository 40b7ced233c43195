import { render } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { CARD_STYLE, type CardActions, type CardNotice, CardView, cardText } from '#components/card/index.ts';
import { WordsContext } from '#components/words/index.ts';
import type { Card } from '#lib/card/index.ts';
import { type Messages, wordsOf } from '#lib/words/index.ts';
import arabic from '../../public/_locales/ar/messages.json';
import english from '../../public/_locales/en/messages.json';
import { show } from './page.ts';

const CARD: Card = {
  name: 'Ganja',
  title: 'Ganja',
  kind: 'place',
  subkind: 'city',
  here: false,
  lead: 'City in western Azerbaijan',
  lines: [{ label: 'later', texts: ['still there'] }],
  facts: ['about 335,000 people'],
  quote: null,
  met: null,
  count: 2,
  remark: null,
  others: [],
  steps: [{ rel: 'part-of', to: [{ id: 'azerbaijan', name: 'Azerbaijan' }], more: 0 }],
  place: { lat: 40.7, lon: 46.4 },
  wikipedia: 'Ganja,_Azerbaijan',
  entry: 'ganja',
  key: 'ganja',
};

const READING = { kind: 'place', subkind: 'city', country: ['IR'] } as const;
const done: string[] = [];
const ACTIONS: CardActions = {
  onStep: (id) => done.push(`step ${id}`),
  onBack: () => done.push('back'),
  onClose: () => done.push('close'),
  onCopy: async (text) => done.push(`copy ${text}`) > 0,
  onChoose: (id) => done.push(`choose ${id}`),
  onHide: (where) => done.push(`hide ${where}`),
  onReport: (text) => done.push(`report ${text}`),
  onWrite: () => done.push('write'),
  onUndo: () => done.push('undo'),
};

interface Drawing {
  readonly back?: boolean;
  readonly notice?: CardNotice;
  readonly look?: string;
  readonly messages?: Messages;
  readonly actions?: CardActions;
}

/** Draws a card as the reader does: in a closed shadow root, as a popover. */
function draw(card: Card, { back = false, notice, look = '', messages = english, actions = ACTIONS }: Drawing = {}): HTMLElement {
  const host = document.createElement('dramatis-card');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CARD_STYLE);
  root.adoptedStyleSheets = [sheet];
  const dialog = document.createElement('div');
  dialog.className = `card ${look}`;
  dialog.setAttribute('popover', 'manual');
  root.append(dialog);
  document.documentElement.append(host);
  render(
    <WordsContext value={wordsOf(messages)}>
      <CardView card={card} canGoBack={back} notice={notice ?? null} actions={actions} />
    </WordsContext>,
    dialog,
  );
  dialog.showPopover();
  return dialog;
}

afterEach(() => {
  show('');
  done.length = 0;
  for (const host of document.querySelectorAll('dramatis-card')) host.remove();
});

describe('a card', () => {
  test('says what it holds', () => {
    const text = draw(CARD).textContent ?? '';
    for (const part of [
      'Ganja',

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
    const dialog = draw({ ...CARD, title: hostile, lead: hostile, lines: [{ label: 'about', texts: [hostile] }], facts: [hostile] });
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
        lines: [
          {
            label: 'before' as const,
            texts: Array.from(
              { length: 12 },
              (_, at) => `Minister of this and that, the ${at}th, of a state with a long name, 2001 to 2005`,
            ),
          },
        ],
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
    expect(heading?.checkVisibility()).toBe(true);
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
    expect(text).toContain('Known only from this article');
  });

  test('has every control named, and does what they say', () => {
    const dialog = draw(
      { ...CARD, others: [{ ...READING, id: 'ganja-2', name: 'Gandja', lead: 'Another town' }], remark: 'uncertain' },
      { back: true, look: 'held' },
    );
    const press = (name: string) => {
      const button = [...dialog.querySelectorAll('button')].find(
        (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent)?.includes(name) && candidate.checkVisibility(),
      );
      if (!button) throw new Error(`no button "${name}"`);
      button.click();
    };
    for (const name of ['Back', 'Azerbaijan', 'Gandja', 'Copy', 'Close']) press(name);
    expect(done).toEqual(['back', 'step azerbaijan', 'choose ganja-2', `copy ${cardText({ ...CARD }, wordsOf(english))}`, 'close']);
    for (const control of dialog.querySelectorAll('button, a'))
      expect(control.getAttribute('aria-label') ?? control.textContent).toMatch(/\S/);
  });

  test('says what it is of beside the name, where the first line does not', () => {
    const kind = (more: Partial<Card>) => draw({ ...CARD, ...more }).querySelector('.head .kind')?.textContent ?? null;
    expect(kind({ lead: 'Home of poets' })).toBe('city');
    expect(kind({})).toBeNull();
    expect(kind({ kind: 'person', subkind: null, lead: 'Poet' })).toBeNull();
    expect(kind({ title: 'Ganjan', lead: 'of Ganja' })).toBeNull();
  });

  test('says a label once for all that stands under it', () => {
    const dialog = draw({
      ...CARD,
      lines: [{ label: 'before', texts: ['a khanate until 1804', 'Elisabethpol until 1918', 'Kirovabad until 1989'] }],
    });
    expect([...dialog.querySelectorAll('dt')].filter(({ textContent }) => textContent === english.card_line_before.message)).toHaveLength(
      1,
    );
    const lefts = [...dialog.querySelectorAll('dt + dd, dd + dd')].map((line) => Math.round(line.getBoundingClientRect().left));
    expect(new Set(lefts.slice(0, 3)).size).toBe(1);
  });

  test('tells readings of one name apart by where they lie or what they are', async () => {
    const others = [
      { ...READING, id: 'ganja-ir', name: 'Ganja', lead: 'Village in the north' },
      { ...READING, id: 'ganja-river', name: 'Ganja', lead: 'Flows to the Kura', subkind: 'river', country: [] },
      { ...READING, id: 'ganja-other', name: 'Gandja', lead: 'Another town' },
    ];
    const names = (dialog: HTMLElement) => [...dialog.querySelectorAll('.others button')].map(({ textContent }) => textContent);
    expect(names(draw({ ...CARD, others, remark: 'uncertain' }))).toEqual(['Ganja Iran', 'Ganja river', 'Gandja']);
  });

  test('says in a line when nothing could be copied', async () => {
    const dialog = draw(CARD, { actions: { ...ACTIONS, onCopy: async () => false } });
    const region = dialog.querySelector('.failed[role=status]');
    expect(region?.textContent).toBe('');
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Copy')?.click();
    await expect.poll(() => region?.textContent).toBe(english.not_copied.message);
    expect(dialog.textContent).not.toContain(english.card_copied.message);
  });

  test('a wrong fact is reported from a quiet place, with what the card says and nothing of the article; not of what is the reader’s own', async () => {
    const button = (dialog: HTMLElement, begin: string) =>
      [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(begin));
    const named = draw({ ...CARD, quote: { phrase: null, sentence: 'A sentence of the article.' } });
    expect(button(named, 'Report')).toBeUndefined();
    button(named, 'Not this')?.click();
    await expect.poll(() => button(named, 'Report')).toBeDefined();
    button(named, 'Report')?.click();
    expect(done.at(-1)).toMatch(/^report Ganja\n/);
    expect(done.at(-1)).not.toContain('A sentence');
    // A card that one stepped to is of no name here; its facts can be wrong all the same.
    button(draw({ ...CARD, count: 0 }), 'Report')?.click();
    expect(done.at(-1)).toMatch(/^report Ganja\n/);
    for (const entry of [null, 'own:ganja']) {
      const own = draw({ ...CARD, entry });
      button(own, 'Not this')?.click();
      await expect.poll(() => button(own, 'Write your own')).toBeDefined();
      expect(button(own, 'Report')).toBeUndefined();
    }
  });

  test('offers to hide the name only when asked, and to undo it once done', async () => {
    const dialog = draw(CARD);
    const toggle = dialog.querySelector<HTMLElement>('[aria-expanded]');
    expect(dialog.textContent).not.toContain('Hide it everywhere');
    toggle?.click();
    await expect.poll(() => toggle?.getAttribute('aria-expanded')).toBe('true');
    const hide = [...dialog.querySelectorAll('button')].filter(({ textContent }) => /^(?:Hide|Write)/.test(textContent ?? ''));
    for (const button of hide) button.click();
    expect(done).toEqual(['hide here', 'hide everywhere', 'write']);
    const after = draw(CARD, { notice: { did: 'hid-here', name: 'Ganja' } });
    expect(after.textContent).toContain('“Ganja” is hidden in this article.');
    after.querySelector<HTMLElement>('.notice button')?.click();
    expect(done.at(-1)).toBe('undo');
  });

  test('shows the first of many members, and the rest when asked', async () => {
    const members = Array.from({ length: 32 }, (_, at) => ({ id: `state-${at}`, name: `State ${at}` }));
    const dialog = draw({ ...CARD, steps: [{ rel: 'has-member', to: members, more: 0 }] });
    expect(dialog.textContent).not.toContain('State 9');
    dialog.querySelector<HTMLElement>('.more')?.click();
    await expect.poll(() => dialog.textContent).toContain('State 31');
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
  });

  test('keeps names of either direction apart: the comma behind one stays behind it', () => {
    const to = ['דוד לוי', 'رجب أردوغان', 'Avi Lev'].map((name, at) => ({ id: `person-${at}`, name }));
    for (const messages of [english, arabic]) {
      const dialog = draw({ ...CARD, steps: [{ rel: 'has-member', to, more: 0 }] }, { messages });
      const ones = [...dialog.querySelectorAll<HTMLElement>('.steps .one')];
      expect(ones).toHaveLength(3);
      for (const one of ones.slice(0, 2)) {
        const comma = document.createRange();
        comma.selectNodeContents(one.lastChild ?? one);
        expect(comma.toString()).toBe(',');
        const name = one.querySelector('button')?.getBoundingClientRect();
        expect(comma.getBoundingClientRect().left, one.textContent ?? '').toBeGreaterThanOrEqual((name?.right ?? Infinity) - 1);
      }
      dialog.remove();
    }
  });

  test('says what the name means here where it stands for another', () => {
    const text = draw({ ...CARD, here: true, lead: 'the government of Turkey' }).textContent ?? '';
    expect(text).toContain('here: the government of Turkey');
  });

  test('as a sheet fills the width and gives the finger room', () => {
    const dialog = draw(CARD, { look: 'sheet held', back: true });
    expect(dialog.offsetWidth).toBe(document.documentElement.clientWidth);
    for (const control of dialog.querySelectorAll('button, a')) {
      expect(control.getBoundingClientRect().height, control.outerHTML).toBeGreaterThanOrEqual(24);
    }
  });

  test('speaks the reader’s language, from right to left', () => {
    const dialog = draw(CARD, { messages: arabic });
    expect(dialog.querySelector('.inside')?.getAttribute('dir')).toBe('rtl');
    expect(dialog.textContent).toContain(arabic.card_copy.message);
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
  });
});
