import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ARTICLE, markedIn, startBackground, wholeExtension } from './background.ts';
import { type FakeExtension, onPage } from './fake-extension.ts';

let extension: FakeExtension;
const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

beforeEach(() => {
  extension = wholeExtension();
  said.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

const surfaces = async () => {
  const reply = (await extension.send(ARTICLE, onPage())) as { type: string };
  return markedIn(reply) ?? reply.type;
};
const WHOLE = ['Ilham Aliyev', 'Sergei Lavrov', 'Ganja', 'NATO', 'Tobias Brenner'];
const damaged = (path: string, damage: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) => {
  const bytes = extension.files.get(path);
  if (!bytes) throw new Error(`no ${path}`);
  extension.files.set(path, damage(bytes.slice()));
};
const flip = (at: (length: number) => number) => (bytes: Uint8Array<ArrayBuffer>) => {
  const offset = at(bytes.length);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x10;
  return bytes;
};

test('what marks need is asked for while the background’s script is still being run', async () => {
  const asked: string[] = [];
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser: extension.browser }));
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return extension.fetch(address);
  });
  await import('../../../entrypoints/background/index.ts');
  expect(asked).toEqual(['/glossary.index', '/names.model']);
});

test('whole files give the article’s names', async () => {
  await startBackground(extension);
  expect(await surfaces()).toEqual(WHOLE);
});

describe('the seal of a file', () => {
  const reckon = crypto.subtle.digest.bind(crypto.subtle);
  let reckoned = 0;
  beforeEach(() => {
    vi.spyOn(crypto.subtle, 'digest').mockImplementation((...given) => {
      reckoned++;
      return reckon(...given);
    });
  });
  afterEach(() => vi.mocked(crypto.subtle.digest).mockRestore());
  const startedAnew = async () => {
    extension.stop();
    await startBackground(extension);
    expect(await surfaces()).toEqual(WHOLE);
    expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 0 }, onPage())).toMatchObject({ type: 'card' });
  };

  test('is reckoned once while the browser runs, however often the background is started anew', async () => {
    await startBackground(extension);
    await startedAnew();
    expect(Object.keys(extension.session.items.wholeFiles ?? {}).sort()).toEqual(['/glossary.entries', '/glossary.index', '/names.model']);
    const before = reckoned;
    await startedAnew();
    expect(reckoned).toBe(before);
  });

  test('is reckoned again where the length is another', async () => {
    await startBackground(extension);
    expect(await surfaces()).toEqual(WHOLE);
    extension.stop();
    damaged('/glossary.index', (bytes) => bytes.slice(0, -4));
    await startBackground(extension);
    expect(await surfaces()).toBe('failed');
  });

  test('is reckoned each time where nothing can be remembered', async () => {
    extension.session.fails = { get: true, set: true };
    await startBackground(extension);
    await startedAnew();
    const before = reckoned;
    await startedAnew();
    expect(reckoned).toBeGreaterThan(before);
  });
});

describe('the index of names', () => {
  test.each([
    ['is missing', () => extension.files.delete('/glossary.index')],
    ['is empty', () => damaged('/glossary.index', () => new Uint8Array(0))],
    ['is cut short', () => damaged('/glossary.index', (bytes) => bytes.slice(0, bytes.length >> 1))],
    ['is cut short by a few bytes', () => damaged('/glossary.index', (bytes) => bytes.slice(0, -4))],
    [
      'has a bit flipped in its header',
      () =>
        damaged(
          '/glossary.index',
          flip(() => 17),
        ),
    ],
    [
      'has a bit flipped in the middle',
      () =>
        damaged(
          '/glossary.index',
          flip((length) => length >> 1),
        ),
    ],
    [
      'has a bit flipped at its end',
      () =>
        damaged(
          '/glossary.index',
          flip((length) => length - 1),
        ),
    ],
    ['is of something else', () => damaged('/glossary.index', () => new TextEncoder().encode('<!doctype html>'.repeat(40)))],
  ])('%s: no marks, and no wrong ones', async (_, damage) => {
    damage();
    await startBackground(extension);
    expect(await surfaces()).toBe('failed');
    expect(said).toHaveBeenCalledTimes(1);
  });

  test('is there again: the next page has its marks, without a new background', async () => {
    const index = extension.files.get('/glossary.index') ?? new Uint8Array();
    extension.files.delete('/glossary.index');
    await startBackground(extension);
    expect(await surfaces()).toBe('failed');
    extension.files.set('/glossary.index', index);
    expect(await surfaces()).toEqual(WHOLE);
  });
});

test.each(['/glossary.index', '/glossary.entries', '/names.model'])('%s cannot be read once: it is read again', async (path) => {
  extension.failOnce.add(path);
  await startBackground(extension);
  expect(await surfaces()).toEqual(WHOLE);
  expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 0 }, onPage())).toMatchObject({ type: 'card' });
  expect(said).not.toHaveBeenCalled();
});

describe('the model', () => {
  test.each([
    ['is missing', () => extension.files.delete('/names.model')],
    ['is cut short', () => damaged('/names.model', (bytes) => bytes.slice(0, bytes.length >> 1))],
    ['is empty', () => damaged('/names.model', () => new Uint8Array(0))],
    [
      'has a bit flipped among its weights',
      () =>
        damaged(
          '/names.model',
          flip((length) => length >> 1),
        ),
    ],
  ])('%s: the glossary’s names are marked all the same', async (_, damage) => {
    damage();
    await startBackground(extension);
    expect(await surfaces()).toEqual(WHOLE.slice(0, 4));
    expect(said.mock.calls.map(([line]) => line)).toContain('dramatis: names that the glossary lacks are not found:');
  });
});

describe('the entries', () => {
  test.each([
    ['are missing', () => extension.files.delete('/glossary.entries')],
    ['are cut short', () => damaged('/glossary.entries', (bytes) => bytes.slice(0, 400))],
    [
      'have a bit flipped',
      () =>
        damaged(
          '/glossary.entries',
          flip((length) => length >> 1),
        ),
    ],
  ])('%s: marks, but no card, and none that is wrong', async (_, damage) => {
    damage();
    await startBackground(extension);
    expect(await surfaces()).toEqual(WHOLE);
    expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 0 }, onPage())).toMatchObject({ type: 'failed' });
  });

  test('are of another build than the index', async () => {
    const { compileText, place } = await import('../support/glossary.ts');
    const other = compileText(place('elsewhere', 'Elsewhere', 'city', 'FR'));
    extension.files.set('/glossary.entries', new Uint8Array(other.packedEntries));
    await startBackground(extension);
    expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 0 }, onPage())).toMatchObject({ type: 'failed' });
  });
});

describe('the atlas', () => {
  test.each([
    ['is missing', () => extension.files.delete('/atlas.json')],
    ['is no JSON', () => extension.files.set('/atlas.json', new TextEncoder().encode('{"land":'))],
    ['is of another shape', () => extension.files.set('/atlas.json', new TextEncoder().encode('{"land":1}'))],
  ])('%s: the card comes without its map', async (_, damage) => {
    damage();
    await startBackground(extension);
    await surfaces();
    expect(await extension.send({ type: 'card', page: ARTICLE.page, mention: 2 }, onPage())).toMatchObject({ card: { name: 'Ganja' } });
    const asked = { type: 'map', entries: ['ganja'], width: 340, height: 200, heart: false };
    expect(await extension.send(asked, onPage())).toMatchObject({ type: 'failed' });
  });
});
