import type { Hash } from '#lib/text/index.ts';
import { KINDS, type Kind, SUBKINDS } from '../model.ts';
import type { NameIndex } from '../name-index.ts';
import * as f from './format.ts';
import { DamagedGlossary, readHeader } from './read-header.ts';

/** One reading of a surface form. */
export interface Posting {
  /** Number of the entry in this build. */
  readonly entry: number;
  readonly via: f.FormVia;
  readonly weak: boolean;
  readonly word: boolean;
  /** Bit n: token n must begin with a capital. */
  readonly capitals: number;
  /** Bit n: token n must be in capitals. */
  readonly acronyms: number;
}

/** What resolution needs to know of an entry, without reading it. */
export interface Head {
  readonly kind: Kind;
  readonly subkind: string | null;
  /** 1 to 5. */
  readonly renown: number;
  /** Packed ISO codes, 0 for none; compare only. */
  readonly country: number;
  readonly country2: number;
  /** Years; 0 and 0xffff are open. */
  readonly fromYear: number;
  readonly toYear: number;
  /** Number of the entry it stands for, or -1. */
  readonly standsFor: number;
}

const NO_POSTINGS: readonly Posting[] = [];

/** The packed index: surface forms to entries. Opening it allocates little but views. */
export class PackedIndex implements NameIndex {
  readonly stamp: number;
  readonly entryCount: number;
  readonly formCount: number;
  readonly byteLength: number;
  readonly #slots: number;
  readonly #rules: Uint32Array;
  readonly #keys: Uint32Array;
  readonly #values: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #places: Int32Array;
  /** Some hundred capitals and buildings stand for a government. */
  readonly #standsFor: ReadonlyMap<number, number>;
  readonly #heads: Uint32Array;
  /** Heads and postings that were read before: an article asks for the same ones again and again. */
  readonly #headsRead: (Head | undefined)[];
  readonly #postingsRead = new Map<number, readonly Posting[]>();
  static readonly MOST_POSTINGS_READ = 10_000;

  /** @throws DamagedGlossary if the bytes are no whole index of this format. */
  constructor(bytes: ArrayBuffer) {
    const header = readHeader(bytes, 'index');
    const [, , stamp = 0, entries = 0, slots = 0, postings = 0, places = 0, standing = 0, forms = 0] = header;
    const expected = 4 * (f.HEADER_WORDS + f.RULES + 2 * slots + postings + 2 * places + 2 * standing + 2 * entries);
    if (expected !== bytes.byteLength || slots === 0)
      throw new DamagedGlossary(`index has ${bytes.byteLength} bytes where its header promises ${expected}`);
    this.stamp = stamp;
    this.entryCount = entries;
    this.formCount = forms;
    this.byteLength = bytes.byteLength;
    this.#slots = slots;
    let at = f.HEADER_WORDS * 4;
    const words = (length: number) => {
      const view = new Uint32Array(bytes, at, length);
      at += length * 4;
      return view;
    };
    this.#rules = words(f.RULES);
    this.#keys = words(slots);
    this.#values = words(slots);
    this.#postings = words(postings);
    this.#places = new Int32Array(bytes, at, 2 * places);
    at += 8 * places;
    const pairs = words(2 * standing);
    this.#standsFor = new Map(Array.from({ length: standing }, (_, pair) => [pairs[2 * pair] ?? 0, pairs[2 * pair + 1] ?? 0]));
    this.#heads = words(2 * entries);
    this.#headsRead = new Array<Head | undefined>(entries).fill(undefined);
  }

  /** The number of the slot of a token sequence, from 1 on, or 0. See `goesOn` and `postings`. */
  find(sequence: Hash): number {
    const key = f.slotKey(sequence.high);
    let slot = f.firstSlot(sequence.low, this.#slots);
    for (let probes = 0; probes < this.#slots; probes++) {
      const found = this.#keys[slot];
      if (found === key) return slot + 1;
      if (found === 0) return 0;
      slot = slot + 1 === this.#slots ? 0 : slot + 1;
    }
    return 0;
  }

  /** Whether a longer form begins with this sequence. */
  goesOn(slot: number): boolean {
    return ((this.#values[slot - 1] ?? 0) & f.GOES_ON) !== 0;
  }

  /** Every reading of the form that ends at this slot; empty for a mere beginning. */
  postings(slot: number): readonly Posting[] {
    const value = (this.#values[slot - 1] ?? f.NO_FORM) & f.NO_FORM;
    if (value === f.NO_FORM) return NO_POSTINGS;
    const known = this.#postingsRead.get(slot);
    if (known) return known;
    const read = this.#readPostings(value);
    if (this.#postingsRead.size >= PackedIndex.MOST_POSTINGS_READ) this.#postingsRead.clear();
    this.#postingsRead.set(slot, read);
    return read;
  }

  #readPostings(value: number): readonly Posting[] {
    if ((value & f.LISTED) === 0) return [this.#posting(value, 0)];
    const found: Posting[] = [];
    for (let at = value & ~f.LISTED; at < this.#postings.length; at++) {
      const word = this.#postings[at] ?? 0;
      const ruled = ((word >>> f.RULE_SHIFT) & f.RULE_MASK) !== 0;
      found.push(this.#posting(word, ruled ? 0 : (this.#postings[++at] ?? 0)));
      if ((word & f.LAST_FLAG) !== 0) break;
    }
    return found;
  }

  #posting(word: number, rareRule: number): Posting {
    const number = (word >>> f.RULE_SHIFT) & f.RULE_MASK;
    const rule = number === 0 ? rareRule : (this.#rules[number - 1] ?? 0);
    return {
      entry: word & f.ENTRY_MASK,
      via: f.FORM_VIAS[(word >>> f.VIA_SHIFT) & f.VIA_MASK] ?? 'alias',
      weak: (word & f.WEAK_FLAG) !== 0,
      word: (word & f.WORD_FLAG) !== 0,
      capitals: rule & 0xffff,
      acronyms: rule >>> 16,
    };
  }

  head(entry: number): Head {
    const known = this.#headsRead[entry];
    if (known) return known;
    const read = this.#readHead(entry);
    if (entry < this.entryCount) this.#headsRead[entry] = read;
    return read;
  }

  #readHead(entry: number): Head {
    const word = this.#heads[entry * 2] ?? 0;
    const years = this.#heads[entry * 2 + 1] ?? 0;
    const kind = KINDS[word & f.KIND_MASK] ?? 'thing';
    const subkinds: readonly string[] = SUBKINDS[kind];
    return {
      kind,
      subkind: subkinds[(word >>> f.SUBKIND_SHIFT) & f.SUBKIND_MASK] ?? null,
      renown: (word >>> f.RENOWN_SHIFT) & f.RENOWN_MASK,
      country: (word >>> f.COUNTRY_SHIFT) & f.COUNTRY_MASK,
      country2: (word >>> f.COUNTRY2_SHIFT) & f.COUNTRY_MASK,
      fromYear: years & 0xffff,
      toYear: years >>> 16,
      standsFor: this.#standsFor.get(entry) ?? -1,
    };
  }

  /** Degrees, to a thousandth; null for an entry without a place. */
  place(entry: number): { lat: number; lon: number } | null {
    const lat = this.#places[entry * 2];
    const lon = this.#places[entry * 2 + 1];
    if (lat === undefined || lon === undefined || lat === f.NOWHERE) return null;
    return { lat: lat / f.PLACE_SCALE, lon: lon / f.PLACE_SCALE };
  }
}
