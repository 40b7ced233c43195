import { type Gazetteer, growHash, type Head, unpackCountry } from '#lib/glossary/index.ts';
import { EMPTY_HASH, type Hash, type Token, tokenise } from '#lib/text/index.ts';
import type { Mention } from './model.ts';
import type { Block } from './prepare.ts';
import type { ReadMatch } from './read-matches.ts';
import { confidenceOf } from './resolve.ts';
import { type Span, textOf } from './span.ts';

/** Bodies that every state has and whose bare name says not of which. */
const DOMESTIC = new Set(['party', 'government-body', 'police', 'court', 'bank', 'armed-forces', 'intelligence']);

/** A state that is named so often, against the one named most, may be the one that a bare name is about. */
const RIVAL = 0.5;
/** So many words before a bare name, in its sentence, the state or town named last says whose it is where the article is about several. */
const WITHIN = 30;
/** An owner stands so near. */
const OWNED = 3;
/** A reading that is so sure says of which state the article speaks. */
const SURE = 0.7;
const CONFIDENCE = 0.8;
const CONFIDENCE_AMONG_SEVERAL = 0.65;

/** Bodies of which each state has one, called by a single word. */
const ALONE = new Set(['parliament', 'senate', 'congress', 'cabinet', 'army', 'navy']);

/** How an article names a state: "India", "Indian". */
interface Names {
  readonly nouns: Set<string>;
  readonly adjectives: Set<string>;
}

let regionNames: Intl.DisplayNames | null = null;

/** English names of a state that the article may not name itself ("NEW DELHI: The Supreme Court …"). */
function nameOf(country: number): string | null {
  const code = unpackCountry(country);
  if (!code || !/^[A-Z]{2}$/.test(code)) return null;
  regionNames ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return regionNames.of(code)?.replace(/ \(.*\)$| SAR China$/, '') ?? null;
}

/** Whose a body is that the article calls by a name which many states' bodies have. */
export class Homes {
  readonly #gazetteer: Gazetteer;
  /** Mentions of each state, and of what is of it; most of any. */
  readonly #votes = new Map<number, number>();
  readonly #most: number;
  readonly #names = new Map<number, Names>();
  /** For each block, the tokens at which a state, or something of one, is named. */
  readonly #named: { readonly first: number; readonly last: number; readonly country: number }[][];
  readonly #found = new Map<string, number | null>();

