import { yearOf } from '#lib/chronicle/index.ts';
import type { Gazetteer } from '#lib/glossary/index.ts';
import type { Token } from '#lib/text/index.ts';
import { Bearers } from './bearers.ts';
import { carve } from './carve.ts';
import { readsAsGovernment } from './context.ts';
import { type Match, matchBlock } from './match.ts';
import type { Mention, NameDocument, Via } from './model.ts';
import { type Block, type Prepared, prepare } from './prepare.ts';
import { type Evidence, judge } from './recognise.ts';
import { type Company, companyOf, confidenceOf, type Scored, scoreReadings } from './resolve.ts';
import { type Run, runsOf } from './runs.ts';

/** A mark below this confidence is not made: one wrong mark costs more than a missed one. */
const THRESHOLD = 0.5;
/** Readings other than the best that a card may offer. */
const MOST_OTHERS = 4;

/** A stretch of tokens of one block with the reading chosen for it. Ends are included. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly mention: Mention;
}

/** Finds and resolves the names of a document. Pure; linear in the length of the text; never throws on any text. */
export function annotate(document: NameDocument, gazetteer: Gazetteer): Mention[] {
  const prepared = prepare(document.blocks);
  const { blocks } = prepared;
  const matches = blocks.map((block) => matchBlock(gazetteer, block));
  const company = companyOf(gazetteer, blocks, matches);
  const evidence: Evidence = { lowerCase: prepared.lowerCase, alone: standingAlone(blocks) };
  const bearers = new Bearers();
  const carved = blocks.map((block, number) => {
    const { kept, free } = carve(gazetteer, block, matches[number] ?? [], block.style === 'sentence' ? runsOf(block) : [], evidence);
    for (const run of free) {
      const guess = judge(block, run, evidence);
      if (guess) bearers.add(block.tokens.slice(guess.first, guess.last + 1), textOf(block, guess), guess.kind, guess.confidence);
    }
    return { kept, free };
  });
  const year = yearOf(document.day);
  return blocks.flatMap((block, number) => {
    const { kept, free } = carved[number] ?? { kept: [], free: [] };
    const spans = [
      ...spansOfMatches(gazetteer, block, number, kept, company, bearers, prepared, year),
      ...spansOfRuns(block, number, free, bearers, evidence),
    ];
    if (!bearers.isEmpty) spans.push(...followed(block, number, spans, bearers));
    return withoutOverlap(spans).map((span) => span.mention);
  });
}

/** Folded words that stand alone, capitalised, inside a sentence: an article's short forms are among them. */
function standingAlone(blocks: readonly Block[]): Set<string> {
  const alone = new Set<string>();
  for (const { tokens, style } of blocks) {
    if (style !== 'sentence') continue;
    tokens.forEach((token, at) => {
      const before = tokens[at - 1];
      const after = tokens[at + 1];
      const tiedBefore = before?.capital && !before.opens && (token.gap === 'space' || token.gap === 'hyphen');
      const tiedAfter = after?.capital && !token.possessive && (after.gap === 'space' || after.gap === 'hyphen');
      if (token.capital && !tiedBefore && !tiedAfter) alone.add(token.folded);
    });
  }
  return alone;
}

function textOf(block: Block, run: Run): string {
  const from = block.tokens[run.first];
  const to = block.tokens[run.last];
  return from && to ? block.text.slice(from.start, to.end) : '';
}

function mentionOf(block: Block, number: number, run: Run, rest: Omit<Mention, 'block' | 'start' | 'end' | 'surface'>): Span {
  const start = block.tokens[run.first]?.start ?? 0;
  const end = block.tokens[run.last]?.end ?? start;
  return { first: run.first, last: run.last, mention: { block: number, start, end, surface: block.text.slice(start, end), ...rest } };
}

