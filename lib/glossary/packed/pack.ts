import { EMPTY_HASH, extendHash, type Hash, hashWord, type Token, tokenise } from '#lib/text/index.ts';
import type { Entry } from '../model.ts';
import * as f from './format.ts';
import { packEntries } from './pack-entries.ts';
import { packHead } from './pack-heads.ts';

/** One surface form to be packed. */
export interface FormToPack {
  readonly text: string;
  /** The text's tokens, where whoever packs has them already. */
  readonly tokens?: readonly Token[];
  readonly via: f.FormVia;
  readonly weak: boolean;
  readonly word: boolean;
  /** Number of its entry. */
  readonly entry: number;
}

export interface Packed {
  readonly index: ArrayBuffer;
  readonly entries: ArrayBuffer;
}

const COMMA = hashWord(',');
const OWNER = hashWord("'s");

/**
 * The hash of a sequence grown by one token. A comma between two tokens and a possessive inside a form are part of
 * the key ("Washington, D.C." is not "Washington DC"; "Haftar's forces" is not "Haftar forces").
 */
export function growHash(sequence: Hash, previous: Token | null, token: Token): Hash {
  let grown = sequence;
  if (previous?.possessive) grown = extendHash(grown, OWNER);
  if (token.gap === 'comma') grown = extendHash(grown, COMMA);
  return extendHash(grown, token.hash);
}

/** The hash of a sequence of one token, whatever stands before it in its text. */
export function loneHash(token: Token): Hash {
  return extendHash(EMPTY_HASH, token.hash);
}

/** The key by which an id is found in the same table as the names; no text token can give it. */
export function idHash(id: string): Hash {
  return extendHash(hashWord('\u0001id'), hashWord(id));
}

/** Share of the table that is filled: a search that finds nothing then takes about five steps (linear probing, Knuth 6.4). */
const FILLED = 0.68;

/** A posting before its case rule has a number. */
interface Posting {
  readonly word: number;
  readonly rule: number;
}

interface Node {
  readonly hash: Hash;
  goesOn: boolean;
  readonly postings: Posting[];
}

/** Packs entries and their forms. The same input gives the same bytes. */
export function pack(entries: readonly Entry[], forms: readonly FormToPack[]): Packed {
  const index = packNames(entries, forms);
  const words = new Uint32Array(index);
  words[2] = stampOf(words, entries);
  return { index, entries: packEntries(entries, words[2]) };
}

/**
 * The index alone, for entries that are kept as they are: without a stamp, since no second file has to fit it.
 * @throws where two names or ids share a key, or there are more entries than a posting can count.
 */
export function packNames(entries: readonly Entry[], forms: readonly FormToPack[]): ArrayBuffer {
  if (entries.length > f.ENTRY_MASK) throw new Error(`more entries (${entries.length}) than the packed form can count`);
  const nodes = new Map<string, Node>();
  const nodeOf = (hash: Hash): Node => {
    const key = `${hash.low}:${hash.high}`;
    const known = nodes.get(key);
    if (known) return known;
    const node: Node = { hash, goesOn: false, postings: [] };
    nodes.set(key, node);
    return node;
  };
  let formCount = 0;
  for (const form of forms) {
    const tokens = form.tokens ?? tokenise(form.text);
    if (tokens.length === 0 || tokens.length > f.MAX_FORM_TOKENS) continue;
    let hash = EMPTY_HASH;
    let previous: Token | null = null;
    let capitals = 0;
    let acronyms = 0;
    tokens.forEach((token, position) => {
      if (position > 0) nodeOf(hash).goesOn = true;
      hash = growHash(hash, previous, position === 0 ? { ...token, gap: 'start' } : token);
      previous = token;
      if (token.capital) capitals |= 1 << position;
      if (token.allCapitals) acronyms |= 1 << position;
    });
    const node = nodeOf(hash);
    if (node.postings.some(({ word }) => (word & f.ENTRY_MASK) === form.entry)) continue;
    const word =
      form.entry | (f.FORM_VIAS.indexOf(form.via) << f.VIA_SHIFT) | (form.weak ? f.WEAK_FLAG : 0) | (form.word ? f.WORD_FLAG : 0);
    node.postings.push({ word, rule: (capitals | (acronyms << 16)) >>> 0 });
    formCount++;
  }
  entries.forEach((entry, number) => {
    nodeOf(idHash(entry.id)).postings.push({ word: number, rule: 0 });
  });
  return packIndex([...nodes.values()], entries, formCount);
}

