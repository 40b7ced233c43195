import { type Gazetteer, growHash, loneHash, type Posting } from '#lib/glossary/index.ts';
import { EMPTY_HASH, extendHash, hashWord, parts, type Token } from '#lib/text/index.ts';
import { STATES_IN_SHORT } from './lexicon/states.ts';
import type { Block } from './prepare.ts';

/** A stretch of tokens that is a surface form of the gazetteer, with every reading its case allows. Ends are included. */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly readings: readonly Posting[];
  /** The next shorter form that begins at the same token, for when none of these readings is meant; null where there is none. */
  readonly shorter: Match | null;
}

/** Longest surface form, in tokens, that is looked for. */
const LONGEST = 14;
/** Lower-case words that can begin a name ("al-Shabaab"). */
const LEADING_PARTICLES = new Set(['al', 'el', 'ash', 'as', 'an', 'ar', 'de', 'von', 'van', 'bin', 'ibn', 'da', 'di', 'le', 'la']);

function canStart(token: Token): boolean {
  return token.capital || token.damaged || LEADING_PARTICLES.has(token.folded);
}

function joins(token: Token): boolean {
  return !parts(token.gap);
}

/** "PARIS, Texas -", "SAN JOSE (AFP)": where a report was written, in capitals at its head. */
function isDateline({ text, tokens }: Block, first: number, last: number): boolean {
  if (first > 0) return false;
  const next = tokens[last + 1];
  const gap = next?.gap;
  if (gap === 'comma' || gap === 'bracket' || gap === 'dash') return true;
  return gap === 'break' && /^\s*(?::|—|–|--?\s)/.test(text.slice(tokens[last]?.rawEnd, next?.start));
}

/** Whether the text's capitals are those that the form asks for. */
function caseAllows(reading: Posting, block: Block, first: number, last: number): boolean {
  const { tokens } = block;
  const shouting = block.style === 'shouting';
  for (let at = first, bit = 1; at <= last; at++, bit <<= 1) {
    const token = tokens[at];
    if (!token) return false;
    if ((reading.acronyms & bit) !== 0) {
      // "Nato" and "Unesco" are house style in Britain; of three letters ("Who", "Us") they are words.
      if (!token.allCapitals && !(token.capital && token.folded.length >= 4 && !reading.word)) return false;
      if (shouting && reading.word) return false;
      continue;
    }
    if ((reading.capitals & bit) === 0) continue;
    if (!token.capital) return false;
    // All capitals where the form has none: a headline or an emphasis, not an acronym that happens to be spelt alike.
    if (!token.allCapitals || shouting) continue;
    const mere = token.folded.length < 4 || reading.weak || reading.word;
    if (mere && !((last > first || token.folded.length > 3) && isDateline(block, first, last))) return false;
  }
  return true;
}

/** The readings that the text's capitals allow: mostly all or none. */
function allowedBy(all: readonly Posting[], block: Block, first: number, last: number): readonly Posting[] {
  for (const reading of all)
    if (!caseAllows(reading, block, first, last)) return all.filter((other) => caseAllows(other, block, first, last));
  return all;
}

/** The longest surface form that begins at a token, or null. */
function longestAt(gazetteer: Gazetteer, block: Block, first: number): Match | null {
  const { tokens } = block;
  let sequence = EMPTY_HASH;
  let previous: Token | null = null;
  let found: Match | null = null;
  for (let last = first; last < tokens.length && last - first < LONGEST; last++) {
    const token = tokens[last];
    if (!token || (last > first && !joins(token))) break;
    sequence = last === first ? loneHash(token) : growHash(sequence, previous, token);
    previous = token;
    const value = gazetteer.index.find(sequence);
    if (value === 0) break;
    const readings = allowedBy(gazetteer.index.postings(value), block, first, last);
    if (readings.length > 0) found = { first, last, readings, shorter: found };
    if (!gazetteer.index.goesOn(value)) break;
  }
  return found;
}

/** "Islamic Republic", "Christian Democrats": a faith's adjective that is part of a longer name which is not known. */
function qualifiesStranger(gazetteer: Gazetteer, tokens: readonly Token[], at: number, readings: readonly Posting[]): boolean {
  if (tokens[at + 1]?.gap !== 'space' || tokens[at]?.possessive) return false;
  return isFaith(gazetteer, readings);
}

