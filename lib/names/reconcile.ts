import type { Kind } from '#lib/glossary/index.ts';
import type { Token } from '#lib/text/index.ts';
import { CALENDAR, INSTITUTION_HEADS, INSTITUTION_OPENERS, OPENERS, PLACE_HEADS } from './lexicon/institutions.ts';
import { isRoleNoun, TITLES } from './lexicon/titles.ts';
import type { Block } from './prepare.ts';
import { RECOGNISED, type Recognised } from './recognise/index.ts';
import type { Settled } from './settle.ts';

export interface Reconciled {
  /** Glossary forms that stand. */
  readonly kept: readonly Settled[];
  /** Names that the glossary lacks. */
  readonly free: readonly Recognised[];
}

export function surenessOf({ kinds }: Recognised): number {
  let sum = 0;
  for (const share of kinds) sum += share;
  return sum;
}

/**
 * How sure a name without an entry must be to be marked. Of a term the article says less often what it is than of persons and bodies; a
 * people's adjective ("Islamist") would open a card that says nothing.
 */
const LEAST_SURE: Readonly<Record<Kind, number>> = {
  person: 0.4,
  organisation: 0.4,
  place: 0.4,
  group: 1,
  thing: 0.45,
};

/** The likeliest kind of a recognised name. */
export const kindOf = ({ kinds }: Recognised): Kind => RECOGNISED[kinds.indexOf(Math.max(...kinds))] ?? 'thing';

const isSure = (name: Recognised): boolean => surenessOf(name) >= LEAST_SURE[kindOf(name)];

/** From here on the recogniser's longer name stands over a glossary form inside it: names are maximal. */
const SURE = 0.4;

type Stretch = Pick<Recognised, 'first' | 'last'>;
const overlap = (a: Stretch, b: Stretch) => a.first <= b.last && b.first <= a.last;
const holds = (outer: Stretch, inner: Stretch) => outer.first <= inner.first && inner.last <= outer.last;

/** A name that a glossary form with a possessive ending opens is two: "Mecca's Grand Mosque" is Mecca and a mosque. */
function withoutOwner(tokens: readonly Token[], name: Recognised, forms: readonly Settled[]): Recognised {
  const owner = forms.findLast(({ match }) => match.first >= name.first && match.last < name.last && tokens[match.last]?.possessive);
  return owner ? { ...name, first: owner.match.last + 1 } : name;
}

/**
 * Glossary forms and recognised names of one block, both in order, made one list without overlap: a form stands over what it
 * holds ("Bank of England" over a lone "Bank"), a sure longer name over a form inside it ("Hunter Biden" over Biden), else the surer.
 */
export function reconcile({ tokens, style }: Block, settled: readonly Settled[], names: readonly Recognised[]): Reconciled {
  const dropped = new Set<Settled>();
  const free: Recognised[] = [];
  let from = 0;
  for (const found of names) {
    if (!isSure(found)) continue;
    while (from < settled.length && (settled[from]?.match.last ?? 0) < found.first) from++;
    const near: Settled[] = [];
    for (let at = from; at < settled.length && (settled[at]?.match.first ?? Infinity) <= found.last; at++) {
      const form = settled[at];
      if (form) near.push(form);
    }
    const name = withoutOwner(tokens, found, near);
    if (isDirection(tokens, name) || isCoordinate(tokens, name)) continue;
    const touching = near.filter((form) => overlap(form.match, name));
    const sureness = surenessOf(name);
    // "Armenian-Azeri", "US Democratic Party": what the glossary knows word for word is not one more name.
    const known = touching.reduce((words, { match }) => words + match.last - match.first + 1, 0) >= name.last - name.first + 1;
    const stands =
      !(known && touching.length > 1) &&
      !isOpening(tokens, name, touching) &&
      touching.every((form) => {
        if (holds(form.match, name)) return false;
        return holds(name, form.match) ? sureness >= SURE || sureness > form.confidence : sureness > form.confidence;
      });
    if (!stands) continue;
    for (const form of touching) dropped.add(form);
    free.push(name);
  }
  const kept = settled.filter((form) => !dropped.has(form));
  if (style !== 'sentence') return { kept, free };
  const words = new Set(kept.flatMap(({ match }) => Array.from({ length: match.last - match.first + 1 }, (_, i) => match.first + i)));
  return { kept: kept.filter((form) => !isCutShort(tokens, form, (at) => words.has(at))), free };
}

const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern|upper|lower)$/;

/** "Northern" of "Northern Iraq": no name without what it is the north of. */
function isDirection(tokens: readonly Token[], { first, last }: Recognised): boolean {
  const next = tokens[last + 1];
  return first === last && DIRECTION.test(tokens[first]?.folded ?? '') && next?.capital === true && next.gap === 'space';
}

/** "N 18" of "59°10′25″N 18°10′05″E": numbers and quarters alone are no name. */
const isCoordinate = (tokens: readonly Token[], { first, last }: Recognised): boolean =>
  tokens.slice(first, last + 1).every((token) => token.digits || /^[nsewo]$/.test(token.folded)) &&
  /^(?:\d+|[nsewo])$/.test(tokens[first]?.folded ?? '');

/** "Fighters of al-Shabaab": a word that opens a sentence and heads no body or place is no part of the name behind it. */
function isOpening(tokens: readonly Token[], { first, last }: Recognised, forms: readonly Settled[]): boolean {
  const token = tokens[first];
  if (!token?.opens || tokens[first + 1]?.capital !== false) return false;
  if (INSTITUTION_OPENERS.has(token.folded) || INSTITUTION_HEADS.has(token.folded) || PLACE_HEADS.has(token.folded)) return false;
  return forms.some(({ match, best }) => match.last === last && match.first <= first + 2 && !best.posting.weak);
}

/**
 * "Leung" of "Leung Che-cheung", "Biden" of "Hunter Biden": a surname that the glossary knows, tied to a capital that is neither a title
 * nor part of a known name. Whose it is, is not known.
 */
function isCutShort(tokens: readonly Token[], { match, best }: Settled, covered: (at: number) => boolean): boolean {
  if (match.first !== match.last) return false;
  const token = tokens[match.first];
  const next = tokens[match.last + 1];
  const before = tokens[match.first - 1];
  if (best.posting.weak && next?.capital && !token?.possessive && (next.gap === 'hyphen' || next.gap === 'space')) return true;
  if (best.head.kind !== 'person' || token?.gap !== 'space' || !before?.capital || before.possessive || before.allCapitals) return false;
  const known = TITLES.has(before.folded) || OPENERS.has(before.folded) || CALENDAR.has(before.folded) || isRoleNoun(before.folded);
  return !known && !covered(match.first - 1);
}
