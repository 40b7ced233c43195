import type { Token } from '#lib/text/index.ts';
import { CALENDAR, CONNECTORS, INSTITUTION_OPENERS, PLACE_HEADS } from './lexicon/institutions.ts';
import type { Block } from './prepare.ts';

/** A maximal stretch of capitalised words that may be one name or several. Ends are included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** What follows a hyphen in small letters and is no second half of a given name ("Jong-un", "Cheuk-yan"). */
const COMPOUND =
  /^(?:based|led|born|backed|linked|era|run|held|made|style|like|wide|area|only|old|day|year|long|term|level|free|rich|owned|class|time|type|bound|ruled|war|style|size|line|side|back|up|in|off|out|on|to|and|the|of|plus|elect|first|wing|pact|mile|hour|page|seat|city|sponsored|allied|funded|aligned|controlled|occupied|trained|speaking)$/;
const PARTICLES = /^(?:al|el|de|del|della|di|da|do|dos|du|la|le|van|von|der|den|bin|ibn|bint|ul|ad|as|ash|ter|ten|y|af)$/;
const LETTER_FIRST = /^[\p{Lu}\p{Lt}?\uFFFD]/u;
const LONGEST = 10;

function names(token: Token | undefined): token is Token {
  return token !== undefined && token.capital && LETTER_FIRST.test(token.text) && !CALENDAR.has(token.folded) && token.text !== 'I';
}

function ties(token: Token): boolean {
  return token.gap === 'space' || token.gap === 'hyphen' || token.gap === 'dot' || token.gap === 'ampersand' || token.gap === 'bracket';
}

/** "Pro-" of "Pro-Ankara": at the head of a sentence it has a capital, and is no name. */
export function isPrefix(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.gap === 'hyphen' && /^(?:anti|ex|non|post|pre|pro)$/.test(tokens[at]?.folded ?? '');
}

/** How many tokens after `at` (lower-case joins and the capital behind them) still belong to the run; 0 for none. */
function stride(tokens: readonly Token[], at: number, headed: boolean): number {
  const next = tokens[at + 1];
  if (!next || !ties(next) || tokens[at]?.possessive) return 0;
  if (names(next) && !next.opens) return 1;
  if (next.gap === 'hyphen' && !next.capital && isSecondHalf(tokens, at)) return 1;
  if (next.capital) return 0;
  for (let far = 1; far <= 3; far++) {
    const token = tokens[at + far];
    const behind = tokens[at + far + 1];
    if (!token || !behind || token.capital || !ties(token)) return 0;
    const joined = headed ? CONNECTORS.has(token.folded) : PARTICLES.test(token.folded);
    if (!joined) return 0;
    if (names(behind) && ties(behind)) return far + 1;
  }
  return 0;
}

/** Chinese and Korean given names: short, behind a family name, small after the hyphen. */
function isSecondHalf(tokens: readonly Token[], at: number): boolean {
  const family = tokens[at - 1];
  const first = tokens[at];
  const second = tokens[at + 1];
  if (!names(family) || !first || !second || first.gap !== 'space' || family.possessive) return false;
  return family.text.length <= 6 && first.text.length <= 6 && /^\p{Ll}{2,5}$/u.test(second.text) && !COMPOUND.test(second.folded);
}

/** The capitalised runs of a block. "Centre for X" and "Gulf of X" go on over their joining words. */
export function runsOf(block: Block): Run[] {
  const { tokens } = block;
  const runs: Run[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (!names(tokens[first]) || isPrefix(tokens, first)) continue;
    let last = first;
    let headed = false;
    for (;;) {
      const here = tokens[last];
      if (here && (INSTITUTION_OPENERS.has(here.folded) || PLACE_HEADS.has(here.folded))) headed = true;
      const step = last - first < LONGEST ? stride(tokens, last, headed) : 0;
      if (step === 0) break;
      last += step;
    }
    runs.push({ first, last });
    first = last;
  }
  return runs;
}
