import { vi } from 'vitest';
import { type Mark, type PageState, type ReaderSettings, rowsOf } from '#lib/protocol/index.ts';
import { DEFAULTS } from '#lib/settings/index.ts';
import { show } from './page.ts';

/** A question of the reader's that waits for its answer. */
export interface Asked {
  readonly message: { readonly type: string; readonly blocks?: readonly string[]; readonly page?: string };
  readonly answer: (reply: unknown) => void;
  readonly fail: () => void;
}
type Listener = (message: unknown, sender: unknown, sendResponse: (reply: unknown) => void) => true | undefined;

/** What the reader's background is told and tells, and whether the extension is gone; the test answers for it. */
export const background = { asked: [] as Asked[], listeners: new Set<Listener>(), cutOff: false };

/** The extension API as the scripts on a page see it. */
export const api = {
  runtime: {
    get id() {
      return background.cutOff ? undefined : 'dramatis';
    },
    sendMessage: (message: Asked['message']) => {
      if (background.cutOff) throw new Error('Extension context invalidated.');
      return new Promise((resolve, reject) => background.asked.push({ message, answer: resolve, fail: () => reject(new Error('gone')) }));
    },
    onMessage: {
      addListener: (listener: Listener) => background.listeners.add(listener),
      removeListener: (listener: Listener) => background.listeners.delete(listener),
    },
  },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
};

/** A background that was asked nothing yet. */
export function forgetAll(): void {
  background.asked.length = 0;
  background.listeners.clear();
  background.cutOff = false;
}

export const SETTINGS: ReaderSettings = { ...DEFAULTS, hoverDelay: 0, shown: true, hidden: 0 };
const FILLING =
  ' was named in a report of several pages, which nobody there had read to its end when the talks were opened in the morning.';
export const paragraphs = (...names: string[]) => names.map((name) => `<p>${name}${FILLING}</p>`).join('');
export const page = (...names: string[]) => show(`<article><h1>Talks</h1>${paragraphs(...names)}</article>`);
export const NAMES = ['Baku', 'Goris', 'Ganja', 'Tovuz', 'Vienna', 'Paris'];

/** Marks of what a page's blocks begin with, where that is one of these names. */
export const marksIn = (blocks: readonly string[], names: readonly string[] = NAMES) =>
  rowsOf(
    blocks.flatMap((text, block): Mark[] => {
      const name = names.find((one) => text.startsWith(one));
      const found = { block, start: 0, kind: 'place', via: 'name', confidence: 1, mention: block, of: block } as const;
      return name ? [{ ...found, end: name.length }] : [];
    }),
  );
export const marked = () =>
  [...CSS.highlights].filter(([name]) => name.startsWith('dramatis-')).flatMap(([, marks]) => [...marks].map(String));
const questions = (type: string) => background.asked.filter(({ message }) => message.type === type);
/** The nth question of a kind, once it was asked. */
export const question = (type: string, nth = 0) => vi.waitUntil(() => questions(type)[nth] ?? null, { timeout: 8000, interval: 5 });
/** An answer with marks. */
export const marksReply = (marks: readonly number[], settings = SETTINGS) => ({ type: 'marks', marks, settings });
export const answerMarks = async (nth = 0) => {
  const { message, answer } = await question('annotate', nth);
  answer(marksReply(marksIn(message.blocks ?? [])));
};
export const answerSettings = async (nth = 0, settings: unknown = SETTINGS) =>
  (await question('settings', nth)).answer({ type: 'settings', settings });
/** What the reader answers a message of the background's or the popup's. */
export const tell = (message: unknown, sender: unknown = { id: 'dramatis' }) =>
  new Promise<PageState | undefined>((resolve) => {
    const heard = [...background.listeners].map((listener) => listener(message, sender, (reply) => resolve(reply as PageState)));
    if (!heard.includes(true)) resolve(undefined);
  });
export const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
