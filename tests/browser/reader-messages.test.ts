import { describe, expect, test, vi } from 'vitest';
import { rowsOf } from '#lib/protocol/index.ts';
import { elementOf } from './page.ts';
import { said, start } from './page-reader.ts';
import {
  type Asked,
  answerMarks,
  answerSettings,
  background,
  marked,
  marksIn,
  marksReply,
  NAMES,
  page,
  paragraphs,
  pause,
  question,
  SETTINGS,
  tell,
} from './reader-background.ts';

describe('messages between a page and the background', () => {
  test('that come as they should mark the page', async () => {
    page(...NAMES);
    const started = start();
    await answerMarks();
    await started;
    expect(marked()).toEqual(NAMES);
  });

  test.each<[string, (asked: Asked) => void]>([
    ['fails', ({ fail }) => fail()],
    ['is none', ({ answer }) => answer(undefined)],
    ['tells of a failure', ({ answer }) => answer({ type: 'failed', reason: 'no index' })],
    ['is of another shape', ({ answer }) => answer(marksReply([1, 2, 3]))],
    ['is another’s', ({ answer }) => answer({ type: 'settings', settings: SETTINGS })],
  ])('an answer with marks that %s leaves the page as it is, and the next one mends it', async (_, reply) => {
    page(...NAMES);
    const started = start();
    reply(await question('annotate'));
    await answerSettings();
    await started;
    expect([marked(), (await tell({ type: 'state' }))?.state]).toEqual([[], 'failed']);
    void tell({ type: 'reread' });
    await answerMarks(1);
    await vi.waitUntil(() => marked().length > 0);
    expect(marked()).toEqual(NAMES);
    expect(said).not.toHaveBeenCalled();
  });

  test('settings that never come show nothing, until they do', async () => {
    page(...NAMES);
    const started = start();
    (await question('annotate')).fail();
    (await question('settings')).fail();
    (await question('settings', 1)).answer('what?');
    await started;
    expect(marked()).toEqual([]);
    void tell({ type: 'settings-changed' });
    await answerSettings(2);
    await answerMarks(1);
    await vi.waitUntil(() => marked().length > 0);
    expect(marked()).toEqual(NAMES);
  });

  test('an answer that is lost is given up after four seconds, and one that comes later is nobody’s', { timeout: 20_000 }, async () => {
    page(...NAMES);
    const started = start();
    const lost = await question('annotate');
    await answerSettings();
    await started;
    expect((await tell({ type: 'state' }))?.state).toBe('failed');
    lost.answer(marksReply(marksIn(lost.message.blocks ?? [])));
    await pause(50);
    expect(marked()).toEqual([]);
  });

  test('an answer to an earlier question that comes after a later one’s is dropped', async () => {
    page(...NAMES);
    const started = start();
    await answerMarks();
    await started;
    elementOf('article').insertAdjacentHTML('beforeend', paragraphs('Yerevan'));
    void tell({ type: 'reread' });
    const earlier = await question('annotate', 1);
    elementOf('article').insertAdjacentHTML('beforeend', paragraphs('Tbilisi'));
    void tell({ type: 'reread' });
    const later = await question('annotate', 2);
    later.answer(marksReply(marksIn(later.message.blocks ?? [], ['Tbilisi'])));
    await vi.waitUntil(() => marked().includes('Tbilisi'));
    earlier.answer(marksReply(marksIn(earlier.message.blocks ?? [], ['Yerevan'])));
    await pause(50);
    expect(marked()).toEqual(['Tbilisi']);
  });

  test('settings that come with the marks hold for them', async () => {
    page(...NAMES);
    const started = start();
    const { message, answer } = await question('annotate');
    answer(marksReply(marksIn(message.blocks ?? []), { ...SETTINGS, markStyle: 'solid' }));
    await started;
    expect(CSS.highlights.get('dramatis-place-solid')?.size).toBe(NAMES.length);
    expect(background.asked.some(({ message: { type } }) => type === 'settings')).toBe(false);
  });

  test('settings that come with the marks and show none leave the page as it is', async () => {
    page(...NAMES);
    const started = start();
    const { message, answer } = await question('annotate');
    answer(marksReply(marksIn(message.blocks ?? []), { ...SETTINGS, shown: false }));
    await started;
    expect([marked(), (await tell({ type: 'state' }))?.state]).toEqual([[], 'off']);
  });

  test('settings that change while marks are on their way are not lost to those that come with them', async () => {
    page(...NAMES);
    const started = start();
    const { message, answer } = await question('annotate');
    void tell({ type: 'settings-changed' });
    await answerSettings(0, { ...SETTINGS, markStyle: 'solid' });
    await question('annotate', 1);
    answer(marksReply(marksIn(message.blocks ?? [])));
    await answerMarks(1);
    await started;
    await vi.waitUntil(() => marked().length > 0);
    expect([...CSS.highlights.keys()].filter((name) => name.startsWith('dramatis-'))).toEqual(['dramatis-place-solid']);
  });

  test('whoever asks how the page stands while its marks are on their way is told once they are there', async () => {
    page(...NAMES);
    void start();
    const { message, answer } = await question('annotate');
    const standing = tell({ type: 'state' });
    await pause(50);
    answer(marksReply(marksIn(message.blocks ?? [])));
    expect(await standing).toMatchObject({ state: 'marked', names: NAMES.length });
  });

  test('settings that are told in another order than they were asked for: those asked for last count', async () => {
    page(...NAMES);
    const started = start();
    await answerMarks();
    await started;
    void tell({ type: 'settings-changed' });
    await question('settings');
    void tell({ type: 'settings-changed' });
    await answerSettings(1, { ...SETTINGS, markStyle: 'solid' });
    await vi.waitUntil(() => CSS.highlights.has('dramatis-place-solid'));
    await answerSettings(0, { ...SETTINGS, shown: false });
    await pause(50);
    expect(marked()).toEqual(NAMES);
  });

  test('marks that lie where the page has no text are left out', async () => {
    page(...NAMES);
    const started = start();
    const { message, answer } = await question('annotate');
    const good = marksIn(message.blocks ?? []);
    const mark = { kind: 'place', via: 'name', confidence: 1, of: 0 } as const;
    const wrong = rowsOf([
      { ...mark, block: 999, start: 0, end: 4, mention: 90 },
      { ...mark, block: 1, start: 5000, end: 5004, mention: 91 },
      { ...mark, block: 1, start: 40, end: 20, mention: 92 },
      { ...mark, block: 1, start: 30, end: 30, mention: 93 },
    ]);
    answer(marksReply([...good, ...wrong]));
    await started;
    expect(marked().filter((text) => text !== '')).toEqual(NAMES);
    expect(said).not.toHaveBeenCalled();
  });

  test('a page that became another while its names were looked for gets none of the old ones', async () => {
    page(...NAMES);
    const started = start();
    const { message, answer } = await question('annotate');
    page('Nothing', 'Nobody', 'Nowhere', 'Never', 'None', 'Not one');
    answer(marksReply(marksIn(message.blocks ?? [])));
    await started;
    expect(marked()).toEqual([]);
  });

  test.each([
    ['another extension', { type: 'read-anyway', anyway: true }, { id: 'another' }],
    ['nobody', { type: 'reread' }, {}],
    ['the extension, but none that is known', { type: 'eval', code: '1' }, { id: 'dramatis' }],
    ['the extension, but malformed', { type: 'show-mention', mention: -1 }, { id: 'dramatis' }],
  ])('those of %s are not heard', async (_, message, sender) => {
    page(...NAMES);
    const started = start();
    await answerMarks();
    await started;
    const before = background.asked.length;
    expect(await tell(message, sender)).toBeUndefined();
    await pause(20);
    expect(background.asked.length).toBe(before);
  });
});