  constructor(gazetteer: Gazetteer, blocks: readonly Block[], read: readonly (readonly ReadMatch[])[]) {
    this.#gazetteer = gazetteer;
    this.#named = blocks.map((block, number) => {
      const named: { first: number; last: number; country: number }[] = [];
      for (const { match, scored } of read[number] ?? []) {
        const best = scored[0];
        if (!best || best.head.country === 0 || best.posting.weak || confidenceOf(scored) < SURE) continue;
        // A body that is one of many of its name says nothing of whose it is.
        if (isDomestic(best.head) && (best.posting.via === 'short' || match.readings.length > 1)) continue;
        named.push({ first: match.first, last: match.last, country: best.head.country });
        this.#votes.set(best.head.country, (this.#votes.get(best.head.country) ?? 0) + 1);
        if (best.head.subkind !== 'country') continue;
        const names = this.#names.get(best.head.country) ?? { nouns: new Set(), adjectives: new Set() };
        (best.posting.via === 'demonym' ? names.adjectives : names.nouns).add(textOf(block, match));
        this.#names.set(best.head.country, names);
      }
      return named;
    });
    this.#most = Math.max(0, ...this.#votes.values());
  }

  /** The state whose body is meant by a bare name, and whether the article is about others as much; null where nothing says so. */
  #homeOf(block: Block, number: number, { first, last }: Span): { country: number; among: boolean } | null {
    const named = this.#named[number] ?? [];
    // "the Foreign Ministry in Islamabad", "the UK's brave Armed Forces".
    const behind = named.find((one) => one.first > last && one.first - last <= 2);
    if (behind && /^(?:in|of)$/.test(block.tokens[last + 1]?.folded ?? '')) return { country: behind.country, among: false };
    const before = named.findLast((one) => one.last < first && first - one.last <= WITHIN);
    if (before && first - before.last <= OWNED && block.tokens[before.last]?.possessive) return { country: before.country, among: false };
    const rivals = [...this.#votes].filter(([, count]) => count >= this.#most * RIVAL).map(([country]) => country);
    if (rivals.length === 1 && rivals[0] !== undefined) return { country: rivals[0], among: false };
    return before && rivals.includes(before.country) && !block.tokens.slice(before.last + 1, first + 1).some(({ opens }) => opens)
      ? { country: before.country, among: true }
      : null;
  }

  /** The same span as a name of the home state's body, where the glossary has one; without an entry, where it has another state's. */
  atHome(block: Block, number: number, span: Span): Span {
    const { mention } = span;
    if (mention.kind !== 'organisation' || mention.via === 'acronym') return span;
    if (mention.entry !== null && !this.#isStranger(mention)) return span;
    const home = this.#homeOf(block, number, span);
    if (!home) return span;
    const surface = textOf(block, span);
    const bare = span.last > span.first || ALONE.has(block.tokens[span.first]?.folded ?? '');
    const entry = bare ? this.#lookUp(surface, home.country) : null;
    if (entry !== null) {
      const confidence = home.among ? CONFIDENCE_AMONG_SEVERAL : CONFIDENCE;
      const others = mention.entry === null || mention.entry === entry ? [] : [mention.entry];
      return { ...span, mention: { ...mention, entry, via: 'short', confidence, others, bearer: null } };
    }
    return mention.entry === null ? span : { ...span, mention: { ...mention, entry: null, via: 'article', others: [], bearer: surface } };
  }

  /** A body by a name that bodies of many states have, of a state that the article hardly speaks of. */
  #isStranger({ entry, via, others }: Mention): boolean {
    const head = this.#gazetteer.index.head(entry ?? 0);
    if (!isDomestic(head) || !(via === 'short' || others.some((other) => isDomestic(this.#gazetteer.index.head(other))))) return false;
    const own = Math.max(this.#votes.get(head.country) ?? 0, this.#votes.get(head.country2) ?? 0);
    return this.#most > 1 && own * 3 <= this.#most;
  }

  #lookUp(surface: string, country: number): number | null {
    const key = `${country} ${surface}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const names = this.#names.get(country);
    const nouns = new Set([...(names?.nouns ?? []), ...[nameOf(country) ?? []].flat()]);
    const forms = [
      ...[...nouns].flatMap((noun) => [`${surface} of ${noun}`, `${surface} of the ${noun}`, `${noun} ${surface}`, `${noun}'s ${surface}`]),
      ...[...(names?.adjectives ?? [])].map((adjective) => `${adjective} ${surface}`),
    ];
    let best: { entry: number; renown: number } | null = null;
    for (const form of forms)
      for (const { entry, weak } of this.#readings(form)) {
        const head = this.#gazetteer.index.head(entry);
        if (weak || !isDomestic(head) || (head.country !== country && head.country2 !== country)) continue;
        if (!best || head.renown > best.renown) best = { entry, renown: head.renown };
      }
    this.#found.set(key, best?.entry ?? null);
    return best?.entry ?? null;
  }

  #readings(form: string) {
    const { index } = this.#gazetteer;
    let hash: Hash = EMPTY_HASH;
    let previous: Token | null = null;
    for (const token of tokenise(form)) {
      hash = growHash(hash, previous, token);
      previous = token;
    }
    return index.postings(index.find(hash));
  }
}

const isDomestic = ({ kind, country, subkind }: Head): boolean => kind === 'organisation' && country !== 0 && DOMESTIC.has(subkind ?? '');
