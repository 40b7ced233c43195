import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { RECOGNISED } from '#lib/names/recognise/labels.ts';

/** A stretch of a text with the number of its kind in RECOGNISED. UTF-16 units. */
interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

/** A text with its names. */
export interface GoldText {
  readonly id: string;
  /** The corpus it is of. */
  readonly corpus: string;
  /** YYYYMMDD. */
  readonly day: number;
  readonly text: string;
  readonly spans: readonly GoldSpan[];
  /** Stretches whose labels are not known. */
  readonly open: readonly (readonly [number, number])[];
  /** Whether peoples and nationalities are annotated. */
  readonly groups: boolean;
}

const KIND_OF_TYPE: Readonly<Record<string, (typeof RECOGNISED)[number]>> = {
  person: 'person',
  org: 'organisation',
  place: 'place',
  norp: 'group',
  weapon: 'thing',
  event: 'thing',
  work: 'thing',
  other: 'thing',
};

const kindNumber = (type: string): number => RECOGNISED.indexOf(KIND_OF_TYPE[type] ?? 'thing');

const line = v.looseObject({
  id: v.string(),
  corpus: v.string(),
  licence: v.string(),
  date: v.optional(v.nullable(v.string())),
  text: v.string(),
  annotated: v.optional(v.array(v.string())),
  ignore: v.optional(v.array(v.tuple([v.number(), v.number()]))),
  mentions: v.array(v.object({ start: v.number(), end: v.number(), type: v.string() })),
});

/** Licences under which a text may be trained on: attribution at most; share-alike texts are left out. */
const USABLE = /^(?:CC-BY-\d|CC-BY-3\.0-AU|public domain|OGL)/;

const dayFrom = (date: string | null | undefined): number => Number((date ?? '').slice(0, 10).replaceAll('-', '')) || 20150101;

/** The texts of a JSONL corpus; `usableOnly` leaves out those whose licence does not allow training. */
export async function readCorpus(file: string, usableOnly: boolean): Promise<GoldText[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.flatMap((raw) => {
    const document = v.parse(line, JSON.parse(raw));
    if (usableOnly && !USABLE.test(document.licence)) return [];
    const annotated = new Set(document.annotated ?? []);
    return [
      {
        id: document.id,
        corpus: document.corpus,
        day: dayFrom(document.date),
        text: document.text,
        spans: document.mentions.map(({ start, end, type }) => ({ start, end, kind: kindNumber(type) })),
        open: document.ignore ?? [],
        groups: annotated.size === 0 || annotated.has('norp'),
      },
    ];
  });
}

const NAME = /\[\[([^[\]|]+)\|([a-z]+)\]\]/g;

/** Our own annotated texts: articles headed `=== id | date | style`, names written `[[Grace Achieng|person]]`. */
export function parseArticles(source: string, corpus: string): GoldText[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const headEnd = part.indexOf('\n');
      const [id = '', date = ''] = part
        .slice(0, headEnd)
        .split('|')
        .map((field) => field.trim());
      const body = part.slice(headEnd + 1).trim();
      const spans: GoldSpan[] = [];
      let text = '';
      let from = 0;
      for (const match of body.matchAll(NAME)) {
        text += body.slice(from, match.index);
        const name = match[1] ?? '';
        spans.push({ start: text.length, end: text.length + name.length, kind: kindNumber(match[2] ?? '') });
        text += name;
        from = match.index + match[0].length;
      }
      text += body.slice(from);
      return { id, corpus, day: dayFrom(date), text, spans, open: [], groups: true };
    });
}

/** All of our own texts in a folder. */
export async function readArticles(folder: string, corpus: string): Promise<GoldText[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.flatMap((text) => parseArticles(text, corpus));
}
