import type { Token } from '#lib/text/index.ts';
import { CALENDAR, INSTITUTION_HEADS, OPENERS, PLACE_HEADS } from './lexicon/institutions.ts';
import { TITLES } from './lexicon/titles.ts';
import type { Block } from './prepare.ts';
import { RECOGNISED, type Recognised } from './recognise/index.ts';
import type { Run } from './span.ts';

/** Words that a nickname has, and that a name has on either side of it, at most. */
const LONGEST = 3;

const NOT_PERSONS = [TITLES, OPENERS, CALENDAR, INSTITUTION_HEADS, PLACE_HEADS];
const isName = (token: Token | undefined): boolean =>
  token?.capital === true && /^\p{L}/u.test(token.text) && !NOT_PERSONS.some((words) => words.has(token.folded));
const tied = (token: Token | undefined): boolean => token?.gap === 'space' || token?.gap === 'hyphen' || token?.gap === 'dot';

/** Where "Roy "Bud" Hale" lies around a nickname that opens at a token; null where none does. */
function around({ tokens, text }: Block, opens: number): Run | null {
  const before = tokens[opens - 1];
  const first = tokens[opens];
  if (!first || !isName(before) || !before || !/["“]$/.test(text.slice(before.rawEnd, first.start))) return null;
  let closes = opens + 1;
  while (closes - opens < LONGEST && isName(tokens[closes]) && tied(tokens[closes])) closes++;
  const after = tokens[closes];
  if (!isName(after) || after?.gap !== 'quote' || before.possessive) return null;
  const run = { first: opens - 1, last: closes };
  while (opens - run.first < LONGEST && tied(tokens[run.first]) && isName(tokens[run.first - 1]) && !tokens[run.first - 1]?.possessive)
    run.first--;
  while (run.last - closes < LONGEST && !tokens[run.last]?.possessive && isName(tokens[run.last + 1]) && tied(tokens[run.last + 1]))
    run.last++;
  return run;
}

/** The quotation marks are evidence enough, unless the recogniser is surer than this that a piece is something else. */
const ELSE = 0.5;
const LEAST = 0.6;

const PERSON = RECOGNISED.indexOf('person');

/** Names with those that a nickname in quotation marks cut to pieces made whole. */
export function withNicknames(block: Block, names: readonly Recognised[]): readonly Recognised[] {
  if (!block.tokens.some(({ gap }) => gap === 'quote')) return names;
  let found = names;
  block.tokens.forEach((token, at) => {
    const run = token.gap === 'quote' ? around(block, at) : null;
    if (!run) return;
    const touching = found.filter(({ first, last }) => first <= run.last && run.first <= last);
    if (touching.some(({ kinds }) => kinds.some((share, kind) => kind !== PERSON && share > ELSE))) return;
    const sureness = Math.max(LEAST, ...touching.map(({ kinds }) => kinds[PERSON] ?? 0));
    const whole = { ...run, kinds: RECOGNISED.map((_, kind) => (kind === PERSON ? sureness : 0)) };
    found = [...found.filter((name) => !touching.includes(name)), whole].sort((a, b) => a.first - b.first);
  });
  return found;
}