/** A faith's adjective; in a compound ("a Muslim-majority state") it tells of a population, not of who acts. */
function isFaith(gazetteer: Gazetteer, readings: readonly Posting[]): boolean {
  const strong = readings.filter((reading) => !reading.weak);
  return strong.length > 0 && strong.every(({ entry }) => gazetteer.index.head(entry).subkind === 'faith');
}

/** "in English", "speaks Greek and Latin", "the Persian language": an adjective that names a tongue, not a people. */
function isLanguage(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (after?.gap === 'space' && /^(?:language|languages|dialect|translation|alphabet)$/.test(after.folded)) return true;
  if (
    !before ||
    tokens[at]?.gap !== 'space' ||
    !/^(?:in|into|speak|speaks|spoke|spoken|speaking|fluent|learn|learnt|learned|from)$/.test(before.folded)
  )
    return false;
  return after === undefined || parts(after.gap) || after.gap === 'comma' || /^(?:and|or|as|but|with|by|for|to|on|at)$/.test(after.folded);
}

/** "Pro-" of "Pro-Ankara": at the head of a sentence it has a capital, and is no name. */
function isPrefix(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.gap === 'hyphen' && /^(?:anti|ex|non|post|pre|pro)$/.test(tokens[at]?.folded ?? '');
}

/** "Mo." behind a town: the state, where the town's name ends right before it. */
function stateInShort({ index }: Gazetteer, { text, tokens }: Block, at: number, before: Match | undefined): Match | null {
  const token = tokens[at];
  if (token?.gap !== 'comma' || before?.last !== at - 1) return null;
  const name = STATES_IN_SHORT.get(token.folded);
  if (!name || !(token.allCapitals || text[token.end] === '.' || token.text.includes('.'))) return null;
  if (!before.readings.some(({ entry }) => index.head(entry).kind === 'place')) return null;
  const hash = name.reduce((sequence, word) => extendHash(sequence, hashWord(word)), EMPTY_HASH);
  const readings = index.postings(index.find(hash)).filter(({ entry }) => index.head(entry).subkind === 'region');
  return readings.length > 0 ? { first: at, last: at, readings, shorter: null } : null;
}

/** The longest form at a token; an article there yields to a longer form behind it ("The Times of Israel"). */
function matchAt(gazetteer: Gazetteer, block: Block, at: number): Match | null {
  const match = longestAt(gazetteer, block, at);
  if (block.tokens[at]?.folded !== 'the' || !match) return match;
  const behind = longestAt(gazetteer, block, at + 1);
  return behind && behind.last > match.last ? behind : withoutArticle(block.tokens, match);
}

/** Articles stand outside a name, even where the form has one ("The Economist"). */
function withoutArticle(tokens: readonly Token[], match: Match | null): Match | null {
  if (!match) return null;
  const shorter = withoutArticle(tokens, match.shorter);
  const article = match.last > match.first && tokens[match.first]?.folded === 'the';
  return { ...match, first: article ? match.first + 1 : match.first, shorter };
}

/**
 * The glossary's surface forms in a block: leftmost, longest, not overlapping. A lone word that a hyphen ties to another
 * capitalised word which is no name of the glossary is part of something else ("Jean-Georgia") and left out.
 */
export function matchBlock(gazetteer: Gazetteer, block: Block): Match[] {
  const { tokens } = block;
  const matches: Match[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !canStart(token)) continue;
    const match = stateInShort(gazetteer, block, at, matches[matches.length - 1]) ?? matchAt(gazetteer, block, at);
    if (!match) continue;
    matches.push(match);
    at = match.last;
  }
  const covered = new Set<number>();
  for (const match of matches) for (let at = match.first; at <= match.last; at++) covered.add(at);
  const stranger = (at: number) => tokens[at]?.capital === true && !covered.has(at) && !isPrefix(tokens, at);
  return matches.filter(({ first, last, readings }) => {
    if (first === last && qualifiesStranger(gazetteer, tokens, first, readings) && stranger(first + 1)) return false;
    if (first === last && tokens[first + 1]?.gap === 'hyphen' && !tokens[first + 1]?.capital && isFaith(gazetteer, readings)) return false;
    if (first === last && isLanguage(tokens, first) && readings.some((reading) => reading.via === 'demonym')) return false;
    if (readings.some((reading) => reading.via === 'demonym' || reading.via === 'acronym')) return true;
    const tiedBefore = tokens[first]?.gap === 'hyphen' && stranger(first - 1);
    const tiedAfter = tokens[last + 1]?.gap === 'hyphen' && stranger(last + 1);
    return !tiedBefore && !tiedAfter;
  });
}
