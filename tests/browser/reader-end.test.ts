import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { elementOf } from './page.ts';
import {
  answerMarks,
  answerSettings,
  background,
  forgetAll,
  marked,
  NAMES,
  page,
  paragraphs,
  pause,
  question,
  tell,
} from './reader-background.ts';

vi.mock('../../entrypoints/api/page-api.ts', async () => ({ api: (await import('./reader-background.ts')).api }));
const { startReader } = await import('../../entrypoints/reader/reader.ts');
const { PageHand } = await import('../../entrypoints/hand/hand.ts');

const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

let end: AbortController;
const start = () => {
  end = new AbortController();
  return startReader(end.signal, async () => (options) => new PageHand(options));
};

beforeEach(() => {
  forgetAll();
  said.mockClear();
});
afterEach(() => {
  end.abort();
  expect(marked()).toEqual([]);
});

describe('what a reader leaves behind when it ends', () => {
  /** Timers, idle and frame callbacks that wait; listeners that nothing takes away; observers that observe. */
  const waiting = new Map<string, Set<unknown>>();
  const listening: { type: string; signal: AbortSignal | undefined }[] = [];
  const observing = new Set<MutationObserver>();
  const restore: (() => void)[] = [];

  beforeEach(() => {
    waiting.clear();
    listening.length = 0;
    observing.clear();
    const wrap = <Owner extends object, Key extends keyof Owner>(owner: Owner, key: Key, made: (own: Owner[Key]) => Owner[Key]) => {
      const own = owner[key];
      owner[key] = made(own);
      restore.push(() => {
        owner[key] = own;
      });
    };
    const keep = (kind: string) => {
      const held = new Set<unknown>();
      waiting.set(kind, held);
      return held;
    };
    const timers = keep('timer');
    wrap(
      window,
      'setTimeout',
      (own) =>
        Object.assign((work: () => void, time?: number, ...given: unknown[]) => {
          const id = own(() => {
            timers.delete(id);
            (work as (...all: unknown[]) => void)(...given);
          }, time);
          timers.add(id);
          return id;
        }, own) as typeof own,
    );
    wrap(window, 'clearTimeout', (own) => (id) => {
      timers.delete(id);
      own(id);
    });
    const intervals = keep('interval');
    wrap(
      window,
      'setInterval',
      (own) =>
        ((work: () => void, time?: number) => {
          const id = own(work, time);
          intervals.add(id);
          return id;
        }) as typeof own,
    );
    wrap(window, 'clearInterval', (own) => (id) => {
      intervals.delete(id);
      own(id);
    });
    const heard = (on: unknown, type: string, options: boolean | AddEventListenerOptions | undefined) => {
      const { signal, once = false } = typeof options === 'object' ? options : {};
      // What is in the card goes with it.
      const dies = on instanceof AbortSignal || (on instanceof Element && on !== document.documentElement) || once;
      if (!dies) listening.push({ type, signal });
    };
    wrap(
      EventTarget.prototype,
      'addEventListener',
      (own) =>
        function (this: EventTarget, type, listener, options) {
          heard(this, type, options);
          own.call(this, type, listener, options);
        },
    );
    // The window of a test has one of its own.
    if (Object.hasOwn(window, 'addEventListener'))
      wrap(
        window,
        'addEventListener',
        (own) => (type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions) => {
          heard(window, type, options);
          own.call(window, type, listener, options);
        },
      );
    wrap(
      MutationObserver.prototype,
      'observe',
      (own) =>
        function (this: MutationObserver, target, options) {
          observing.add(this);
          own.call(this, target, options);
        },
    );
    wrap(
      MutationObserver.prototype,
      'disconnect',
      (own) =>
        function (this: MutationObserver) {
          observing.delete(this);
          own.call(this);
        },
    );
  });
  afterEach(() => {
    for (const undo of restore.splice(0).reverse()) undo();
  });

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
    await answerSettings();
    await answerMarks();
    await started;
  };
  /** Opens a card by the pointer, which brings the whole hand, and has the page change meanwhile. */
  const busy = async () => {
    await userEvent.hover(elementOf('p + p'), { position: { x: 12, y: 12 } });
    (await question('card')).answer(card);
    await vi.waitUntil(() => document.querySelector('dramatis-card'));
    expect(waiting.get('interval')?.size).toBe(1);
    elementOf('article').insertAdjacentHTML('beforeend', paragraphs('Yerevan'));
    elementOf('p').remove();
    document.body.classList.toggle('dark');
    for (let turn = 0; turn < 400; turn++)
      elementOf('h1').textContent = `Talks, the ${turn}th hour of them, as long as a paragraph is at least`;
    await pause(20);
  };
  const left = () => ({
    timers: waiting.get('timer')?.size,
    intervals: waiting.get('interval')?.size,
    observers: observing.size,
    messages: background.listeners.size,
    listeners: listening.filter(({ signal }) => !signal?.aborted).map(({ type }) => type),
  });
  /** Sooner than any of its timers is over by itself. */
  const ENDED = { timeout: 1500 };
  const NOTHING = { timers: 0, intervals: 0, observers: 0, messages: 0, listeners: [] };

  test('is nothing: no timer, listener, observer, mark or card; and it asks for nothing any more', async () => {
    await whole();
    await busy();
    expect(left()).not.toEqual(NOTHING);
    expect(marked().length).toBeGreaterThan(0);
    end.abort();
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
    end.abort();
    await answerSettings();
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
    end.abort();
    await vi.waitFor(() => expect({ ...left(), messages: 0 }).toEqual(NOTHING), ENDED);
    expect(said).not.toHaveBeenCalled();
  });
});
