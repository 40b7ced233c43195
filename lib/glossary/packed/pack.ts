import { firstDay, lastDay, parsePartialDate, yearOf } from '#lib/chronicle/index.ts';
import { EMPTY_HASH, extendHash, type Hash, hashWord, type Token, tokenise } from '#lib/text/index.ts';
import { type Entry, KINDS, SUBKINDS } from '../model.ts';
import * as f from './format.ts';

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

/** The key by which an id is found in the same table as the names; no text token can give it. */
export function idHash(id: string): Hash {
  return extendHash(hashWord('\u0001id'), hashWord(id));
}

/** Share of the table that is filled: a search that finds nothing then takes about five steps (linear probing, Knuth 6.4). */
const FILLED = 0.68;

interface Node {
  readonly hash: Hash;
  goesOn: boolean;
  readonly postings: [number, number][];
}

/** Packs entries and their forms. The same input gives the same bytes. */
export function pack(entries: readonly Entry[], forms: readonly FormToPack[]): Packed {
  const index = packNames(entries, forms);
  const words = new Uint32Array(index);
  words[2] = stampOf(words, entries);
  return { index, entries: packEntries(entries, words[2]) };
}

/** The index alone, for entries that are kept as they are: without a stamp, since no second file has to fit it. */
export function packNames(entries: readonly Entry[], forms: readonly FormToPack[]): ArrayBuffer {
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
    if (node.postings.some(([word]) => (word & f.ENTRY_MASK) === form.entry)) continue;
    const word =
      form.entry | (f.FORM_VIAS.indexOf(form.via) << f.VIA_SHIFT) | (form.weak ? f.WEAK_FLAG : 0) | (form.word ? f.WORD_FLAG : 0);
    node.postings.push([word, (capitals | (acronyms << 16)) >>> 0]);
    formCount++;
  }
  entries.forEach((entry, number) => {
    nodeOf(idHash(entry.id)).postings.push([number, 0]);
  });
  return packIndex([...nodes.values()], entries, formCount);
}

function packIndex(nodes: readonly Node[], entries: readonly Entry[], formCount: number): ArrayBuffer {
  const slots = Math.max(1024, Math.ceil(nodes.length / FILLED));
  const postingCount = nodes.reduce((sum, node) => sum + node.postings.length, 0);
  const words = new Uint32Array(f.HEADER_WORDS + 2 * slots + 2 * postingCount + 5 * entries.length);
  const keysAt = f.HEADER_WORDS;
  const valuesAt = keysAt + slots;
  const postingsAt = valuesAt + slots;
  const placesAt = postingsAt + 2 * postingCount;
  const standsForAt = placesAt + 2 * entries.length;
  const headsAt = standsForAt + entries.length;
  let nextPosting = 0;
  for (const node of nodes) {
    const key = node.hash.high === 0 ? 1 : node.hash.high;
    let slot = f.firstSlot(node.hash.low, slots);
    while (words[valuesAt + slot] !== 0) {
      if (words[keysAt + slot] === key) throw new Error('two token sequences share a hash key: change a seed in lib/text/hash.ts');
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
    words[keysAt + slot] = key;
    words[valuesAt + slot] = ((node.goesOn ? f.GOES_ON : 0) | (node.postings.length > 0 ? nextPosting + 1 : f.NO_FORM)) >>> 0;
    node.postings.forEach(([word, rule], position) => {
      const last = position === node.postings.length - 1;
      words[postingsAt + 2 * nextPosting] = (word | (last ? f.LAST_FLAG : 0)) >>> 0;
      words[postingsAt + 2 * nextPosting + 1] = rule;
      nextPosting++;
    });
  }
  const numbers = new Map(entries.map((entry, number) => [entry.id, number]));
  const places = new Float32Array(words.buffer, placesAt * 4, 2 * entries.length);
  entries.forEach((entry, number) => {
    places[2 * number] = entry.lat ?? Number.NaN;
    places[2 * number + 1] = entry.lon ?? Number.NaN;
    words[standsForAt + number] = entry.standsFor ? (numbers.get(entry.standsFor) ?? -1) + 1 : 0;
    const [head, years] = packHead(entry);
    words[headsAt + 2 * number] = head;
    words[headsAt + 2 * number + 1] = years;
  });
  words.set([f.MAGIC, f.FORMAT, 0, slots, postingCount, entries.length, formCount, 0]);
  return words.buffer;
}

function packHead(entry: Entry): [head: number, years: number] {
  const subkinds: readonly string[] = SUBKINDS[entry.kind];
  const subkind = entry.subkind ? subkinds.indexOf(entry.subkind) : f.SUBKIND_MASK;
  const head =
    KINDS.indexOf(entry.kind) |
    (subkind << f.SUBKIND_SHIFT) |
    (entry.renown << f.RENOWN_SHIFT) |
    (packCountry(entry.country[0]) << f.COUNTRY_SHIFT) |
    (packCountry(entry.country[1]) << f.COUNTRY2_SHIFT);
  const [from, to] = activeYears(entry);
  return [head >>> 0, (from | (to << 16)) >>> 0];
}

const packCountry = f.packCountry;

/** The years in which news could speak of the entry as acting: a person's roles, else life; a body's existence. */
function activeYears(entry: Entry): [from: number, to: number] {
  const year = (text: string | undefined, end: boolean): number | null => {
    const date = text ? parsePartialDate(text) : null;
    return date ? yearOf(end ? lastDay(date) : firstDay(date)) : null;
  };
  if (entry.kind === 'person') {
    const starts = entry.roles.map((role) => year(role.from, false) ?? 0);
    const ends = entry.roles.map((role) => year(role.to, true) ?? f.OPEN_YEAR);
    const born = year(entry.born, false);
    const from = starts.length > 0 ? Math.min(...starts) : born === null ? 0 : born + 18;
    const to = ends.length > 0 ? Math.max(...ends) : f.OPEN_YEAR;
    return [from, Math.min(to, year(entry.died, true) ?? f.OPEN_YEAR)];
  }
  return [year(entry.founded, false) ?? 0, year(entry.dissolved, true) ?? f.OPEN_YEAR];
}

function packEntries(entries: readonly Entry[], stamp: number): ArrayBuffer {
  const encoder = new TextEncoder();
  const texts = entries.map((entry) => encoder.encode(JSON.stringify(shorten(entry))));
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const start = 4 * (f.HEADER_WORDS + entries.length + 1);
  const bytes = new Uint8Array(Math.ceil((start + total) / 4) * 4);
  const words = new Uint32Array(bytes.buffer, 0, start / 4);
  words.set([f.MAGIC, f.FORMAT, stamp, 0, 0, entries.length, 0, 0]);
  let at = 0;
  texts.forEach((text, number) => {
    words[f.HEADER_WORDS + number] = at;
    bytes.set(text, start + at);
    at += text.length;
  });
  words[f.HEADER_WORDS + entries.length] = at;
  return bytes.buffer;
}

/** Without the empty lists, which the reader puts back. */
function shorten(entry: Entry): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));
}

/** A fingerprint of what was packed, by which two files of one build know each other. */
function stampOf(words: Uint32Array, entries: readonly Entry[]): number {
  let stamp = hashWord(JSON.stringify(entries)).low;
  for (const word of words) stamp = Math.imul(stamp ^ word, 0x01000193);
  return stamp >>> 0;
}
