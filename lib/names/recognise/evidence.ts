import { type Gazetteer, loneHash, type NameIndex, type Posting } from '#lib/glossary/index.ts';
import type { Token } from '#lib/text/index.ts';
import type { Block } from '../prepare.ts';
import type { ReadMatch } from '../read-matches.ts';
import type { Scored } from '../resolve.ts';
import { confidenceOf } from '../resolve.ts';
import { RECOGNISED } from './labels.ts';

/** What the glossary says of each token of a block, as small numbers. */
export interface GlossaryEvidence {
  /** The longest form that covers it: kind, place in the form, length and how surely it is meant; 0 is none. */
  readonly form: Int32Array;
  /** Kind and place alone. */
  readonly kind: Int32Array;
  /** What the word can mean by itself: a bit for each kind, and whether only weakly. */
  readonly alone: Int32Array;
}

const kindOf = (gazetteer: Gazetteer, posting: Posting): number => {
  const { kind } = gazetteer.index.head(posting.entry);
  return RECOGNISED.indexOf(posting.via === 'demonym' ? 'group' : kind);
};

function sureness(scored: readonly Scored[]): number {
  const confidence = confidenceOf(scored);
  return confidence < 0.25 ? 0 : confidence < 0.5 ? 1 : confidence < 0.75 ? 2 : confidence < 0.9 ? 3 : 4;
}

export function glossaryEvidence(gazetteer: Gazetteer, block: Block, matches: readonly ReadMatch[]): GlossaryEvidence {
  const { tokens } = block;
  const form = new Int32Array(tokens.length);
  const kind = new Int32Array(tokens.length);
  const alone = new Int32Array(tokens.length);
  for (const { match, scored } of matches) {
    const best = scored[0];
    if (!best) continue;
    const which = kindOf(gazetteer, best.posting);
    const length = match.last - match.first;
    const sure = Math.min(length, 2) * 8 + sureness(scored);
    for (let at = match.first; at <= match.last; at++) {
      const position = length === 0 ? 3 : at === match.first ? 0 : at === match.last ? 2 : 1;
      kind[at] = 1 + which * 4 + position;
      form[at] = (1 + which * 4 + position) * 32 + sure;
    }
  }
  let known = ALONE.get(gazetteer.index);
  if (!known || known.size > MOST_ALONE) {
    known = new Map();
    ALONE.set(gazetteer.index, known);
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token?.capital) continue;
    let bits = known.get(token.folded);
    if (bits === undefined) {
      bits = readingsAlone(gazetteer, token);
      known.set(token.folded, bits);
    }
    alone[at] = bits;
  }
  return { form, kind, alone };
}

/** What words can mean by themselves, once it was looked up: names repeat in an article and from page to page. */
const ALONE = new WeakMap<NameIndex, Map<string, number>>();
const MOST_ALONE = 10_000;

function readingsAlone({ index }: Gazetteer, token: Token): number {
  const value = index.find(loneHash(token));
  if (value === 0) return 0;
  let bits = index.goesOn(value) ? 1 << 12 : 0;
  for (const posting of index.postings(value)) {
    const which = kindOf({ index }, posting);
    bits |= 1 << (posting.weak ? which + 5 : which);
    if (posting.word) bits |= 1 << 10;
    if (posting.via === 'acronym') bits |= 1 << 11;
  }
  return bits;
}
