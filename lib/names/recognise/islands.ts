import { parts, type Token } from '#lib/text/index.ts';
import { CALENDAR, CONNECTORS, OPENERS } from '../lexicon/institutions.ts';

/** A stretch of tokens that may be or hold names; everything between islands is outside every name. Ends are included. */
export interface Island {
  readonly first: number;
  readonly last: number;
}

/** Small words that stand between the capitals of one name, at most three in a row. */
const MOST_SMALL = 3;
const LEADING = new Set(
  'al el ash as an ar ad at az de del della di da dos du la le van von der bin ibn bint abu ul ter ten t d l o'.split(' '),
);

/** Whether a token can be part of a name by its own looks: a capital, a digit, or a capital behind a small letter ("eBay"). */
const bearsCapital = (token: Token): boolean => token.capital || token.damaged || token.anyCapital;

/** Which tokens may have a label other than outside. */
export function openTokens(tokens: readonly Token[]): boolean[] {
  const capital = (at: number) => {
    const token = tokens[at];
    return token !== undefined && bearsCapital(token) && !token.digits;
  };
  const tied = (at: number) => !parts(tokens[at]?.gap ?? 'start');
  const found: boolean[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    found.push(
      bearsCapital(token) ||
        // "al-Shabaab", "bin Laden": a particle before its name; "Jong-un": the second half of one.
        (capital(at + 1) && tied(at + 1) && LEADING.has(token.folded)) ||
        (token.gap === 'hyphen' && capital(at - 1)),
    );
  }
  // "Bank of England", "Islam and the West": small words between two capitals.
  let from = -1;
  for (let at = 0; at < tokens.length; at++) {
    if (!capital(at)) continue;
    if (from >= 0 && at - from - 1 <= MOST_SMALL && at - from > 1) {
      let joined = true;
      for (let between = from + 1; between <= at && joined; between++)
        joined = tied(between) && (between === at || found[between] === true || CONNECTORS.has(tokens[between]?.folded ?? ''));
      if (joined) for (let between = from + 1; between < at; between++) found[between] = true;
    }
    from = at;
  }
  return found;
}

/** "The", "In 2016", "Monday, 9 March": nothing but words that open sentences, days, months and numbers. */
function isPlain(tokens: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    const token = tokens[at];
    if (!token) continue;
    const opener = token.opens && !token.allCapitals && OPENERS.has(token.folded);
    if (!opener && token.text !== 'I' && !CALENDAR.has(token.folded) && !token.digits) return false;
  }
  return true;
}

/** The islands of a block, each a maximal run of open tokens; `open` is what `openTokens` says of them. */
export function islandsOf(tokens: readonly Token[], open: readonly boolean[]): Island[] {
  const islands: Island[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!open[at]) continue;
    let last = at;
    // A full stop or another break always closes a name.
    while (last + 1 < tokens.length && open[last + 1] && tokens[last + 1]?.gap !== 'break') last++;
    if (!isPlain(tokens, at, last)) islands.push({ first: at, last });
    at = last;
  }
  return islands;
}
