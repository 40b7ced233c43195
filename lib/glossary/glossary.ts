import * as v from 'valibot';
import { EMPTY_HASH, type Hash, type Token, tokenise } from '#lib/text/index.ts';
import type { LayeredIndex } from './layer/layered-index.ts';
import { type Entry, INVERSES, KINDS, OFFICES, RELATIONS } from './model.ts';
import type { NameIndex } from './name-index.ts';
import { growHash, idHash } from './packed/pack.ts';
import { DamagedGlossary, type Head, PackedEntries, PackedIndex, type Posting } from './packed/packed-index.ts';

const text = v.string();
const list = v.optional(v.array(text), []);
const dated = { from: v.optional(text), to: v.optional(text) };
const packedEntry = v.object({
  id: text,
  kind: v.picklist(KINDS),
  subkind: v.optional(text),
  name: text,
  aliases: list,
  weak: list,
  demonyms: list,
  summary: text,
  wikipedia: v.optional(text),
  country: list,
  born: v.optional(text),
  died: v.optional(text),
  founded: v.optional(text),
  dissolved: v.optional(text),
  roles: v.optional(v.array(v.object({ title: text, of: v.optional(text), office: v.optional(v.picklist(OFFICES)), ...dated })), []),
  status: v.optional(v.array(v.object({ text, ...dated })), []),
  holders: v.optional(v.array(v.object({ person: text, name: text, title: text, office: v.picklist(OFFICES), ...dated })), []),
  lat: v.optional(v.number()),
  lon: v.optional(v.number()),
  population: v.optional(v.number()),
  standsFor: v.optional(text),
  capital: v.optional(text),
  links: v.optional(v.array(v.object({ rel: v.picklist(RELATIONS), to: text })), []),
  inverse: v.optional(v.array(v.object({ rel: v.picklist(Object.values(INVERSES)), to: text })), []),
  renown: v.number(),
  sources: list,
});

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
  constructor(index: ArrayBuffer | PackedIndex, entries: ArrayBuffer | PackedEntries, layered?: LayeredIndex) {
    const packed = index instanceof PackedIndex ? index : new PackedIndex(index);
    this.index = layered ?? packed;
    this.#entries = entries instanceof PackedEntries ? entries : new PackedEntries(entries);
    this.#layered = layered?.entries ?? [];
    if (packed.stamp !== this.#entries.stamp) throw new DamagedGlossary('index and entries are of different builds');
  }

  get size(): number {
    return this.index.entryCount;
  }

  /** The entry of a number that the index gave. @throws DamagedGlossary if it cannot be read. */
  entry(number: number): Entry {
    const layered = this.#layered[number - this.#entries.count];
    if (layered) return layered;
    let parsed: unknown;
    try {
      parsed = JSON.parse(this.#entries.json(number));
    } catch (error) {
      throw new DamagedGlossary(`entry ${number} cannot be read: ${error instanceof Error ? error.message : error}`);
    }
    const result = v.safeParse(packedEntry, parsed);
    if (!result.success) throw new DamagedGlossary(`entry ${number} is not of the expected shape`);
    return result.output as Entry;
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
