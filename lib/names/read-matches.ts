import type { Gazetteer } from '#lib/glossary/index.ts';
import { type Match, matchBlock } from './match.ts';
import type { Block } from './prepare.ts';
import { type Company, companyOf, confidenceOf, isOpenPlace, type Scored, scoreReadings, WEIGHT } from './resolve.ts';
import { type Chosen, whereaboutsOf, withShortPlaces } from './whereabouts.ts';

/** Readings of a form with their scores in this context, best first. */
export interface ReadMatch {
  readonly match: Match;
  readonly scored: readonly Scored[];
}

/** A place that is read so surely speaks for the places around it. */
const SURE = 0.75;
/** What one round of reading settles speaks in the next: "Arlington" by Virginia, then "Alexandria" by Arlington. */
const ROUNDS = 2;

/** The surface forms of a document, each with its readings scored by what the article as a whole is about. */
export function readMatches(
  gazetteer: Gazetteer,
  blocks: readonly Block[],
  lowerCase: ReadonlySet<string>,
  year: number,
): { company: Company; read: ReadMatch[][] } {
  const matches = withShortPlaces(
    gazetteer,
    blocks,
    blocks.map((block) => matchBlock(gazetteer, block)),
  );
  let company = companyOf(gazetteer, blocks, matches);
  const score = (block: Block, match: Match) => scoreReadings(gazetteer, block, match, company, lowerCase, year);
  let read = blocks.map((block, number) => (matches[number] ?? []).map((match) => ({ match, scored: score(block, match) })));
  const isOpen = ({ match }: ReadMatch) => isOpenPlace(gazetteer, match);
  const open = new Set(read.flatMap((own) => own.filter(isOpen).map(({ match }) => match)));
  if (open.size === 0) return { company, read };
  const chosen = new Map<Match, Chosen | null>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const own of read) for (const { match, scored } of own) if (round === 0 || open.has(match)) chosen.set(match, surely(scored));
    company = { ...company, whereabouts: whereaboutsOf(gazetteer, blocks, matches, (match) => chosen.get(match) ?? null) };
    read = blocks.map((block, number) =>
      (read[number] ?? []).map((one) => (open.has(one.match) ? { match: one.match, scored: score(block, one.match) } : one)),
    );
  }
  return { company, read: read.map((own) => own.map((one) => (open.has(one.match) ? settled(one) : one))) };
}

/** Once a name's place is surely known, it is as sure as a name that has no namesake. */
function settled({ match, scored }: ReadMatch): ReadMatch {
  const [best, ...others] = scored;
  if (!best || best.head.kind !== 'place' || !surely(scored)) return { match, scored };
  return { match, scored: [{ ...best, score: best.score + WEIGHT.presentToo }, ...others] };
}

function surely(scored: readonly Scored[]): Chosen | null {
  const [best] = scored;
  if (!best || best.posting.via === 'demonym' || confidenceOf(scored) < SURE) return null;
  return { entry: best.posting.entry, head: best.head };
}
