import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { extractArticle, unmasked } from '#lib/article/index.ts';
import { parseDay } from '#lib/chronicle/index.ts';
import { decodeDeclared, parsePage } from './parse-page.ts';
import { InputError } from './usage.ts';

/** A text to annotate, in blocks, each with its offset in the whole text. */
export interface ReadDocument {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly { readonly text: string; readonly offset: number }[];
  /** YYYYMMDD, or null where the document does not say. */
  readonly day: number | null;
  readonly language: string | null;
  /** HTML's text is not the file's text and is given back. */
  readonly giveText: boolean;
}

const MEGABYTE = 1024 * 1024;
/** Larger files are no articles. */
const LARGEST = 20 * MEGABYTE;

function splitBlocks(text: string): { text: string; offset: number }[] {
  const blocks: { text: string; offset: number }[] = [];
  for (const match of text.matchAll(/[^\n\r]+(?:\r?\n(?![^\S\n]*\r?\n)[^\n\r]+)*/g)) blocks.push({ text: match[0], offset: match.index });
  return blocks;
}

export function plainDocument(id: string, text: string, day: number | null): ReadDocument {
  return { id, text, blocks: splitBlocks(text), day, language: 'en', giveText: false };
}

function htmlDocument(id: string, html: string): ReadDocument {
  // The name of a file is no address: a date in it is the day it was saved.
  const article = extractArticle(parsePage(html), { address: '', now: new Date(), force: true });
  const blocks: { text: string; offset: number }[] = [];
  let text = '';
  for (const block of article?.blocks ?? []) {
    if (text) text += '\n\n';
    blocks.push({ text: block.text, offset: text.length });
    text += unmasked(block);
  }
  return { id, text, blocks, day: article?.date?.day ?? null, language: article?.language ?? null, giveText: true };
}

const jsonLine = v.object({
  id: v.pipe(v.string('"id" must be text'), v.maxLength(500)),
  text: v.string('"text" must be text'),
  date: v.optional(v.nullable(v.string('"date" must be text'))),
  title: v.optional(v.nullable(v.string())),
});

function jsonlDocuments(name: string, text: string): ReadDocument[] {
  return text.split('\n').flatMap((line, number) => {
    if (line.trim() === '') return [];
    const where = `${name}:${number + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new InputError(`${where}: not JSON; every line must be {"id","text","date"?,"title"?}`);
    }
    const parsed = v.safeParse(jsonLine, value);
    if (!parsed.success) throw new InputError(`${where}: ${parsed.issues[0].message}; every line must be {"id","text","date"?,"title"?}`);
    const { id, text: body, date } = parsed.output;
    const day = date ? parseDay(date.slice(0, 10)) : null;
    if (date && day === null) throw new InputError(`${where}: "date" is "${date.slice(0, 40)}", not YYYY-MM-DD`);
    return [plainDocument(id, body, day)];
  });
}

async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of process.stdin) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      size += bytes.length;
      if (size > LARGEST) throw new InputError(`standard input: larger than ${LARGEST / MEGABYTE} MB; no article is`);
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  }
  const facts = await stat(file).catch(() => null);
  if (!facts) throw new InputError(`${file}: no such file`);
  if (!facts.isFile()) throw new InputError(`${file}: is not a file`);
  if (facts.size > LARGEST)
    throw new InputError(`${file}: ${Math.round(facts.size / MEGABYTE)} MB, larger than ${LARGEST / MEGABYTE} MB; no article is`);
  return readFile(file);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads a file (`-` is standard input) into documents. @throws InputError in one line for what cannot be read. */
export async function readDocuments(file: string): Promise<ReadDocument[]> {
  const bytes = await readInput(file);
  const kind = path.extname(file).toLowerCase();
  const isHtml = kind === '.html' || kind === '.htm' || kind === '.xhtml';
  const text = decodeUtf8(bytes) ?? (isHtml ? decodeDeclared(bytes) : null);
  if (text === null) throw new InputError(`${file}: not valid UTF-8; save it as UTF-8 text`);
  if (text.includes('\0')) throw new InputError(`${file}: binary, not text`);
  if (kind === '.jsonl') return jsonlDocuments(file, text);
  const looksHtml = file === '-' && /^\s*(?:<!doctype html|<html[\s>])/i.test(text);
  if (isHtml || looksHtml) return [htmlDocument(file, text)];
  if (file === '-' && /^\s*\{"/.test(text)) return jsonlDocuments('standard input', text);
  return [plainDocument(file, text, null)];
}
