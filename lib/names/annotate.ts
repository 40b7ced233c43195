import { yearOf } from '#lib/chronicle/index.ts';
import { type Gazetteer, growHash, type Kind } from '#lib/glossary/index.ts';
import { EMPTY_HASH, type Token } from '#lib/text/index.ts';
import { type Bearer, Bearers } from './bearers.ts';
import { bearerReading, followAcronyms, followBearers, introducedAcronyms } from './follow.ts';
import { matchBlock } from './match.ts';
import type { Mention, NameDocument } from './model.ts';
import { type Block, prepare } from './prepare.ts';
import { documentFacts, glossaryEvidence, RECOGNISED, type Recognised, type Recogniser } from './recognise/index.ts';
import { reconcile, surenessOf } from './reconcile.ts';
import { type Company, companyOf, scoreReadings } from './resolve.ts';
import { readingOf, type Settled, settle } from './settle.ts';
import { type Span, spanOf, textOf, withoutOverlap } from './span.ts';

/** Finds and resolves the names of a document. Pure; linear in the length of the text; never throws on any text. */
export function annotate(document: NameDocument, gazetteer: Gazetteer, recogniser: Recogniser): Mention[] {
  const { blocks, lowerCase } = prepare(document.blocks);
  const matches = blocks.map((block) => matchBlock(gazetteer, block));
  const company = companyOf(gazetteer, blocks, matches);
  const facts = documentFacts(blocks, lowerCase);
  const year = yearOf(document.day);
  const reconciled = blocks.map((block, number) => {
    const found = matches[number] ?? [];
    const read = found.map((match) => ({ match, scored: scoreReadings(gazetteer, block, match, company, lowerCase, year) }));
    const reading = recogniser.read(block, facts, glossaryEvidence(gazetteer, block, read));
    const settled = read.flatMap((match) => settle(gazetteer, block, match, company, lowerCase, year, reading) ?? []);
    const { kept, free } = reconcile(block, settled, reading.names);
    return { kept, free: free.filter((name) => !isTongue(gazetteer, block, name)) };
  });
  const bearers = bearersOf(
    blocks,
    reconciled.map(({ free }) => free),
  );
  const spans = blocks.map((block, number) => {
    const { kept, free } = reconciled[number] ?? { kept: [], free: [] };
    const found = [...spansOfMatches(block, number, kept, company, bearers), ...spansOfNames(block, number, free, bearers)];
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

/** "wrote in Russian": a demonym that is no people there (see matchBlock) is no name that the glossary lacks, either. */
function isTongue(gazetteer: Gazetteer, { tokens }: Block, { first, last }: Recognised): boolean {
  const token = tokens[first];
  if (first !== last || !token) return false;
  const value = gazetteer.index.find(growHash(EMPTY_HASH, null, { ...token, gap: 'start' }));
  return value !== 0 && gazetteer.index.postings(value).some(({ via }) => via === 'demonym');
}

/**
 * How sure a name without an entry must be to be marked. A people or a term that neither the glossary nor the article explains
 * gives a card that says nothing: only the surest are marked.
 */
const LEAST_SURE: Readonly<Record<Kind, number>> = {
  person: 0.5,
  organisation: 0.5,
  place: 0.5,
  group: 1,
  thing: 0.6,
};

/** Names that only the article speaks of, each with the kind that its mentions together look like. */
function bearersOf(blocks: readonly Block[], names: readonly (readonly Recognised[])[]): Bearers {
  const found = new Map<string, { tokens: readonly Token[]; text: string; sureness: number; kinds: number[] }>();
  blocks.forEach((block, number) => {
    for (const name of names[number] ?? []) {
      const tokens = block.tokens.slice(name.first, name.last + 1);
      const key = tokens.map((token) => token.folded).join(' ');
      const sureness = surenessOf(name);
      const known = found.get(key);
      if (known) {
        name.kinds.forEach((share, kind) => {
          known.kinds[kind] = (known.kinds[kind] ?? 0) + share;
        });
        known.sureness = Math.max(known.sureness, sureness);
      } else found.set(key, { tokens, text: textOf(block, name), sureness, kinds: [...name.kinds] });
    }
  });
  const bearers = new Bearers();
  // Full names first: a surname alone is theirs before it is a name of its own.
  for (const { tokens, text, sureness, kinds } of [...found.values()].sort((a, b) => b.tokens.length - a.tokens.length)) {
    const kind = RECOGNISED[kinds.indexOf(Math.max(...kinds))] ?? 'thing';
    if (sureness < LEAST_SURE[kind] || (tokens.length === 1 && bearers.find(tokens))) continue;
    bearers.add(tokens, text, kind, Math.round(sureness * 100) / 100);
  }
  return bearers;
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

function spansOfNames(block: Block, number: number, names: readonly Recognised[], bearers: Bearers): Span[] {
  return names.flatMap((name) => {
    const bearer: Bearer | null = bearers.find(block.tokens.slice(name.first, name.last + 1));
    return bearer ? [spanOf(block, number, name, bearerReading(bearer))] : [];
  });
}
