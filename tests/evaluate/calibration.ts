import type { Prediction } from './corpora.ts';

/** A mark with what it is given, and whether kind, extent and entry are as the gold has them. */
interface Judged {
  readonly of: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** Lower ends of the bins, highest first. */
const BINS = [0.9, 0.8, 0.7, 0.6, 0];

/** What the gold calls by several names is one kind here. */
const kindOf = (type: string) => (['weapon', 'event', 'work'].includes(type) ? 'other' : type);

/** Judges marks against gold mentions of the types that the corpus annotates. */
export function judge(
  marks: readonly (Prediction & { readonly confidence: number; readonly known: boolean })[],
  gold: readonly { readonly start: number; readonly end: number; readonly type: string }[],
  annotated: ReadonlySet<string>,
): Judged[] {
  return marks
    .filter(({ type }) => annotated.size === 0 || annotated.has(type))
    .map((mark) => {
      const same = gold.find(({ start, end }) => start === mark.start && end === mark.end);
      const right = same !== undefined && kindOf(same.type) === kindOf(mark.type);
      return { of: `${mark.known ? 'entry' : 'article'} ${kindOf(mark.type)}`, confidence: mark.confidence, right };
    });
}

/** A line for each kind of mark: how many of those given so much are right. */
export function calibrationLines(judged: readonly Judged[]): string[] {
  const kinds = [...new Set(judged.map(({ of }) => of))].sort();
  return kinds.map((kind) => {
    const cells = BINS.map((from, at) => {
      const to = BINS[at - 1] ?? Infinity;
      const bin = judged.filter(({ of, confidence }) => of === kind && confidence >= from && confidence < to);
      const share = bin.length === 0 ? '  -' : `${Math.round((100 * bin.filter(({ right }) => right).length) / bin.length)}%`.padStart(4);
      return `${share} of ${String(bin.length).padStart(4)}`;
    });
    return `${kind.padEnd(16)} ${cells.join('   ')}`;
  });
}
