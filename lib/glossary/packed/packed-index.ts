import type { Hash } from '#lib/text/index.ts';
import { KINDS, type Kind, SUBKINDS } from '../model.ts';
import type { NameIndex } from '../name-index.ts';
import * as f from './format.ts';

/** A packed file that is cut short, of another build, or no packed file at all. */
export class DamagedGlossary extends Error {
  override name = 'DamagedGlossary';
}

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

function readHeader(bytes: ArrayBuffer, what: string): Uint32Array {
  if (bytes.byteLength < f.HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0)
    throw new DamagedGlossary(`${what} is cut short (${bytes.byteLength} bytes)`);
  const header = new Uint32Array(bytes, 0, f.HEADER_WORDS);
  if (header[0] !== f.MAGIC) throw new DamagedGlossary(`${what} is not a packed glossary`);
  if (header[1] !== f.FORMAT) throw new DamagedGlossary(`${what} has format ${header[1]}, this build reads ${f.FORMAT}`);
  return header;
}

/** The packed index: surface forms to entries. Opening it allocates nothing but views. */
export class PackedIndex implements NameIndex {
  readonly stamp: number;
  readonly entryCount: number;
  readonly formCount: number;
  readonly byteLength: number;
  readonly #slots: number;
  readonly #keys: Uint32Array;
  readonly #values: Uint32Array;
  readonly #postings: Uint32Array;
  readonly #places: Float32Array;
  readonly #standsFor: Uint32Array;
  readonly #heads: Uint32Array;

  /** @throws DamagedGlossary if the bytes are no whole index of this format. */
  constructor(bytes: ArrayBuffer) {
    const header = readHeader(bytes, 'index');
    const [, , stamp = 0, slots = 0, postings = 0, entries = 0, forms = 0] = header;
    const expected = 4 * (f.HEADER_WORDS + 2 * slots + 2 * postings + 5 * entries);
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
    this.#keys = words(slots);
    this.#values = words(slots);
    this.#postings = words(2 * postings);
    this.#places = new Float32Array(bytes, at, 2 * entries);
    at += 8 * entries;
    this.#standsFor = words(entries);
    this.#heads = words(2 * entries);
  }

  /** The slot value of a token sequence, or 0. See `goesOn` and `postings`. */
  find(sequence: Hash): number {
    const key = sequence.high === 0 ? 1 : sequence.high;
    let slot = f.firstSlot(sequence.low, this.#slots);
    for (let probes = 0; probes < this.#slots; probes++) {
      const value = this.#values[slot] ?? 0;
      if (value === 0) return 0;
      if (this.#keys[slot] === key) return value;
      slot = slot + 1 === this.#slots ? 0 : slot + 1;
    }
    return 0;
  }

  /** Whether a longer form begins with this sequence. */
  goesOn(value: number): boolean {
    return (value & f.GOES_ON) !== 0;
  }

  /** Every reading of the form that ends at this slot; empty for a mere beginning. */
  postings(value: number): Posting[] {
    const first = value & f.NO_FORM;
    if (first === f.NO_FORM || value === 0) return [];
    const found: Posting[] = [];
    for (let at = (first - 1) * 2; at + 1 < this.#postings.length; at += 2) {
      const word = this.#postings[at] ?? 0;
      const rule = this.#postings[at + 1] ?? 0;
      found.push({
        entry: word & f.ENTRY_MASK,
        via: f.FORM_VIAS[(word >>> f.VIA_SHIFT) & f.VIA_MASK] ?? 'alias',
        weak: (word & f.WEAK_FLAG) !== 0,
        word: (word & f.WORD_FLAG) !== 0,
        capitals: rule & 0xffff,
        acronyms: rule >>> 16,
      });
      if ((word & f.LAST_FLAG) !== 0) break;
    }
    return found;
  }

  head(entry: number): Head {
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
      standsFor: (this.#standsFor[entry] ?? 0) - 1,
    };
  }

  /** Degrees, or null for an entry without a place. */
  place(entry: number): { lat: number; lon: number } | null {
    const lat = this.#places[entry * 2];
    const lon = this.#places[entry * 2 + 1];
    return lat === undefined || lon === undefined || Number.isNaN(lat) ? null : { lat, lon };
  }
}

/** The packed entries' bytes by number; each is parsed only when asked for. */
export class PackedEntries {
  readonly stamp: number;
  readonly count: number;
  readonly #offsets: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder('utf-8');

  /** @throws DamagedGlossary if the bytes are no whole entries file of this format. */
  constructor(bytes: ArrayBuffer) {
    const header = readHeader(bytes, 'entries');
    const [, , stamp = 0, , , entries = 0] = header;
    const start = 4 * (f.HEADER_WORDS + entries + 1);
    if (bytes.byteLength < start) throw new DamagedGlossary('entries are cut short');
    this.stamp = stamp;
    this.count = entries;
    this.#offsets = new Uint32Array(bytes, f.HEADER_WORDS * 4, entries + 1);
    this.#bytes = new Uint8Array(bytes, start);
    if ((this.#offsets[entries] ?? 0) > this.#bytes.length) throw new DamagedGlossary('entries are cut short');
  }

  /** The JSON of an entry. @throws RangeError for a number that no entry has. */
  json(entry: number): string {
    const from = this.#offsets[entry];
    const to = this.#offsets[entry + 1];
    if (from === undefined || to === undefined) throw new RangeError(`no entry ${entry}`);
    return this.#decoder.decode(this.#bytes.subarray(from, to));
  }
}
