import type { Token } from '#lib/text/index.ts';
import type { Bearer, Bearers } from './bearers.ts';
import type { Block } from './prepare.ts';
import { type Reading, type Span, spanOf } from './span.ts';

export function bearerReading(bearer: Bearer): Reading {
  return { kind: bearer.kind, entry: null, via: 'article', confidence: bearer.confidence, others: [], bearer: bearer.name };
}

/** Full and short names of known bearers in what is still unmarked: headings, and runs that were cut otherwise. */
export function followBearers(block: Block, number: number, spans: readonly Span[], bearers: Bearers): Span[] {
  const taken = takenBy(spans);
  const { tokens } = block;
  const found: Span[] = [];
  const longest = bearers.longest;
  for (let first = 0; first < tokens.length; first++) {
    const opening = tokens[first];
    if (!opening?.capital || taken.has(first) || !bearers.begins(opening)) continue;
    for (let last = Math.min(first + longest, tokens.length) - 1; last >= first; last--) {
      const words: Token[] = tokens.slice(first, last + 1);
      if (words.some((token, at) => taken.has(first + at) || (at > 0 && token.gap === 'break'))) continue;
      const bearer = bearers.find(words);
      if (!bearer || (first === last && tiedToStranger(tokens, first))) continue;
      found.push(spanOf(block, number, { first, last }, bearerReading(bearer)));
      first = last;
      break;
    }
  }
  return found;
}

function takenBy(spans: readonly Span[]): Set<number> {
  const taken = new Set<number>();
  for (const span of spans) for (let at = span.first; at <= span.last; at++) taken.add(at);
  return taken;
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

/** What an article's acronyms stand for, where it says so in brackets: "the Democratic Alliance (DAB)". */
export function introducedAcronyms(blocks: readonly Block[], spans: readonly (readonly Span[])[]): Map<string, Reading> {
  const found = new Map<string, Reading>();
  blocks.forEach((block, number) => {
    for (const span of spans[number] ?? []) {
      if (span.first === span.last && span.mention.via === 'acronym') continue;
      const token = block.tokens[span.last + 1];
      const last = block.tokens[span.last];
      if (!token?.allCapitals || !last || token.folded.length < 2) continue;
      if (!/^\s*\($/.test(block.text.slice(last.rawEnd, token.start)) || block.text[token.rawEnd] !== ')') continue;
      if (!spells(token.folded, block.tokens.slice(span.first, span.last + 1))) continue;
      const { kind, entry, confidence, others, bearer } = span.mention;
      if (!found.has(token.folded))
        found.set(token.folded, { kind, entry, confidence, others, bearer, via: entry === null ? 'article' : 'acronym' });
    }
  });
  return found;
}

/** Whether an acronym begins like one of the name's words: foreign names and their acronyms share no more than that. */
function spells(acronym: string, name: readonly Token[]): boolean {
  return name.some((token) => token.folded[0] === acronym[0]);
}

/** Mentions by an acronym that the article has introduced; they win over what the glossary takes the acronym for. */
export function followAcronyms(block: Block, number: number, acronyms: ReadonlyMap<string, Reading>): Span[] {
  if (acronyms.size === 0) return [];
  return block.tokens.flatMap((token, at) => {
    const reading = token.allCapitals ? acronyms.get(token.folded) : undefined;
    return reading ? [spanOf(block, number, { first: at, last: at }, reading)] : [];
  });
}
