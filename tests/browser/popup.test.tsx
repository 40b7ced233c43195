import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PageStanding, PopupView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { DEFAULTS } from '#lib/settings/index.ts';
import { wordsOf } from '#lib/words/index.ts';
import arabic from '../../public/_locales/ar/messages.json';
import english from '../../public/_locales/en/messages.json';

let root: HTMLElement;
const done: string[] = [];

function draw(standing: PageStanding, messages: typeof english = english): void {
  render(
    <WordsContext value={wordsOf(messages)}>
      <PopupView
        settings={DEFAULTS}
        host="news.example"
        shownHere={true}
        standing={standing}
        commands={[]}
        canUndo={false}
        problem={null}
        onChange={() => done.push('change')}
        onUndo={() => done.push('undo')}
        onReadAnyway={(anyway) => done.push(`read ${anyway}`)}
        onOpen={(what) => done.push(`open ${what}`)}
      />
    </WordsContext>,
    root,
  );
}

beforeEach(() => {
  done.length = 0;
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const status = () => root.querySelector('[role=status]')?.textContent;
const button = (name: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name) ?? null;
const READ = 'Read this page anyway';

/** Each reason that there is, whether asking for the page helps against it, and the words. */
const REASONS: readonly (readonly [Exclude<PageStanding['type'], 'marked'>, string | null, string])[] = [
  ['asking', null, 'Looking at this page…'],
  ['off', READ, 'Names are not shown here'],
  ['all-off', READ, 'Names are switched off on every page'],
  ['site-off', READ, 'Names are switched off on this site'],
  ['not-chosen', READ, 'Names are shown only on sites you chose; this is not one of them'],
  ['asked', 'Read this page', 'Names are shown only when you ask'],
  ['no-article', READ, 'No article was found on this page'],
  ['language', READ, 'This page is not in English; only English is read so far'],
  [
    'no-highlights',
    null,
    'This browser cannot mark text without changing the page (it lacks the CSS Custom Highlight API), so no names are marked',
  ],
  ['browser-page', null, 'The browser lets no extension read this page'],
  ['withheld', null, 'The browser does not let Dramatis read this site; allow it in the browser’s extension settings'],
  ['failed', null, 'The glossary could not be read; reload the page to try again'],
];

describe('the popup says why nothing is marked', () => {
  test.each(REASONS)('%s', (type, offers, says) => {
    draw({ type, anyway: false });
    expect(status()).toBe(says);
    for (const label of [READ, 'Read this page']) expect(button(label) !== null, label).toBe(label === offers);
    expect(button('Stop reading this page')).toBeNull();
    if (offers === null) return;
    button(offers)?.click();
    expect(done).toEqual(['read true']);
  });

  test.each(REASONS)('%s, in Arabic in other words', (type) => {
    draw({ type, anyway: false }, arabic);
    expect(status()).toMatch(/\p{Script=Arabic}/u);
  });

  test('and that a page holds no name, or how many', () => {
    draw({ type: 'marked', names: 0, kinds: {}, anyway: false });
    expect(status()).toBe('No names were found here');
    draw({ type: 'marked', names: 3, kinds: { person: 3 }, anyway: true });
    expect(status()).toBe('3 names found here');
    button('Stop reading this page')?.click();
    expect(done).toEqual(['read false']);
  });
});
