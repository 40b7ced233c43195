import type { Kind } from '#lib/glossary/index.ts';
import { fold, type Token } from '#lib/text/index.ts';
import { CONNECTORS } from './lexicon/institutions.ts';

/** Somebody or something that only the article speaks of, by its fullest name there. */
export interface Bearer {
  readonly name: string;
  readonly kind: Kind;
  readonly confidence: number;
}

const keyOf = (tokens: readonly Token[]) => tokens.map((token) => token.folded).join(' ');

/**
 * The bearers that an article introduces, and the short forms by which it goes on to call them: a person's last name
 * (with and without its particle), an organisation's initials.
 */
export class Bearers {
  readonly #full = new Map<string, Bearer>();
  readonly #short = new Map<string, Bearer | 'several'>();
  /** Given names and first surnames: whose they are only where nothing else says. */
  readonly #loose = new Map<string, Bearer | 'several'>();
  /** First words of all full and short names. */
  readonly #openings = new Set<string>();

  #longest = 0;

  add(tokens: readonly Token[], name: string, kind: Kind, confidence: number): Bearer {
    const key = keyOf(tokens);
    const known = this.#full.get(key);
    if (known && known.confidence >= confidence) return known;
    const bearer: Bearer = { name, kind, confidence };
    this.#full.set(key, bearer);
    this.#longest = Math.max(this.#longest, tokens.length);
    this.#openings.add(tokens[0]?.folded ?? '');
    if (tokens.length > 1) for (const short of shortForms(tokens, kind)) this.#addShort(short, bearer);
    if (kind === 'person' && tokens.length > 1)
      for (const { folded, capital } of tokens.slice(0, -1)) {
        if (!capital || folded.length < 3 || CONNECTORS.has(folded)) continue;
        const other = this.#loose.get(folded);
        this.#loose.set(folded, other === undefined || (other !== 'several' && other.name === name) ? bearer : 'several');
      }
    return bearer;
  }

  /** The one person of whose name a lone word is a part ("Huamán" of "Eusebio Huamán Ttito"), if it is none's in short. */
  findPart(tokens: readonly Token[]): Bearer | null {
    const found = tokens.length === 1 ? this.#loose.get(tokens[0]?.folded ?? '') : undefined;
    return found === undefined || found === 'several' || this.isShared(tokens) ? null : found;
  }

  #addShort(short: string, bearer: Bearer): void {
    const known = this.#short.get(short);
    const same = known !== undefined && known !== 'several' && fold(known.name) === fold(bearer.name);
    this.#short.set(short, known === undefined || same ? bearer : 'several');
    this.#openings.add(short.split(' ', 1)[0] ?? '');
  }

  /** The one bearer that these words name in full or in short; null for none or for several. */
  find(tokens: readonly Token[]): Bearer | null {
    const key = keyOf(tokens);
    const full = this.#full.get(key);
    if (full) return full;
    const short = this.#short.get(key);
    return short === undefined || short === 'several' ? null : short;
  }

  /** Whether some bearer's name begins with this word: a quick no for most words. */
  begins(token: Token): boolean {
    return this.#openings.has(token.folded);
  }

  /** Whether more than one bearer is called so. */
  isShared(tokens: readonly Token[]): boolean {
    return this.#short.get(keyOf(tokens)) === 'several';
  }

  get isEmpty(): boolean {
    return this.#full.size === 0;
  }

  /** Longest name, in tokens. */
  get longest(): number {
    return this.#longest;
  }
}

/** "Roy Hale" of "Roy "Bud" Hale"; null where nothing stands in quotation marks. */
function withoutQuoted(tokens: readonly Token[]): string | null {
  const opens = tokens.findIndex((token) => token.gap === 'quote');
  const closes = tokens.findIndex((token, at) => at > opens && token.gap === 'quote');
  return opens < 1 || closes < 0 ? null : keyOf([...tokens.slice(0, opens), ...tokens.slice(closes)]);
}

function shortForms(tokens: readonly Token[], kind: Kind): string[] {
  if (kind === 'person') {
    const last = tokens[tokens.length - 1];
    const before = tokens[tokens.length - 2];
    if (!last) return [];
    const joined = before && (CONNECTORS.has(before.folded) || last.gap === 'hyphen') ? [`${before.folded} ${last.folded}`] : [];
    const unquoted = withoutQuoted(tokens);
    if (unquoted) joined.push(unquoted);
    return last.gap === 'hyphen' && !CONNECTORS.has(before?.folded ?? '') ? joined : [last.folded, ...joined];
  }
  if (kind !== 'organisation') return [];
  const initials = tokens.filter((token) => token.capital).map((token) => token.folded[0] ?? '');
  return initials.length >= 3 ? [initials.join('')] : [];
}
