import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { elementOf } from './page.ts';
import { end, said, start } from './page-reader.ts';
import { answerMarks, background, marked, NAMES, page, paragraphs, pause, question, tell } from './reader-background.ts';
import { held, watchHeld } from './watch-held.ts';

describe('what a reader leaves behind when it ends', () => {
  let endWatch: () => void;
  beforeEach(() => {
    endWatch = watchHeld();
  });
  afterEach(() => endWatch());

  const card = {
    type: 'card',
    card: {
      name: 'Goris',
      title: 'Goris',
      kind: 'place',
      subkind: 'city',
      here: false,
      lead: 'a town',
      lines: [],
      facts: [],
      quote: null,
      met: null,
      count: 1,
      remark: null,
      others: [],
      steps: [],
      place: null,
      wikipedia: null,
      entry: null,
      key: '=goris',
    },
  };
  const whole = async () => {
    page(...NAMES);
    const started = start();
    await answerMarks();
    await started;
  };
  /** Opens a card by the pointer, which brings the whole hand, and has the page change meanwhile. */
  const busy = async () => {
    await userEvent.hover(elementOf('p + p'), { position: { x: 12, y: 12 } });
    (await question('card')).answer(card);
    await vi.waitUntil(() => document.querySelector('dramatis-card'));
    expect(held().intervals).toBe(1);
    elementOf('article').insertAdjacentHTML('beforeend', paragraphs('Yerevan'));
    elementOf('p').remove();
    document.body.classList.toggle('dark');
    for (let turn = 0; turn < 400; turn++)
      elementOf('h1').textContent = `Talks, the ${turn}th hour of them, as long as a paragraph is at least`;
    await pause(20);
  };
  const left = () => ({ ...held(), messages: background.listeners.size });
  /** Sooner than any of its timers is over by itself. */
  const ENDED = { timeout: 1500 };
  const NOTHING = { timers: 0, intervals: 0, observers: 0, messages: 0, listeners: [] };

  test('is nothing: no timer, listener, observer, mark or card; and it asks for nothing any more', async () => {
    await whole();
    await busy();
    expect(left()).not.toEqual(NOTHING);
    expect(marked().length).toBeGreaterThan(0);
    end();
    expect(marked()).toEqual([]);
    expect(document.querySelectorAll('dramatis-card')).toHaveLength(0);
    const before = background.asked.length;
    elementOf('article').insertAdjacentHTML('beforeend', paragraphs('Tbilisi'));
    document.body.click();
    history.replaceState(null, '', `${location.pathname}${location.search}#other`);
    // What was under way comes to its end.
    await vi.waitFor(() => expect(left()).toEqual(NOTHING), ENDED);
    await pause(2200);
    expect(left()).toEqual(NOTHING);
    expect(background.asked.length).toBe(before);
    expect(marked()).toEqual([]);
  });

  test('is nothing where it ends while it waits for its answers', async () => {
    page(...NAMES);
    const started = start();
    await question('annotate');
    end();
    await answerMarks();
    await started;
    expect(marked()).toEqual([]);
    await vi.waitFor(() => expect(left()).toEqual(NOTHING), ENDED);
  });

  test('is nothing where the extension is gone, whose calls throw', async () => {
    await whole();
    await busy();
    background.cutOff = true;
    // What it would tell the popup, and ask the background, goes nowhere.
    void tell({ type: 'read-anyway', anyway: true });
    await pause(50);
    end();
    await vi.waitFor(() => expect({ ...left(), messages: 0 }).toEqual(NOTHING), ENDED);
    expect(said).not.toHaveBeenCalled();
  });
});
