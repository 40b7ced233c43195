import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'dramatis-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: 'annotate' | 'glossary', args: readonly string[], input = ''): { code: number | null; out: string; error: string } {
  const done = spawnSync(process.execPath, [`lib/commands/${command}.ts`, ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // Faults of the glossary's sources are told too; they are no fault of the call.
  const error = done.stderr
    .split('\n')
    .filter((line) => !line.startsWith('glossary: ') && !line.includes('Warning'))
    .join('\n')
    .trim();
  return { code: done.status, out: done.stdout, error };
}

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

const oneLine = (text: string) => text.length > 0 && !text.includes('\n') && !/^\s*at /m.test(text);

describe('annotate', () => {
  test('reads a text as of a day', () => {
    const text = 'Sergey Lavrov flew to Baku. Later Lavrov left.';
    const { code, out } = run('annotate', ['--date', '2020-10-18', '--format', 'json', file('a.txt', text)]);
    const document = JSON.parse(out);
    expect(code).toBe(0);
    expect(document).toMatchObject({ date: '2020-10-18', language: 'en' });
    for (const mention of document.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
    expect(document.mentions.map((mention: { entry: string; note: string }) => [mention.entry, mention.note.slice(0, 26)])).toEqual([
      ['sergei-lavrov', 'Foreign Minister of Russia'],
      ['baku', expect.any(String)],
      ['sergei-lavrov', 'Foreign Minister of Russia'],
    ]);
  });

  test('reads HTML with its own date, and gives its text back', () => {
    const html = `<html lang="en"><head><meta property="article:published_time" content="2011-05-02"></head><body><article><p>President Dmitry Medvedev spoke in Moscow on Monday, and the ministers who were there listened for an hour to what he had to say.</p></article></body></html>`;
    const document = JSON.parse(run('annotate', ['--format', 'json', file('a.html', html)]).out);
    expect(document.date).toBe('2011-05-02');
    const medvedev = document.mentions.find((mention: { entry: string }) => mention.entry === 'dmitry-medvedev');
    expect(medvedev.note).toMatch(/^President of Russia, since May 2008/);
    expect(document.text.slice(medvedev.start, medvedev.end)).toBe('Dmitry Medvedev');
  });

  test('takes names of a pack before the glossary’s', () => {
    const text = 'Elizabeth Bennet danced with Mr. Darcy. Darcy left for Paris.';
    const document = JSON.parse(
      run('annotate', ['--pack', 'public/packs/pride-and-prejudice.json', '--format', 'json', file('p.txt', text)]).out,
    );
    expect(document.mentions.map((mention: { entry: string }) => mention.entry)).toEqual([
      'pride-and-prejudice:elizabeth-bennet',
      'pride-and-prejudice:fitzwilliam-darcy',
      'pride-and-prejudice:fitzwilliam-darcy',
      'paris',
    ]);
  });

  test.each([
    ['{"format": 1}', /line 1, format: must be "dramatis-pack\/1"/],
    ['{\n"format":\n', /line 3: is no JSON/],
    ['\u0000\u0001', /line 1: is no JSON/],
  ])('refuses a pack that is wrong, with place and reason: %j', (content, reason) => {
    const { code, out, error } = run('annotate', ['--pack', file('bad.json', content), file('p.txt', 'Paris')]);
    expect([code, out]).toEqual([1, '']);
    expect(oneLine(error)).toBe(true);
    expect(error).toMatch(reason);
  });

  test('refuses a pack that is not there, or no text', () => {
    for (const pack of ['/nowhere/at/all.json', file('binary.json', new Uint8Array([0xff, 0xfe, 0x00]))]) {
      const { code, error } = run('annotate', ['--pack', pack, file('p.txt', 'Paris')]);
      expect(code).toBe(1);
      expect(oneLine(error)).toBe(true);
    }
    expect(run('annotate', ['--pack']).code).toBe(2);
  });

  test('reads standard input, and JSON lines with their dates', () => {
    const lines = `${JSON.stringify({ id: 'x', text: 'Ankara is in Turkey.', date: '2003-01-05' })}\n\n${JSON.stringify({ id: 'y', text: '' })}\n`;
    const documents = run('annotate', ['--format', 'jsonl', '-'], lines)
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents.map((document) => [document.id, document.mentions.length])).toEqual([
      ['x', 2],
      ['y', 0],
    ]);
  });

  test.each([
    ['an empty file', 'empty.txt', ''],
    ['a lone surrogate and marks', 'odd.txt', '\uFEFF\u202E Lavrov \u0301\u0301'],
  ])('gives an answer to %s', (_what, name, content) => {
    expect(run('annotate', ['--format', 'json', file(name, content)]).code).toBe(0);
  });

  test.each([
    ['a binary file', 'b.txt', new Uint8Array([77, 0, 1, 2, 0]), /binary/],
    ['invalid UTF-8', 'u.txt', new Uint8Array([0xff, 0xfe, 0x41]), /not valid UTF-8/],
    ['broken JSON lines', 'j.jsonl', '{"id":"a","text":"b"}\n{"id":', /j\.jsonl:2: not JSON/],
    ['JSON lines of another shape', 'k.jsonl', '{"id":1}', /k\.jsonl:1: .*"id" must be text/],
    ['a wrong date in JSON lines', 'd.jsonl', '{"id":"a","text":"b","date":"soon"}', /d\.jsonl:1: "date" is "soon"/],
    ['50 MB', 'big.txt', 'a '.repeat(25_000_000), /50 MB|48 MB|larger than/],
  ])('refuses %s in one line', (_what, name, content, says) => {
    const { code, out, error } = run('annotate', ['--format', 'json', file(name, content)]);
    expect(code).toBe(1);
    expect(error).toMatch(says);
    expect(oneLine(error)).toBe(true);
    expect(out).not.toContain('Error');
  });

  test.each([[['--date', 'yesterday', 'x.txt']], [['--format', 'xml', 'x.txt']], [['--colour', 'x.txt']], [[]]])(
    'tells bad usage %j',
    (args) => {
      const { code, error } = run('annotate', args);
      expect(code).toBe(2);
      expect(oneLine(error)).toBe(true);
    },
  );
});

describe('glossary', () => {
  test('looks up and shows as of a day', () => {
    const found = run('glossary', ['lookup', 'Lavrov', '--date', '2020-10-18']);
    expect(JSON.parse(found.out.split('\n')[0] ?? '')).toMatchObject({ id: 'sergei-lavrov', kind: 'person' });
    expect(JSON.parse(run('glossary', ['show', 'georgia', '--date', '2020-10-18']).out)).toMatchObject({
      id: 'georgia',
      country: 'GE',
      note: expect.stringContaining('Salome Zourabichvili'),
    });
  });

  test('says so where there is nothing', () => {
    expect(run('glossary', ['lookup', 'Zzyzx', 'Nobody'])).toMatchObject({ code: 1, out: '' });
    expect(run('glossary', ['show', 'nobody-at-all'])).toMatchObject({ code: 1, out: '' });
    expect(run('glossary', ['fly']).code).toBe(2);
    expect(run('glossary', []).code).toBe(2);
    expect(run('glossary', ['--help']).out).toContain('lookup NAME');
  });

  test('checks a folder: a fault is told with its file and line', () => {
    const sources = mkdtempSync(path.join(folder, 'sources-'));
    writeFileSync(path.join(sources, 'SOURCES.yaml'), 'editor: the editor\n');
    writeFileSync(
      path.join(sources, 'people.yaml'),
      '- id: a-b\n  kind: person\n  name: A B\n  born: 1952-13-01\n  summary: One.\n  sources: [editor]\n',
    );
    const { code, out } = run('glossary', ['check', sources]);
    expect(code).toBe(1);
    expect(out).toContain('people.yaml:4: born: must be a date written YYYY, YYYY-MM or YYYY-MM-DD');
  });
});
