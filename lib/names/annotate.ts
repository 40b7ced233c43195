import { yearOf } from '#lib/chronicle/index.ts';
import { type Gazetteer, type Kind, loneHash } from '#lib/glossary/index.ts';
import type { Token } from '#lib/text/index.ts';
import { type Bearer, Bearers } from './bearers.ts';
import { placedBefore } from './context.ts';
import { Homes } from './domestic.ts';
import { bearerReading, followAcronyms, followBearers, introducedAcronyms } from './follow.ts';
import { followHeads } from './heads.ts';
import type { Mention, NameDocument } from './model.ts';
import { withNicknames } from './nicknames.ts';
import { type Block, prepare } from './prepare.ts';
import { type ReadMatch, readMatches } from './read-matches.ts';
import { type BlockReading, documentFacts, glossaryEvidence, type NameReader, RECOGNISED, type Recognised } from './recognise/index.ts';
import { kindOf, reconcile, surenessOf } from './reconcile.ts';
import type { Company } from './resolve.ts';
import { readingOf, type Settled, settle } from './settle.ts';
import { type Run, type Span, spanOf, textOf, withoutOverlap } from './span.ts';

/** Finds and resolves the names of a document. Pure; linear in the length of the text; never throws on any text. */
export function annotate(document: NameDocument, gazetteer: Gazetteer, recogniser: NameReader): Mention[] {
  const { blocks, lowerCase } = prepare(document.blocks);
  const facts = documentFacts(blocks, lowerCase);
  const year = yearOf(document.day);
  const { company, read } = readMatches(gazetteer, blocks, lowerCase, year);
  const readings = blocks.map((block, number) =>
    recogniser.read(
      block,
      facts,
      glossaryEvidence(gazetteer, block, read[number] ?? []),
      facts.sport ? NOTHING : certainTokens(read[number] ?? []),
    ),
  );
  const named = agreeOnKinds(blocks, readings);
  const reconciled = blocks.map((block, number) => {
    const reading = readings[number];
    const settled = (read[number] ?? []).flatMap((match) =>
      reading ? (settle(gazetteer, block, match, company, lowerCase, year, reading) ?? []) : [],
    );
    const { kept, free } = reconcile(block, settled, withNicknames(block, named[number] ?? []));
    return { kept, free: free.filter((name) => !isTongue(gazetteer, block, name)) };
  });
  const bearers = bearersOf(
    blocks,
    reconciled.map(({ free }) => free),
  );
  const homes = new Homes(gazetteer, blocks, read);
  const spans = blocks.map((block, number) => {
    const { kept, free } = reconciled[number] ?? { kept: [], free: [] };
    const found = [...spansOfMatches(block, number, kept, company, bearers, facts.sport), ...spansOfNames(block, number, free, bearers)];
    if (!bearers.isEmpty) {
      // Capitals tie nothing in a heading: what the article calls "Hunter Biden" elsewhere is not the glossary's Biden there.
      if (block.style !== 'sentence') found.push(...followBearers(block, number, [], bearers).filter(({ first, last }) => last > first));
      found.push(...followBearers(block, number, found, bearers));
    }
    return withoutOverlap(found).map((span) => homes.atHome(block, number, span));
  });
  const acronyms = introducedAcronyms(blocks, spans);
  const followedUp = followHeads(blocks, spans);
  return blocks.flatMap((block, number) => {
    const followed = followAcronyms(block, number, acronyms);
    const found = followedUp[number] ?? [];
    const own = new Set(followed.map((span) => span.first));
    // What the article introduced stands over a lone reading of the same token.
    const others = found.filter((span) => !(span.first === span.last && own.has(span.first)));
    return withoutOverlap([...others, ...followed]).map((span) => span.mention);
  });
}

/** In a report on sport a state may be its team: every name is looked at. */
const NOTHING: ReadonlySet<number> = new Set();

/** A state's name or adjective that can mean nothing else here is read without the recogniser: log-odds. */
const BEYOND_DOUBT = 3.5;

/** Words that are surely a state, alone or as an adjective: a third of an article's lone capitals. */
function certainTokens(read: readonly ReadMatch[]): Set<number> {
  const certain = new Set<number>();
  for (const { match, scored } of read) {
    const [best, second] = scored;
    if (!best || match.first !== match.last || best.head.subkind !== 'country' || best.posting.weak || best.posting.word) continue;
    if (best.score >= BEYOND_DOUBT && (!second || best.score - second.score >= BEYOND_DOUBT)) certain.add(match.first);
  }
  return certain;
}

/** "wrote in Russian": a demonym that is no people there (see matchBlock) is no name that the glossary lacks, either. */
function isTongue(gazetteer: Gazetteer, { tokens }: Block, { first, last }: Recognised): boolean {
  const token = tokens[first];
  if (first !== last || !token) return false;
  const value = gazetteer.index.find(loneHash(token));
  return value !== 0 && gazetteer.index.postings(value).some(({ via }) => via === 'demonym');
}

function keyOf({ tokens }: Block, { first, last }: Recognised): string {
  let key = tokens[first]?.folded ?? '';
  for (let at = first + 1; at <= last; at++) key += ` ${tokens[at]?.folded ?? ''}`;
  return key;
}