/** The case rules that most postings have, the commonest first. */
function commonRules(nodes: readonly Node[]): number[] {
  const counts = new Map<number, number>();
  for (const { postings } of nodes) for (const { rule } of postings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, f.RULES)
    .map(([rule]) => rule);
}

function packIndex(nodes: readonly Node[], entries: readonly Entry[], formCount: number): ArrayBuffer {
  const rules = commonRules(nodes);
  const ruleNumbers = new Map(rules.map((rule, at) => [rule, at + 1]));
  const slots = Math.max(1024, Math.ceil(nodes.length / FILLED));
  const keys = new Uint32Array(slots);
  const values = new Uint32Array(slots);
  const listed: number[] = [];
  for (const { hash, goesOn, postings } of nodes) {
    const key = f.slotKey(hash.high);
    let slot = f.firstSlot(hash.low, slots);
    while (keys[slot] !== 0) {
      if (keys[slot] === key) throw new Error('two token sequences share a hash key: change a seed in lib/text/hash.ts');
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
    keys[slot] = key;
    values[slot] = ((goesOn ? f.GOES_ON : 0) | slotValue(postings, ruleNumbers, listed)) >>> 0;
  }
  const numbers = new Map(entries.map((entry, number) => [entry.id, number]));
  const standing = entries.flatMap(({ standsFor }, number) => {
    const principal = standsFor === undefined ? undefined : numbers.get(standsFor);
    return principal === undefined ? [] : [number, principal];
  });
  const places = 1 + entries.findLastIndex(({ lat, lon }) => lat !== undefined && lon !== undefined);
  const located = entries
    .slice(0, places)
    .flatMap(({ lat, lon }) => (lat === undefined || lon === undefined ? [f.NOWHERE, 0] : [scaled(lat), scaled(lon)]));
  const header = [f.MAGIC, f.FORMAT, 0, entries.length, slots, listed.length, places, standing.length / 2, formCount, 0];
  const words = joined([
    header,
    [...rules, ...Array(f.RULES - rules.length).fill(0)],
    keys,
    values,
    listed,
    located,
    standing,
    entries.flatMap(packHead),
  ]);
  return words.buffer;
}

const scaled = (degrees: number) => Math.round(degrees * f.PLACE_SCALE);

/** A slot's value but for GOES_ON. Several postings, or one whose rule is rare, go to the end of `listed`. */
function slotValue(postings: readonly Posting[], ruleNumbers: ReadonlyMap<number, number>, listed: number[]): number {
  const [only] = postings;
  if (!only) return f.NO_FORM;
  const rule = ruleNumbers.get(only.rule);
  if (postings.length === 1 && rule !== undefined) return only.word | (rule << f.RULE_SHIFT);
  const first = listed.length;
  postings.forEach(({ word, rule }, position) => {
    const number = ruleNumbers.get(rule);
    const last = position === postings.length - 1 ? f.LAST_FLAG : 0;
    listed.push((word | ((number ?? 0) << f.RULE_SHIFT) | last) >>> 0);
    if (number === undefined) listed.push(rule);
  });
  return f.LISTED | first;
}

function joined(sections: readonly ArrayLike<number>[]): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(sections.reduce((sum, section) => sum + section.length, 0));
  let at = 0;
  for (const section of sections) {
    words.set(section, at);
    at += section.length;
  }
  return words;
}

/** A fingerprint of what was packed, by which two files of one build know each other. */
function stampOf(words: Uint32Array, entries: readonly Entry[]): number {
  let stamp = hashWord(JSON.stringify(entries)).low;
  for (const word of words) stamp = Math.imul(stamp ^ word, 0x01000193);
  return stamp >>> 0;
}