function spansOfMatches(
  gazetteer: Gazetteer,
  block: Block,
  number: number,
  matches: readonly Match[],
  company: Company,
  bearers: Bearers,
  prepared: Prepared,
  year: number,
): Span[] {
  const spans: Span[] = [];
  for (const longest of matches) {
    const chosen = longestMeant(longest, (match) => scoreReadings(gazetteer, block, match, company, prepared.lowerCase, year));
    if (!chosen) continue;
    const { match, scored, best } = chosen;
    const words = block.tokens.slice(match.first, match.last + 1);
    const bearer = best.posting.weak && !company.present.has(best.posting.entry) ? bearers.find(words) : null;
    if (bearer) {
      spans.push(
        mentionOf(block, number, match, {
          kind: bearer.kind,
          entry: null,
          via: 'article',
          confidence: bearer.confidence,
          others: [best.posting.entry],
          bearer: bearer.name,
        }),
      );
      continue;
    }
    const confidence = confidenceOf(scored);
    if (confidence < THRESHOLD) continue;
    spans.push(
      mentionOf(block, number, match, {
        kind: best.posting.via === 'demonym' && best.head.kind === 'place' ? 'group' : best.head.kind,
        entry: best.posting.entry,
        via: viaOf(block, match, best, company, coordinateOf(block, match, spans)),
        confidence,
        others: scored.slice(1, 1 + MOST_OTHERS).map((other) => other.posting.entry),
        bearer: null,
      }),
    );
  }
  return spans;
}

/** The longest form at a place that passes for what is meant there; else the longest, for what else is known of its words. */
function longestMeant(longest: Match, score: (match: Match) => Scored[]): { match: Match; scored: Scored[]; best: Scored } | null {
  let fallback: { match: Match; scored: Scored[]; best: Scored } | null = null;
  for (let match: Match | null = longest; match; match = match.shorter) {
    const scored = score(match);
    const best = scored[0];
    if (!best) continue;
    const found = { match, scored, best };
    if (confidenceOf(scored) >= THRESHOLD) return found;
    fallback ??= found;
  }
  return fallback;
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

function spansOfRuns(block: Block, number: number, runs: readonly Run[], bearers: Bearers, evidence: Evidence): Span[] {
  const spans: Span[] = [];
  for (const run of runs) {
    const words = block.tokens.slice(run.first, run.last + 1);
    const bearer = bearers.find(words);
    const guess = bearer ?? judge(block, run, evidence);
    if (!guess) continue;
    const name = bearer?.name ?? textOf(block, run);
    if (guess.confidence < THRESHOLD) continue;
    spans.push(
      mentionOf(block, number, run, {
        kind: guess.kind,
        entry: null,
        via: 'article',
        confidence: guess.confidence,
        others: [],
        bearer: name,
      }),
    );
  }
  return spans;
}

/** Full and short names of known bearers in what is still unmarked: headings, and runs that were cut otherwise. */
function followed(block: Block, number: number, spans: readonly Span[], bearers: Bearers): Span[] {
  const taken = new Set<number>();
  for (const span of spans) for (let at = span.first; at <= span.last; at++) taken.add(at);
  const { tokens } = block;
  const found: Span[] = [];
  const longest = bearers.longest;
  for (let first = 0; first < tokens.length; first++) {
    if (taken.has(first) || !tokens[first]?.capital) continue;
    for (let last = Math.min(first + longest, tokens.length) - 1; last >= first; last--) {
      const words: Token[] = tokens.slice(first, last + 1);
      if (words.some((token, at) => taken.has(first + at) || (at > 0 && token.gap === 'break'))) continue;
      const bearer = bearers.find(words);
      if (!bearer || (first === last && tiedToStranger(tokens, first))) continue;
      found.push(
        mentionOf(
          block,
          number,
          { first, last },
          { kind: bearer.kind, entry: null, via: 'article', confidence: bearer.confidence, others: [], bearer: bearer.name },
        ),
      );
      first = last;
      break;
    }
  }
  return found;
}

/** A lone surname next to another capitalised word is part of another name. */
function tiedToStranger(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const token = tokens[at];
  return (
    (before?.capital === true && !before.opens && !before.possessive && (token?.gap === 'space' || token?.gap === 'hyphen')) ||
    (after?.capital === true && token?.possessive === false && (after.gap === 'space' || after.gap === 'hyphen'))
  );
}

function withoutOverlap(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Span[] = [];
  let end = -1;
  for (const span of sorted) {
    if (span.first <= end) continue;
    kept.push(span);
    end = span.last;
  }
  return kept;
}
