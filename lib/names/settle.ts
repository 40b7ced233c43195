import type { Gazetteer } from '#lib/glossary/index.ts';
import { readsAsGovernment } from './context.ts';
import type { Match } from './match.ts';
import type { Via } from './model.ts';
import type { Block } from './prepare.ts';
import { type Company, confidenceOf, type Scored, scoreReadings } from './resolve.ts';
import type { Reading, Span } from './span.ts';

/** A mark below this confidence is not made: one wrong mark costs more than a missed one. */
export const THRESHOLD = 0.5;
/** Readings other than the best that a card may offer. */
const MOST_OTHERS = 4;

/** A surface form with the reading that is meant by it here. */
export interface Settled {
  readonly match: Match;
  readonly scored: readonly Scored[];
  readonly best: Scored;
  readonly confidence: number;
}

/**
 * The longest form at a place that passes for what is meant there; null where none does: its words are then as free as any
 * other capitalised words.
 */
export function settle(
  gazetteer: Gazetteer,
  block: Block,
  longest: Match,
  company: Company,
  lowerCase: ReadonlySet<string>,
  year: number,
): Settled | null {
  for (let match: Match | null = longest; match; match = match.shorter) {
    const scored = scoreReadings(gazetteer, block, match, company, lowerCase, year);
    const best = scored[0];
    const confidence = confidenceOf(scored);
    if (best && confidence >= THRESHOLD) return { match, scored, best, confidence };
  }
  return null;
}

/** What a settled form says of its entry; `before` are the spans already read in this block. */
export function readingOf(block: Block, settled: Settled, company: Company, before: readonly Span[]): Reading {
  const { match, scored, best, confidence } = settled;
  return {
    kind: best.posting.via === 'demonym' && best.head.kind === 'place' ? 'group' : best.head.kind,
    entry: best.posting.entry,
    via: viaOf(block, match, best, company, coordinateOf(block, match, before)),
    confidence,
    others: scored.slice(1, 1 + MOST_OTHERS).map((other) => other.posting.entry),
    bearer: null,
  };
}

/** How the name right before this one was read, if "and" or "or" joins the two. */
function coordinateOf(block: Block, match: Match, spans: readonly Span[]): boolean | null {
  const joint = block.tokens[match.first - 1];
  const before = spans[spans.length - 1];
  if (!joint || !/^(?:and|or)$/.test(joint.folded) || before?.last !== match.first - 2) return null;
  return before.mention.via === 'metonym' ? true : null;
}

function viaOf(block: Block, match: Match, best: Scored, company: Company, coordinate: boolean | null): Via {
  const { posting, head } = best;
  if (head.standsFor >= 0 && head.kind === 'place' && posting.via !== 'demonym') {
    if (readsAsGovernment(block, match.first, match.last, head.subkind === 'building', coordinate)) return 'metonym';
  }
  if (posting.via === 'alias' && head.kind === 'person' && match.first === match.last && company.present.has(posting.entry)) return 'short';
  return posting.via;
}
