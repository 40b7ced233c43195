import { fileURLToPath } from 'node:url';
import { annotateDocument } from '#lib/commands/annotate-document.ts';
import { plainDocument } from '#lib/commands/read-document.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import type { Recogniser } from '#lib/names/index.ts';
import { type GoldText, readArticles } from '#lib/training/corpus.ts';

/** Articles of our own that are never trained on, annotated like those that are. */
const FOLDER = fileURLToPath(new URL('./articles/', import.meta.url));
export const readOwnArticles = (): Promise<GoldText[]> => readArticles(FOLDER, 'own articles');

/** A span with its kind, or null where only the extent is told. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: string | null;
}

export interface OwnScore {
  /** Spans with the very same ends, of whatever kind. */
  readonly strict: number;
  /** The same with their kind, over persons, organisations and places. */
  readonly typed: number;
  /** Marks that touch no name, for 1,000 words. */
  readonly falseMarks: number;
  readonly words: number;
}

const KINDS = ['person', 'organisation', 'place', 'group', 'thing'];
const f1 = (right: number, found: number, gold: number) => (found + gold === 0 ? 0 : (2 * right) / (found + gold));

/** Scores what is found in our own articles. */
export function scoreOwn(texts: readonly GoldText[], find: (text: GoldText) => readonly FoundSpan[]): OwnScore {
  const strict = [0, 0, 0] as [number, number, number];
  const typed = [0, 0, 0] as [number, number, number];
  let words = 0;
  let touching = 0;
  let marks = 0;
  for (const text of texts) {
    words += text.text.split(/\s+/).length;
    const gold = text.spans.map(({ start, end, kind }) => ({ start, end, kind: KINDS[kind] ?? 'thing' }));
    const found = find(text);
    const same = (span: FoundSpan) => gold.find((other) => other.start === span.start && other.end === span.end);
    const main = (kind: string | null) => kind === 'person' || kind === 'organisation' || kind === 'place';
    strict[0] += found.filter((span) => same(span)).length;
    strict[1] += found.length;
    strict[2] += gold.length;
    typed[0] += found.filter((span) => main(span.kind) && same(span)?.kind === span.kind).length;
    typed[1] += found.filter((span) => main(span.kind)).length;
    typed[2] += gold.filter((span) => main(span.kind)).length;
    touching += found.filter((span) => gold.some((other) => span.start < other.end && other.start < span.end)).length;
    marks += found.length;
  }
  return { strict: f1(...strict), typed: f1(...typed), falseMarks: (1000 * (marks - touching)) / Math.max(1, words), words };
}

/** Finds names as the extension does. */
export function ours(glossary: Glossary, recogniser: Recogniser): (text: GoldText) => FoundSpan[] {
  return (text) => annotateDocument(plainDocument(text.id, text.text, text.day), glossary, recogniser, text.day).mentions;
}