/** One name is of one kind throughout an article: the one that its mentions together look like. */
function agreeOnKinds(blocks: readonly Block[], readings: readonly BlockReading[]): Recognised[][] {
  const sums = new Map<string, number[]>();
  blocks.forEach((block, number) => {
    for (const name of readings[number]?.names ?? []) {
      const key = keyOf(block, name);
      const sum = sums.get(key) ?? name.kinds.map(() => 0);
      name.kinds.forEach((share, kind) => {
        sum[kind] = (sum[kind] ?? 0) + share;
      });
      sums.set(key, sum);
    }
  });
  return blocks.map((block, number) =>
    (readings[number]?.names ?? []).map((name) => {
      const sum = sums.get(keyOf(block, name)) ?? name.kinds;
      const whole = sum.reduce((total, share) => total + share, 0);
      return { ...name, kinds: sum.map((share) => (share / whole) * surenessOf(name)) };
    }),
  );
}

/** How far the recogniser's sureness of each kind can be believed: measured on corpora that it was not trained on. */
const CREDIT: Readonly<Record<Kind, number>> = { person: 0.97, organisation: 0.82, place: 0.8, group: 0.8, thing: 0.7 };

/** The names that only the article speaks of. */
function bearersOf(blocks: readonly Block[], names: readonly (readonly Recognised[])[]): Bearers {
  const found = new Map<string, { tokens: readonly Token[]; text: string; kind: Kind; sureness: number }>();
  blocks.forEach((block, number) => {
    for (const name of names[number] ?? []) {
      const key = keyOf(block, name);
      const sureness = Math.max(surenessOf(name), found.get(key)?.sureness ?? 0);
      const tokens = block.tokens.slice(name.first, name.last + 1);
      found.set(key, { tokens, text: textOf(block, name), kind: kindOf(name), sureness });
    }
  });
  const bearers = new Bearers();
  // Full names first: a surname alone is theirs before it is a name of its own.
  for (const { tokens, text, kind, sureness } of [...found.values()].sort((a, b) => b.tokens.length - a.tokens.length)) {
    if (bearers.find(tokens) || (tokens.length === 1 && kind === 'person' && bearers.findPart(tokens))) continue;
    bearers.add(tokens, text, kind, Math.round(sureness * CREDIT[kind] * 100) / 100);
  }
  return bearers;
}

const PERSON = RECOGNISED.indexOf('person');
/** A place better known than this is meant by its lone name, whoever in the article is called so. */
const FAMOUS = 4;

/** "Dayton said", where the article has introduced Scott Dayton: the town of that name is not meant. */
function namesake({ tokens }: Block, { match, best, kinds }: Settled, bearers: Bearers): Bearer | null {
  if (match.first !== match.last || best.head.kind === 'person' || best.posting.via === 'demonym') return null;
  const bearer = bearers.find(tokens.slice(match.first, match.last + 1));
  if (bearer?.kind !== 'person' || !bearer.name.includes(' ')) return null;
  const town = best.head.kind === 'place' && best.head.renown < FAMOUS && !placedBefore(tokens, match.first);
  return town || (kinds?.[PERSON] ?? 0) >= 0.5 ? bearer : null;
}

function spansOfMatches(
  block: Block,
  number: number,
  kept: readonly Settled[],
  company: Company,
  bearers: Bearers,
  sport: boolean,
): Span[] {
  const spans: Span[] = [];
  for (const settled of kept) {
    const { match, best } = settled;
    // A weak form is the article's own bearer of that name before it is anybody of the glossary.
    const open = best.posting.weak && !company.present.has(best.posting.entry);
    const tokens = block.tokens.slice(match.first, match.last + 1);
    const own = open ? bearers.find(tokens) : namesake(block, settled, bearers);
    const bearer = own?.kind === 'place' && best.head.kind === 'place' ? null : own;
    // Two of the article's own people have the name: it is neither surely one of them, nor somebody else.
    if (open && !bearer && bearers.isShared(tokens)) continue;
    const reading = bearer ? { ...bearerReading(bearer), others: [best.posting.entry] } : readingOf(block, settled, company, spans, sport);
    spans.push(spanOf(block, number, withoutNoun(block, settled), reading));
  }
  return spans;
}

/** "Kandahar" of "Kandahar province", "Mi-8" of "Mi-8 helicopters": a common noun tells which is meant, but stands outside the name. */
function withoutNoun({ tokens }: Block, { match, best }: Settled): Run {
  const { first, last } = match;
  const { kind, subkind } = best.head;
  if (subkind !== 'weapon' && !(kind === 'place' && subkind !== 'building')) return match;
  let end = last;
  while (end > first && tokens[end]?.anyCapital === false && tokens[end]?.gap === 'space') end--;
  return tokens[end]?.capital ? { first, last: end } : match;
}

function spansOfNames(block: Block, number: number, names: readonly Recognised[], bearers: Bearers): Span[] {
  return names.flatMap((name) => {
    const tokens = block.tokens.slice(name.first, name.last + 1);
    const bearer = bearers.find(tokens) ?? bearers.findPart(tokens);
    return bearer ? [spanOf(block, number, name, bearerReading(bearer))] : [];
  });
}
