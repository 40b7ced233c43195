import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { INSTITUTION_HEADS, PLACE_HEADS } from '../lexicon/institutions.ts';
import { SPORT_WORDS } from '../lexicon/sport.ts';
import { TITLES } from '../lexicon/titles.ts';
import type { Block } from '../prepare.ts';

/** What the rest of the article shows of a word. */
const SEEN = {
  lower: 1,
  capitalInside: 2,
  alone: 4,
  titled: 8,
  afterGiven: 16,
  beforeHead: 32,
  bracketed: 64,
  possessive: 128,
  afterThe: 256,
  afterIn: 512,
  often: 1024,
} as const;

export interface DocumentFacts {
  /** For each folded word of the article, bits for what its uses show. */
  readonly seen: ReadonlyMap<string, number>;
  /** Whether the article reports on sport. */
  readonly sport: boolean;
}

/** An article with so many words of sport, and such a share of them, reports on sport. */
const SPORT_LEAST = 5;
const SPORT_SHARE = 0.012;

export const speaksOfSport = ({ tokens }: Block): boolean => tokens.some(({ folded }) => SPORT_WORDS.has(folded));

function isSport(blocks: readonly Block[]): boolean {
  let words = 0;
  let sporting = 0;
  for (const { tokens } of blocks) {
    words += tokens.length;
    for (const { folded, capital } of tokens) if (!capital && SPORT_WORDS.has(folded)) sporting++;
  }
  return sporting >= SPORT_LEAST && sporting >= words * SPORT_SHARE;
}

export function documentFacts(blocks: readonly Block[], lowerCase: ReadonlySet<string>): DocumentFacts {
  const seen = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { tokens, style } of blocks) {
    if (style !== 'sentence') continue;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token?.capital) continue;
      const before = tokens[at - 1];
      const after = tokens[at + 1];
      const tiedBefore = before !== undefined && (token.gap === 'space' || token.gap === 'hyphen' || token.gap === 'dot');
      const tiedAfter = after !== undefined && !token.possessive && (after.gap === 'space' || after.gap === 'hyphen');
      let bits = seen.get(token.folded) ?? (lowerCase.has(token.folded) ? SEEN.lower : 0);
      if (!token.opens) bits |= SEEN.capitalInside;
      if (!(tiedBefore && before.capital && !before.opens) && !(tiedAfter && after.capital)) bits |= SEEN.alone;
      if (tiedBefore && TITLES.has(before.folded) && before.capital) bits |= SEEN.titled;
      if (tiedBefore && GIVEN_NAMES.has(before.folded) && before.capital) bits |= SEEN.afterGiven;
      if (tiedAfter && after.capital && (INSTITUTION_HEADS.has(after.folded) || PLACE_HEADS.has(after.folded))) bits |= SEEN.beforeHead;
      if (token.allCapitals && token.gap === 'bracket') bits |= SEEN.bracketed;
      if (token.possessive) bits |= SEEN.possessive;
      if (tiedBefore && before.folded === 'the') bits |= SEEN.afterThe;
      if (tiedBefore && (before.folded === 'in' || before.folded === 'near' || before.folded === 'at')) bits |= SEEN.afterIn;
      const count = (counts.get(token.folded) ?? 0) + 1;
      counts.set(token.folded, count);
      if (count >= 3) bits |= SEEN.often;
      seen.set(token.folded, bits);
    }
  }
  return { seen, sport: isSport(blocks) };
}
