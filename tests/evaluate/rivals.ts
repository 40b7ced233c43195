import nlp from 'compromise';
import type { GoldDocument, Prediction } from './corpora.ts';

/** Finds names in a text in another way than ours, for comparison on the same texts. */
export interface Rival {
  readonly name: string;
  readonly find: (text: string) => Prediction[];
}

interface Found {
  offset?: { start: number; length: number };
}

/** Without punctuation, articles and possessive endings: the gold has none. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const raw = text.slice(start, end);
  const lead = /^(?:[^\p{L}\p{N}]+|(?:the|a|an)\s+)*/iu.exec(raw)?.[0].length ?? 0;
  const tail = /(?:['’]s?)?[^\p{L}\p{N}]*$/u.exec(raw)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/** compromise's people, places and organisations; of two that overlap, the first. */
function byCompromise(text: string): Prediction[] {
  const document = nlp(text);
  const found: Prediction[] = [];
  for (const [type, view] of [
    ['person', document.people()],
    ['place', document.places()],
    ['org', document.organizations()],
  ] as const)
    for (const { offset } of view.json({ offset: true }) as Found[]) {
      if (!offset) continue;
      const mention = { ...trimmed(text, offset.start, offset.start + offset.length), type };
      if (mention.end > mention.start && !found.some((other) => mention.start < other.end && other.start < mention.end))
        found.push(mention);
    }
  return found;
}

const RUN = /\p{Lu}[\p{L}\p{M}\p{N}.&'’-]*(?:\s+(?:(?:of|the|for|and|de|al)\s+)?\p{Lu}[\p{L}\p{M}\p{N}.&'’-]*)*/gu;

/** Runs of capitalised words, without a lone word that opens a sentence and stands in lower case elsewhere. */
function byCapitals(text: string): Prediction[] {
  const small = new Set([...text.matchAll(/(?<![\p{L}])\p{Ll}+/gu)].map(([word]) => word));
  return [...text.matchAll(RUN)].flatMap((match) => {
    const { start, end } = trimmed(text, match.index, match.index + match[0].length);
    const surface = text.slice(start, end);
    const opens = /(?:^|[.!?]["”’)]*\s|\n)\s*["“‘(]?$/.test(text.slice(Math.max(0, match.index - 6), match.index));
    if (!surface.includes(' ') && (surface.length < 2 || (opens && small.has(surface.toLowerCase())))) return [];
    return [{ start, end, type: 'other' }];
  });
}

export const RIVALS: readonly Rival[] = [
  { name: 'compromise', find: byCompromise },
  { name: 'capitals', find: byCapitals },
];

/** What a rival finds in each text. */
export function predictionsOf(rival: Rival, documents: readonly GoldDocument[]): Map<string, Prediction[]> {
  return new Map(documents.map((document) => [document.id, rival.find(document.text)]));
}
