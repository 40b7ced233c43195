import type { Gazetteer } from '#lib/glossary/index.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { CALENDAR, PLACE_HEADS } from './lexicon/institutions.ts';
import { TITLES } from './lexicon/titles.ts';
import type { Match } from './match.ts';
import type { Block } from './prepare.ts';
import { type Evidence, looseTail, namesInstitution, strip } from './recognise.ts';
import type { Run } from './runs.ts';
import type { Settled } from './settle.ts';

export interface Carved {
  /** Glossary matches that stand as they are. */
  readonly kept: Settled[];
  /** Stretches of capitals to be judged as names that the glossary lacks. */
  readonly free: Run[];
}

/**
 * Reconciles the glossary's matches with the capitalised runs around them: names are maximal, so "Moscow State University"
 * is not Moscow, and "Hunter Biden" is not the Biden that the glossary knows by that word alone.
 */
export function carve(gazetteer: Gazetteer, block: Block, settled: readonly Settled[], runs: readonly Run[], evidence: Evidence): Carved {
  const matches = settled.map(({ match }) => match);
  const kept = new Set(matches);
  const free: Run[] = [];
  let from = 0;
  for (const run of runs) {
    while (from < matches.length && (matches[from]?.last ?? 0) < run.first) from++;
    const inside: Match[] = [];
    for (let at = from; at < matches.length && (matches[at]?.first ?? Infinity) <= run.last; at++) {
      const match = matches[at];
      if (match) inside.push(match);
    }
    const whole = inside.length === 1 && inside[0] !== undefined && inside[0].first <= run.first && inside[0].last >= run.last;
    if (whole) continue;
    const swallowed = institutionAround(block, run, inside, evidence);
    if (swallowed) {
      for (const match of inside) if (match.first >= swallowed.first && match.last <= swallowed.last) kept.delete(match);
      free.push(swallowed);
      continue;
    }
    free.push(...between(gazetteer, block, run, inside, kept, evidence));
  }
  return { kept: settled.filter(({ match }) => kept.has(match)), free };
}

/** The whole run, where it is headed like an organisation and the head is not inside a match nor a loose noun. */
function institutionAround(block: Block, run: Run, inside: readonly Match[], evidence: Evidence): Run | null {
  if (inside.length === 0) return null;
  const { tokens } = block;
  const bare = strip(block, run, evidence.lowerCase);
  if (!bare || !namesInstitution(tokens, bare)) return null;
  const lastInside = inside[inside.length - 1];
  const firstInside = inside[0];
  if (!lastInside || !firstInside) return null;
  // The head belongs to a match ("US Democratic Party"): nothing is to be joined.
  if (lastInside.last >= bare.last) return null;
  if (looseTail(tokens, lastInside.last + 1, bare.last)) return null;
  // A person in full inside the run means that titles and names stand in a row.
  for (let at = bare.first; at <= bare.last; at++)
    if (TITLES.has(tokens[at]?.folded ?? '') && at > firstInside.last && at < bare.last - 1) return null;
  return bare;
}

/** What of a run lies before, between and behind its matches; a lone surname takes the stranger before it along. */
function between(gazetteer: Gazetteer, block: Block, run: Run, inside: readonly Match[], kept: Set<Match>, evidence: Evidence): Run[] {
  const { tokens } = block;
  const free: Run[] = [];
  let start = run.first;
  const push = (first: number, last: number) => {
    const bare = first <= last ? strip(block, { first, last }, evidence.lowerCase) : null;
    if (bare) free.push(bare);
  };
  inside.forEach((match, number) => {
    const before = match.first > start ? strip(block, { first: start, last: match.first - 1 }, evidence.lowerCase) : null;
    const touching =
      before !== null && before.last === match.first - 1 && !tokens[before.last]?.possessive && tokens[match.first]?.gap !== 'bracket';
    const single = match.first === match.last;
    if (before && touching && single && takesGivenName(gazetteer, block, before, match)) {
      kept.delete(match);
      free.push({ first: before.first, last: match.last });
    } else if (before) free.push(before);
    start = match.last + 1;
    const next = inside[number + 1];
    const end = next ? next.first - 1 : run.last;
    const behind = tokens[start];
    const given = single && GIVEN_NAMES.has(tokens[match.first]?.folded ?? '');
    // "Israel Katz", "Chad Wolf": a given name that is also a place, with a stranger's surname behind it.
    if (
      given &&
      kept.has(match) &&
      start <= end &&
      behind?.gap === 'space' &&
      isSurnameLike(block, start) &&
      !tokens[match.first]?.possessive
    ) {
      kept.delete(match);
      free.push({ first: match.first, last: start });
      start++;
    }
  });
  push(start, run.last);
  return free;
}

function isSurnameLike(block: Block, at: number): boolean {
  const token = block.tokens[at];
  return (
    token !== undefined &&
    token.capital &&
    !token.allCapitals &&
    !TITLES.has(token.folded) &&
    !CALENDAR.has(token.folded) &&
    !PLACE_HEADS.has(token.folded)
  );
}

/** Whether the capitalised stranger before a lone matched word makes another person's name of the two. */
function takesGivenName(gazetteer: Gazetteer, block: Block, before: Run, match: Match): boolean {
  const { tokens } = block;
  const last = tokens[before.last];
  if (!last || last.allCapitals || PLACE_HEADS.has(last.folded)) return false;
  const kinds = match.readings.map((reading) => gazetteer.index.head(reading.entry));
  const given = GIVEN_NAMES.has(tokens[before.first]?.folded ?? '');
  if (match.readings.every((reading) => reading.via === 'demonym' || reading.via === 'acronym')) return false;
  if (kinds.some((head) => head.kind === 'person')) return true;
  const state = kinds.some((head) => head.subkind === 'country');
  const weak = match.readings.every((reading) => reading.weak);
  return given && before.last - before.first <= 1 && !state && (weak || !tokens[before.first]?.opens);
}
