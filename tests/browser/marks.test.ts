import { afterEach, describe, expect, test, vi } from 'vitest';
import { canMark, Grounds, Marks } from '#lib/page/index.ts';
import { blockOf, elementOf, show } from './page.ts';

const marks = new Marks();
afterEach(() => marks.clear());

function markIn(html: string, ...names: string[]) {
  const body = show(`<p id="p">${html}</p>`);
  const before = body.outerHTML;
  const block = blockOf(elementOf('#p'));
  const specs = names.map((name, mention) => ({
    block: 0,
    start: block.text.indexOf(name),
    end: block.text.indexOf(name) + name.length,
    look: () => 'place',
    mention,
  }));
  marks.show([block], specs);
  expect(body.outerHTML).toBe(before);
}

const rangesOf = (look: string) => [...(CSS.highlights.get(`dramatis-${look}`) ?? [])].map(String);

function middleOf(mention: number): { x: number; y: number } {
  const rect = marks.rangeOf(mention)?.getBoundingClientRect();
  if (!rect) throw new Error(`no range ${mention}`);
  return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
}

test('this browser can mark', () => {
  expect(canMark()).toBe(true);
});

describe('marks', () => {
  test('are highlights over the page’s own text, which stays as it is', () => {
    markIn('Talks in Baku and <a href="#x">Ganja</a> failed.', 'Baku', 'Ganja');
    expect(rangesOf('place')).toEqual(['Baku', 'Ganja']);
    expect(marks.count).toBe(2);
  });

  test('reach over several nodes', () => {
    markIn('The <b>Nagorno</b>-<i>Kara</i>bakh war.', 'Nagorno-Karabakh');
    expect(rangesOf('place')).toEqual(['Nagorno-Karabakh']);
    const { x, y } = middleOf(0);
    expect(marks.hit(x, y)?.mention).toBe(0);
  });

  test('of ten thousand names in one text are drawn bit by bit', async () => {
    const [count, line] = [10_000, 'They met in Baku and then went on.\n'];
    show(`<pre id="p">${line.repeat(count)}</pre>`);
    const block = blockOf(elementOf('#p'));
    const at = line.indexOf('Baku');
    const specs = Array.from({ length: count }, (_, mention) => {
      const start = mention * line.length + at;
      return { block: 0, start, end: start + 4, look: () => 'place', mention };
    });
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 0);
    marks.show([block], specs);
    await vi.waitFor(() => expect(CSS.highlights.get('dramatis-place')?.size).toBe(count), { timeout: 10_000, interval: 100 });
    clearInterval(beat);
    // Of the machine's share the most; all at once it took more than a second.
    expect(longest).toBeLessThan(200);
    marks.clear();
  });

  test('are gone at once when they are cleared', () => {
    markIn('Talks in Baku.', 'Baku');
    marks.clear();
    expect(CSS.highlights.has('dramatis-place')).toBe(false);
    expect(marks.count).toBe(0);
  });

  test('of text that is gone are left out', () => {
    show('<p id="p">Talks in Baku.</p>');
    const block = blockOf(elementOf('#p'));
    elementOf('#p').textContent = 'Nothing.';
    marks.show([block], [{ block: 0, start: 9, end: 13, look: () => 'place', mention: 0 }]);
    expect(marks.count).toBe(0);
  });

  test('with offsets that fit nothing are left out', () => {
    show('<p id="p">Baku</p>');
    marks.show(
      [blockOf(elementOf('#p'))],
      [
        { block: 0, start: 2, end: 99, look: () => 'place', mention: 0 },
        { block: 7, start: 0, end: 1, look: () => 'place', mention: 1 },
      ],
    );
    expect(marks.count).toBe(0);
  });
});

describe('the name under the pointer', () => {
  test('is found in its middle and at its first and last letter, and not beside it', () => {
    markIn('Talks in Baku go on.', 'Baku');
    const rect = marks.rangeOf(0)?.getBoundingClientRect();
    if (!rect) throw new Error('no rectangle');
    const y = rect.top + rect.height / 2;
    expect(marks.hit(rect.left + 2, y)?.mention).toBe(0);
    expect(marks.hit(rect.right - 2, y)?.mention).toBe(0);
    expect(marks.hit(rect.left - 8, y)).toBeNull();
    expect(marks.hit(rect.right + 8, y)).toBeNull();
    expect(marks.hit(rect.left + 2, rect.bottom + 40)).toBeNull();
  });

  test('is told from its neighbour', () => {
    markIn('Armenian-Azeri talks', 'Armenian', 'Azeri');
    expect(marks.hit(middleOf(0).x, middleOf(0).y)?.mention).toBe(0);
    expect(marks.hit(middleOf(1).x, middleOf(1).y)?.mention).toBe(1);
  });

  test('is found on each of its lines, and not in the margin behind the first', () => {
    markIn(`${'word '.repeat(8)}Islamic Revolutionary Guard Corps of Iran`, 'Islamic Revolutionary Guard Corps');
    const rects = [...(marks.rangeOf(0)?.getClientRects() ?? [])];
    expect(rects.length).toBeGreaterThan(1);
    rects.forEach((rect, number) => {
      expect(marks.hit(rect.left + rect.width / 2, rect.top + rect.height / 2)).toMatchObject({ mention: 0, rect: number });
    });
    const first = rects[0];
    if (first) expect(marks.hit(first.right + 60, first.top + first.height / 2)).toBeNull();
  });

  test('is not what another element covers', () => {
    markIn('Talks in Baku.', 'Baku');
    const { x, y } = middleOf(0);
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:white';
    document.body.append(cover);
    expect(marks.hit(x, y)).toBeNull();
  });
});

