import { yearOf } from '#lib/chronicle/index.ts';
import type { Gazetteer } from '#lib/glossary/index.ts';
import { Bearers } from './bearers.ts';
import { carve } from './carve.ts';
import { bearerReading, followAcronyms, followBearers, introducedAcronyms } from './follow.ts';
import { matchBlock } from './match.ts';
import type { Mention, NameDocument } from './model.ts';
import { type Block, prepare } from './prepare.ts';
import { type Evidence, judge } from './recognise.ts';
import { type Company, companyOf } from './resolve.ts';
import { type Run, runsOf } from './runs.ts';
import { readingOf, type Settled, settle, THRESHOLD } from './settle.ts';
import { type Span, spanOf, textOf, withoutOverlap } from './span.ts';

/** Finds and resolves the names of a document. Pure; linear in the length of the text; never throws on any text. */
export function annotate(document: NameDocument, gazetteer: Gazetteer): Mention[] {
  const { blocks, lowerCase } = prepare(document.blocks);
  const matches = blocks.map((block) => matchBlock(gazetteer, block));
  const company = companyOf(gazetteer, blocks, matches);
  const evidence: Evidence = { lowerCase, alone: standingAlone(blocks) };
  const year = yearOf(document.day);
  const bearers = new Bearers();
  const carved = blocks.map((block, number) => {
    const settled = (matches[number] ?? []).flatMap((match) => settle(gazetteer, block, match, company, lowerCase, year) ?? []);
    const { kept, free } = carve(gazetteer, block, settled, block.style === 'sentence' ? runsOf(block) : [], evidence);
    for (const run of free) {
      const guess = judge(block, run, evidence);
      if (guess) bearers.add(block.tokens.slice(guess.first, guess.last + 1), textOf(block, guess), guess.kind, guess.confidence);
    }
    return { kept, free };
  });
  const spans = blocks.map((block, number) => {
    const { kept, free } = carved[number] ?? { kept: [], free: [] };
    const found = [...spansOfMatches(block, number, kept, company, bearers), ...spansOfRuns(block, number, free, bearers)];
    if (!bearers.isEmpty) {
      // Capitals tie nothing in a heading: what the article calls "Hunter Biden" elsewhere is not the glossary's Biden there.
      if (block.style !== 'sentence') found.push(...followBearers(block, number, [], bearers).filter(({ first, last }) => last > first));
      found.push(...followBearers(block, number, found, bearers));
    }
    return withoutOverlap(found);
  });
  const acronyms = introducedAcronyms(blocks, spans);
  return blocks.flatMap((block, number) => {
    const followed = followAcronyms(block, number, acronyms);
    const found = spans[number] ?? [];
    const own = new Set(followed.map((span) => span.first));
    // What the article introduced stands over a lone reading of the same token.
    const others = found.filter((span) => !(span.first === span.last && own.has(span.first)));
    return withoutOverlap([...others, ...followed]).map((span) => span.mention);
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

function spansOfMatches(block: Block, number: number, kept: readonly Settled[], company: Company, bearers: Bearers): Span[] {
  const spans: Span[] = [];
  for (const settled of kept) {
    const { match, best } = settled;
    // A weak form is the article's own bearer of that name before it is anybody of the glossary.
    const open = best.posting.weak && !company.present.has(best.posting.entry);
    const bearer = open ? bearers.find(block.tokens.slice(match.first, match.last + 1)) : null;
    const reading = bearer ? { ...bearerReading(bearer), others: [best.posting.entry] } : readingOf(block, settled, company, spans);
    spans.push(spanOf(block, number, match, reading));
  }
  return spans;
}

function spansOfRuns(block: Block, number: number, runs: readonly Run[], bearers: Bearers): Span[] {
  return runs.flatMap((run) => {
    const bearer = bearers.find(block.tokens.slice(run.first, run.last + 1));
    return bearer && bearer.confidence >= THRESHOLD ? [spanOf(block, number, run, bearerReading(bearer))] : [];
  });
}
