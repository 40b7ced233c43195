import { EMPTY_HASH, type Hash, type Token, tokenise } from '#lib/text/index.ts';
import type { Overlay } from './layer/overlay.ts';
import type { Entry } from './model.ts';
import type { NameIndex } from './name-index.ts';
import { growHash, idHash } from './packed/pack.ts';
import { PackedEntries } from './packed/packed-entries.ts';
import { type Head, PackedIndex, type Posting } from './packed/packed-index.ts';
import { DamagedGlossary } from './packed/read-header.ts';
import { entryOf } from './packed/row.ts';

/** Names to numbers of entries: all that finding names needs, without the entries themselves. */
export interface Gazetteer {
  readonly index: NameIndex;
}

/** The number of an id, or null. */
export function numberOfId(index: NameIndex, id: string): number | null {
  return index.postings(index.find(idHash(id)))[0]?.entry ?? null;
}

/** The bundled glossary, with what the reader laid over it: names to entries, numbers to entries, ids to entries. */
export class Glossary implements Gazetteer {
  readonly index: NameIndex;
  readonly #entries: PackedEntries;
  /** Entries of the reader's and of packs; their numbers begin where the bundled ones end. */
  readonly #layered: readonly Entry[];

  /** @throws DamagedGlossary if either file is damaged or the two are of different builds. */
  constructor(index: ArrayBuffer | PackedIndex, entries: ArrayBuffer | PackedEntries, overlay?: Overlay) {
    const packed = index instanceof PackedIndex ? index : new PackedIndex(index);
    this.index = overlay?.index ?? packed;
    this.#entries = entries instanceof PackedEntries ? entries : new PackedEntries(entries);
    this.#layered = overlay?.entries ?? [];
    if (packed.stamp !== this.#entries.stamp) throw new DamagedGlossary('index and entries are of different builds');
  }

  get size(): number {
    return this.index.entryCount;
  }

  /** The entry of a number that the index gave. @throws DamagedGlossary if it cannot be read. */
  entry(number: number): Entry {
    const layered = this.#layered[number - this.#entries.count];
    if (layered) return layered;
    let row: unknown;
    try {
      row = JSON.parse(this.#entries.line(number));
    } catch (error) {
      throw new DamagedGlossary(`entry ${number} cannot be read: ${error instanceof Error ? error.message : error}`);
    }
    const entry = entryOf(row, this.index.head(number), this.index.place(number));
    if (!entry) throw new DamagedGlossary(`entry ${number} is not of the expected shape`);
    return entry;
  }

  /** The number of an id, or null. */
  numberOf(id: string): number | null {
    return numberOfId(this.index, id);
  }

  byId(id: string): Entry | null {
    const number = this.numberOf(id);
    return number === null ? null : this.entry(number);
  }

  /** Every reading of exactly this text as a surface form, whatever its case. */
  readings(form: string): { posting: Posting; head: Head }[] {
    const tokens = tokenise(form.replace(/^[Tt]he /, ''));
    let hash: Hash = EMPTY_HASH;
    let previous: Token | null = null;
    for (const token of tokens) {
      hash = growHash(hash, previous, token);
      previous = token;
    }
    if (tokens.length === 0) return [];
    return this.index.postings(this.index.find(hash)).map((posting) => ({ posting, head: this.index.head(posting.entry) }));
  }
}