describe('marks that are not to be seen', () => {
  test('are neither drawn nor hit until they are revealed', () => {
    markIn('Talks in Baku.', 'Baku');
    const { x, y } = middleOf(0);
    marks.reveal(false);
    expect(rangesOf('place')).toEqual([]);
    expect(marks.hit(x, y)).toBeNull();
    marks.reveal(true);
    expect(rangesOf('place')).toEqual(['Baku']);
    expect(marks.hit(x, y)?.mention).toBe(0);
  });
});

test('the current name is drawn over its own mark, and no more once it is left', () => {
  markIn('Talks in Baku and Ganja.', 'Baku', 'Ganja');
  expect(marks.mentions).toEqual([0, 1]);
  marks.showCurrent(marks.rangeOf(1));
  expect(rangesOf('current')).toEqual(['Ganja']);
  expect(CSS.highlights.get('dramatis-current')?.priority).toBeGreaterThan(CSS.highlights.get('dramatis-place')?.priority ?? 9);
  marks.showCurrent(null);
  expect(CSS.highlights.has('dramatis-current')).toBe(false);
});

describe('the ground under a name', () => {
  test.each([
    ['a page of its own white', '', 'light'],
    ['a dark article', 'background:#111;color:#eee', 'dark'],
    ['a half-transparent dark veil over white', 'background:rgba(0,0,0,0.9);color:#eee', 'dark'],
    ['an image', 'background:linear-gradient(red,blue);color:white', 'plain'],
    ['a middle grey', 'background:#777;color:white', 'plain'],
    ['text over a picture that lies elsewhere', 'color:white', 'plain'],
    ['a colour in another notation', 'background:oklch(0.5 0.2 30);color:white', 'plain'],
  ])('%s', (_, style, tone) => {
    show(`<article style="${style}"><p id="p">Talks in <b>Baku</b>.</p></article>`);
    expect(new Grounds().toneOf(elementOf('#p b'))).toBe(tone);
  });
});

describe('a page with more marks than are drawn at once', () => {
  const MANY = 1200;

  /** Paragraphs with a name each, one in forty lines of the viewport's height. */
  function markMany() {
    show(Array.from({ length: MANY }, (_, at) => `<p style="margin: 0; height: 40px">Talks in Baku ${at}.</p>`).join(''));
    const blocks = [...document.querySelectorAll('p')].map((element) => blockOf(element));
    const specs = blocks.map((_, block) => ({ block, start: 9, end: 13, look: () => 'place', mention: block }));
    return { blocks, specs, follow: () => marks.show(blocks, specs) };
  }
  const drawn = () => rangesOf('place').length;

  test('has those near the viewport drawn, and counts all', async () => {
    markMany().follow();
    await vi.waitFor(() => expect(drawn()).toBeGreaterThan(10));
    expect(drawn()).toBeLessThan(400);
    expect(marks.count).toBe(MANY);
    expect(String(marks.rangeOf(MANY - 1))).toBe('Baku');
  });

  test('draws what is scrolled to, and what was changed before is dropped', async () => {
    const { blocks } = markMany();
    marks.show(
      blocks,
      blocks.map((_, block) => ({ block, start: 9, end: 13, look: () => 'place', mention: block })),
    );
    const late = blocks.at(-1)?.element;
    if (late) late.textContent = 'Nothing here any more.';
    scrollTo(0, document.body.scrollHeight);
    await vi.waitFor(() => expect(marks.count).toBe(MANY - 1));
    const { x, y } = middleOf(MANY - 2);
    expect(marks.hit(x, y)?.mention).toBe(MANY - 2);
    expect(marks.rangeOf(MANY - 1)).toBeNull();
    scrollTo(0, 0);
  });

  test('a mark that nobody has scrolled to is followed when the marks are made anew', () => {
    const { blocks, specs, follow } = markMany();
    follow();
    const again = marks.show(
      blocks,
      specs.map((spec) => ({ ...spec, mention: spec.mention + 5 })),
    );
    expect(again(MANY - 1)).toBe(MANY + 4);
  });

  test('marks whose block is gone count no more', () => {
    const { blocks, follow } = markMany();
    follow();
    blocks.at(-1)?.element.remove();
    marks.forgetGone();
    expect(marks.count).toBe(MANY - 1);
  });
});
