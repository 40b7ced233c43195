import { yearOf } from '#lib/chronicle/index.ts';
import type { Gazetteer } from '#lib/glossary/index.ts';
import { TITLES } from '#lib/names/lexicon/titles.ts';
import { type Block, prepare } from '#lib/names/prepare.ts';
import { readMatches } from '#lib/names/read-matches.ts';
import { documentFacts } from '#lib/names/recognise/document-facts.ts';
import { glossaryEvidence } from '#lib/names/recognise/evidence.ts';
import { FeatureReader } from '#lib/names/recognise/features.ts';
import { islandsOf, openTokens } from '#lib/names/recognise/islands.ts';
import { LABELS, labelOf, OUTSIDE, RECOGNISED } from '#lib/names/recognise/labels.ts';
import type { WordMemory } from '#lib/names/recognise/word-facts.ts';
import { REACH, wordFeatures } from '#lib/names/recognise/word-features.ts';
import type { GoldText } from './corpus.ts';

/** One island with its features and the labels that each of its tokens may have. */
export interface Instance {
  readonly length: number;
  /** Where each token's features begin in `keys`; one more than tokens. */
  readonly offsets: Int32Array;
  readonly keys: Int32Array;
  readonly groups: Uint8Array;
  readonly allowed: Uint32Array;
}

const ANY = (1 << LABELS) - 1;

/** Reports on defence call a state that acts an organisation; here it is a place, as in the glossary. */
const STATES_ACT = new Set(['re3d']);

/** Labels that a text's gold allows each token of a block; spans that cut a token are left open. */
function allowedLabels(
  block: Block,
  offset: number,
  gold: GoldText,
  demonym: (at: number) => boolean,
  isPlace: (first: number, last: number) => boolean,
): Uint32Array {
  const { tokens } = block;
  const allowed = new Uint32Array(tokens.length).fill(1 << OUTSIDE);
  const person = RECOGNISED.indexOf('person');
  const group = RECOGNISED.indexOf('group');
  const place = RECOGNISED.indexOf('place');
  for (const [start, end] of gold.open)
    tokens.forEach((token, at) => {
      if (token.start + offset < end && start < token.end + offset) allowed[at] = ANY;
    });
  if (!gold.groups)
    tokens.forEach((_, at) => {
      if (demonym(at)) allowed[at] = 1 << labelOf(group, 'unit');
    });
  for (const span of gold.spans) {
    let first = tokens.findIndex((token) => token.rawEnd + offset > span.start);
    if (first < 0) continue;
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1]?.start ?? 0) + offset < span.end) last++;
    if ((tokens[first]?.start ?? 0) + offset >= span.end) continue;
    while (first < last && /^(?:the|a|an)$/.test(tokens[first]?.folded ?? '')) first++;
    if (span.kind === person) while (first < last && TITLES.has(tokens[first]?.folded ?? '')) first++;
    const state = STATES_ACT.has(gold.corpus) && isPlace(first, last);
    for (let at = first; at <= last; at++) {
      const position = first === last ? 'unit' : at === first ? 'begin' : at === last ? 'end' : 'inside';
      allowed[at] = 1 << labelOf(state ? place : span.kind, position);
    }
  }
  return allowed;
}

/** Paragraphs of a text with their offsets. */
function paragraphs(text: string): { text: string; offset: number }[] {
  return [...text.matchAll(/[^\n\r]+(?:\r?\n(?![^\S\n]*\r?\n)[^\n\r]+)*/g)].map((match) => ({ text: match[0], offset: match.index }));
}

/** The islands of a text as training instances. */
export function instancesOf(gold: GoldText, gazetteer: Gazetteer, memory: WordMemory): Instance[] {
  const parts = paragraphs(gold.text);
  const { blocks, lowerCase } = prepare(parts.map((part) => part.text));
  const facts = documentFacts(blocks, lowerCase);
  const everything = readMatches(gazetteer, blocks, lowerCase, yearOf(gold.day));
  return blocks.flatMap((block, number) => {
    const read = everything.read[number] ?? [];
    const evidence = glossaryEvidence(gazetteer, block, read);
    const demonyms = new Set(
      read
        .filter(({ match, scored }) => match.first === match.last && scored[0]?.posting.via === 'demonym')
        .map(({ match }) => match.first),
    );
    const places = new Set(
      read
        .filter(({ scored }) => scored[0]?.head.kind === 'place' && scored[0].posting.via !== 'demonym')
        .map(({ match }) => `${match.first} ${match.last}`),
    );
    const allowed = allowedLabels(
      block,
      parts[number]?.offset ?? 0,
      gold,
      (at) => demonyms.has(at),
      (first, last) => places.has(`${first} ${last}`),
    );
    const open = openTokens(block.tokens);
    const reader = new FeatureReader(block, open, memory, facts, evidence);
    const islands = islandsOf(block.tokens, open);
    return islands.map(({ first, last }) => {
      const keys: number[] = [];
      const groups: number[] = [];
      const offsets = [0];
      for (let at = first; at <= last; at++) {
        for (let offset = -REACH; offset <= REACH; offset++)
          wordFeatures(reader.word(at + offset), offset, (key, group) => {
            keys.push(key);
            groups.push(group);
          });
        reader.read(at);
        for (let i = 0; i < reader.count; i++) {
          keys.push(reader.keys[i] ?? 0);
          groups.push(reader.groups[i] ?? 0);
        }
        offsets.push(keys.length);
      }
      return {
        length: last - first + 1,
        offsets: Int32Array.from(offsets),
        keys: Int32Array.from(keys),
        groups: Uint8Array.from(groups),
        allowed: mend(allowed.slice(first, last + 1)),
      };
    });
  });
}

/** A span that an island cuts off is closed at its edge, so that some path is allowed. */
function mend(allowed: Uint32Array): Uint32Array {
  const only = (at: number) => {
    const bits = allowed[at] ?? 0;
    return bits !== 0 && (bits & (bits - 1)) === 0 ? 31 - Math.clz32(bits) : -1;
  };
  const open = (label: number) => label > 0 && ((label - 1) & 3) <= 1;
  const goesOn = (label: number) => label > 0 && (((label - 1) & 3) === 1 || ((label - 1) & 3) === 2);
  for (let at = 0; at < allowed.length; at++) {
    const label = only(at);
    if (label <= 0) continue;
    const kind = (label - 1) >> 2;
    const before = at > 0 ? only(at - 1) : 0;
    const after = at + 1 < allowed.length ? only(at + 1) : 0;
    const tiedBefore = goesOn(label) && before > 0 && open(before) && (before - 1) >> 2 === kind;
    const tiedAfter = open(label) && (after < 0 || (goesOn(after) && (after - 1) >> 2 === kind));
    allowed[at] = 1 << labelOf(kind, tiedBefore ? (tiedAfter ? 'inside' : 'end') : tiedAfter ? 'begin' : 'unit');
  }
  return allowed;
}
