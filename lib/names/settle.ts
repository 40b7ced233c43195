import type { Gazetteer, Kind } from '#lib/glossary/index.ts';
import { readsAsGovernment } from './context.ts';
import type { Match } from './match.ts';
import type { Via } from './model.ts';
import type { Block } from './prepare.ts';
import type { ReadMatch } from './read-matches.ts';
import { type BlockReading, RECOGNISED } from './recognise/index.ts';
import { type Company, confidenceOf, type Looks, type Scored, scoreReadings, withLooks } from './resolve.ts';
import type { Reading, Span } from './span.ts';

/** A mark below this confidence is not made: one wrong mark costs more than a missed one. */
const THRESHOLD = 0.5;
/** Readings other than the best that a card may offer. */
const MOST_OTHERS = 4;

/** A surface form with the reading that is meant by it here. */
export interface Settled {
  readonly match: Match;
  readonly scored: readonly Scored[];
  readonly best: Scored;
  readonly confidence: number;
  /** What the recogniser makes of these words, by kind; null where it did not look. */
  readonly kinds: readonly number[] | null;
}

/**
 * The longest form at a place that passes for what is meant there; null where none does: its words are then as free as any
 * other capitalised words.
 */
export function settle(
  gazetteer: Gazetteer,
  block: Block,
  longest: ReadMatch,
  company: Company,
  lowerCase: ReadonlySet<string>,
  year: number,
  reading: BlockReading,
): Settled | null {
  for (let match: Match | null = longest.match; match; match = match.shorter) {
    const plain = match === longest.match ? longest.scored : scoreReadings(gazetteer, block, match, company, lowerCase, year);
    const kinds = reading.kindsOf(match.first, match.last);
    const scored = withLooks(plain, looksOf(block, kinds));
    const best = scored[0];
    const confidence = confidenceOf(scored);
    if (best && confidence >= THRESHOLD) return { match, scored, best, confidence, kinds };
  }
  return null;
}

/** Kinds that the recogniser takes for each other: a state that acts, a party's followers, a law. */
const ALIKE: Readonly<Record<Kind, readonly [Kind, number][]>> = {
  person: [],
  organisation: [
    ['place', 0.4],
    ['thing', 0.4],
    ['group', 0.3],
  ],
  place: [
    ['organisation', 0.6],
    ['thing', 0.2],
  ],
  group: [
    ['organisation', 0.4],
    ['place', 0.3],
    ['thing', 0.4],
  ],
  thing: [
    ['organisation', 0.5],
    ['group', 0.3],
    ['place', 0.3],
  ],
};
/** Probability that stands for "cannot say": it neither speaks for a reading nor against it. */
const EVEN = 0.25;
const FLOOR = 0.03;
const HEADING_FLOOR = 0;

/** The recogniser's probabilities of a stretch as evidence for a reading of it. */
function looksOf(block: Block, kinds: readonly number[] | null): Looks {
  if (!kinds) return () => 0;
  const of = (kind: Kind) => kinds[RECOGNISED.indexOf(kind)] ?? 0;
  return (kind) => {
    const sum = ALIKE[kind].reduce((total, [other, share]) => total + share * of(other), of(kind));
    const odds = Math.log((sum + FLOOR) / (EVEN + FLOOR));
    // In a heading capitals tell nothing, and the recogniser misses more.
    return block.style === 'sentence' ? odds : Math.max(odds, HEADING_FLOOR);
  };
}

/** Of forms that are read with certainty, this share is right, with kind, extent and entry (measured on the corpora). */
const CREDIT = 0.94;

/** "Iraq 0 Oman 0", "lost to Lyon", in a report on sport: the recogniser, which takes states that act for places, is sure of a body here. */
const TEAM = 0.6;
const looksLikeTeam = ({ kinds, best }: Settled): boolean =>
  kinds !== null && best.posting.via !== 'demonym' && (kinds[RECOGNISED.indexOf('organisation')] ?? 0) >= TEAM;

/** What a settled form says of its entry; `before` are the spans already read in this block. */
export function readingOf(block: Block, settled: Settled, company: Company, before: readonly Span[], sport: boolean): Reading {
  const { match, scored, best, confidence } = settled;
  const place = best.head.kind === 'place';
  return {
    kind: place && best.posting.via === 'demonym' ? 'group' : place && sport && looksLikeTeam(settled) ? 'organisation' : best.head.kind,
    entry: best.posting.entry,
    via: viaOf(block, match, best, company, coordinateOf(block, match, before)),
    confidence: Math.round(confidence * CREDIT * 100) / 100,
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
