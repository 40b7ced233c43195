import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parsePage } from '#lib/commands/parse-page.ts';
import { readDocuments } from '#lib/commands/read-document.ts';
import { PROSE, paragraphs } from '../support/page.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'dramatis-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array) {
  const file = path.join(folder, 'page.html');
  writeFileSync(file, content);
  const [document] = await readDocuments(file);
  return document;
}

describe('a saved page', () => {
  test('is ordered as it is written, however deep its elements stand', () => {
    const page = parsePage('<html><body><div id="a"><b id="b">x</b></div><p id="c">y</p><div><i id="d">z</i></div></body></html>');
    const at = (id: string) => page.getElementById(id) as Element;
    const position = (one: string, other: string) => at(one).compareDocumentPosition(at(other));
    expect(position('c', 'b')).toBe(2);
    expect(position('c', 'a')).toBe(2);
    expect(position('c', 'd')).toBe(4);
    expect(position('a', 'b')).toBe(20);
    expect(position('b', 'a')).toBe(10);
    expect(position('a', 'a')).toBe(0);
    expect(at('a').compareDocumentPosition(parsePage('<p>x</p>').body) & 1).toBe(1);
  });

  test('has the day of an element deeper than the text, before one in a line', async () => {
    const html = `<html lang="en"><body><article><h1>Ministers meet</h1><div><div><time datetime="2020-10-18">Sunday</time></div></div><p>In print on 19 October 2020</p>${paragraphs}</article></body></html>`;
    expect((await read(html))?.day).toBe(20201018);
  });

  test('is read where it begins twice', async () => {
    const html = `<!doctype html><html>\n<html lang="en"><head><title>Ministers meet</title></head><body><article>${paragraphs}</article></body></html>`;
    expect((await read(html))?.text).toContain(PROSE[5]);
  });

  test('is read in the letters that it says it is written in', async () => {
    const html = (charset: string) =>
      Buffer.from(
        `<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><article><p>Recep Tayyip Erdo\xf0an and Jos\xe9 Barroso met.</p>${paragraphs}</article></body></html>`,
        'latin1',
      );
    expect((await read(html('iso-8859-9')))?.text).toContain('Erdoğan and José');
    for (const wrong of ['utf-8', 'x-nothing']) await expect(read(html(wrong))).rejects.toThrow(/not valid UTF-8/);
  });
});
