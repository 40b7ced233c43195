import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';

const goldMention = v.object({
  start: v.number(),
  end: v.number(),
  surface: v.string(),
  type: v.string(),
  wiki: v.optional(v.nullable(v.string())),
  canonical: v.optional(v.string()),
  evidence: v.optional(v.string()),
  use: v.optional(v.string()),
  lat: v.optional(v.nullable(v.number())),
  lon: v.optional(v.nullable(v.number())),
});

const goldDocument = v.looseObject({
  id: v.string(),
  corpus: v.string(),
  date: v.optional(v.nullable(v.string())),
  text: v.string(),
  annotated: v.optional(v.array(v.string())),
  ignore: v.optional(v.array(v.tuple([v.number(), v.number()]))),
  mentions: v.array(goldMention),
});

export type GoldDocument = v.InferOutput<typeof goldDocument>;

/** A prediction as the corpora's own scorer wants it. */
export interface Prediction {
  start: number;
  end: number;
  type: string;
  wiki?: string;
  lat?: number;
  lon?: number;
}

const share = v.looseObject({ p: v.number(), r: v.number(), f1: v.number() });
const corpusScore = v.looseObject({
  docs: v.number(),
  strict: v.optional(v.nullable(share)),
  typed: v.optional(
    v.nullable(
      v.looseObject({
        micro: v.optional(v.nullable(share)),
        person: v.optional(v.nullable(share)),
        org: v.optional(v.nullable(share)),
        place: v.optional(v.nullable(share)),
      }),
    ),
  ),
  link: v.looseObject({ accuracy: v.nullable(v.number()), n: v.number() }),
});
export type CorpusScore = v.InferOutput<typeof corpusScore>;

type Scorer = (documents: readonly GoldDocument[], predictions: ReadonlyMap<string, readonly Prediction[]>) => unknown;

/** The corpora of a folder, with the scorer that comes with them; null where there is no such folder. */
export async function openCorpora(folder: string): Promise<{
  files: Map<string, GoldDocument[]>;
  score: (documents: readonly GoldDocument[], predictions: ReadonlyMap<string, readonly Prediction[]>) => Record<string, CorpusScore>;
} | null> {
  const scorer = path.join(folder, 'score.mjs');
  if (!existsSync(scorer)) return null;
  const loaded: { score: Scorer } = await import(pathToFileURL(scorer).href);
  const files = new Map<string, GoldDocument[]>();
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.jsonl')).sort()) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n').filter(Boolean);
    files.set(
      name.replace(/\.jsonl$/, ''),
      lines.map((line) => v.parse(goldDocument, JSON.parse(line))),
    );
  }
  return { files, score: (documents, predictions) => v.parse(v.record(v.string(), corpusScore), loaded.score(documents, predictions)) };
}
