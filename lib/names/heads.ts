import type { Token } from '#lib/text/index.ts';
import { INSTITUTION_HEADS, INSTITUTION_OPENERS } from './lexicon/institutions.ts';
import type { Block } from './prepare.ts';
import { type Reading, type Span, spanOf } from './span.ts';

/** The word by which a body's full name can be taken up: "Army" of "Libyan National Army", "Centre" of "Centre for Dialogue". */
function headOf(tokens: readonly Token[], { first, last }: Span): string | null {
  const opener = tokens[first];
  if (first === last || !opener) return null;
  if (INSTITUTION_OPENERS.has(opener.folded) && /^(?:of|for|on)$/.test(tokens[first + 1]?.folded ?? '')) return opener.folded;
  const tail = tokens[last];
  return tail?.capital && INSTITUTION_HEADS.has(tail.folded) && !tail.allCapitals ? tail.folded : null;
}

/**
 * "the Centre", "Haftar's Army": a lone head with a capital and "the" or an owner before it means the body of that head which was named last. Adds
 * such spans to what is marked; `spans` are the document's, block by block.
 */
export function followHeads(blocks: readonly Block[], spans: readonly (readonly Span[])[]): Span[][] {
  const lastNamed = new Map<string, Reading>();
  return blocks.map(({ tokens, style, text }, number) => {
    const block = { tokens, style, text };
    const own = spans[number] ?? [];
    const found: Span[] = [];
    let next = 0;
    for (let at = 0; at < tokens.length; at++) {
      const span = own[next];
      if (span && span.first <= at) {
        if (at < span.last) continue;
        next++;
        const head = span.mention.kind === 'organisation' ? headOf(tokens, span) : null;
        const { kind, entry, confidence, others, bearer } = span.mention;
        if (head) lastNamed.set(head, { kind, entry, confidence, others, bearer, via: entry === null ? 'article' : 'short' });
        if (span.first !== span.last || entry !== null) continue;
      }
      if (style !== 'sentence' || !isLoneHead(tokens, at)) continue;
      const reading = lastNamed.get(tokens[at]?.folded ?? '');
      if (reading) found.push(spanOf(block, number, { first: at, last: at }, reading));
    }
    const taken = new Set(found.map(({ first }) => first));
    const others = own.filter((span) => !(span.first === span.last && (taken.has(span.first) || isLooseUnion(tokens, span))));
    return [...others, ...found].sort((a, b) => a.first - b.first);
  });
}

/** "Coalition aircraft", where the article never says which: a card could say no more than the word, and reports on defence are full of it. */
const isLooseUnion = (tokens: readonly Token[], { first, mention }: Span): boolean =>
  mention.entry === null && /^(?:alliance|coalition)$/.test(tokens[first]?.folded ?? '');

function isLoneHead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (
    !token?.capital ||
    token.gap !== 'space' ||
    !(before?.folded === 'the' || (before?.possessive && before.capital)) ||
    !INSTITUTION_HEADS.has(token.folded)
  )
    return false;
  const tied = after !== undefined && !token.possessive && (after.gap === 'space' || after.gap === 'hyphen');
  return !(tied && (after.capital || /^(?:of|for|on)$/.test(after.folded)));
}
