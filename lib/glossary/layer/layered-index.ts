import type { Hash } from '#lib/text/index.ts';
import type { NameIndex } from '../name-index.ts';
import { type Head, PackedIndex, type Posting } from '../packed/packed-index.ts';
import type { CompiledLayers } from './compile-layers.ts';

/** A slot of the layers' index and one of the bundled index in one number: above all slots of the latter, below 2^53. */
const LAYERED = 2 ** 26;

/**
 * The reader's own names and packs over the bundled index. A name that a layer has means the layer's entry, unless it is but
 * a short form there: then both are readings. Numbers of layers' entries begin where the bundled ones end.
 */
export class LayeredIndex implements NameIndex {
  readonly entryCount: number;
  readonly #base: PackedIndex;
  readonly #names: PackedIndex;
  readonly #targets: readonly number[];

  /** `compiled` over this very base. @throws DamagedGlossary where its names cannot be read. */
  constructor(base: PackedIndex, { names, count, targets }: CompiledLayers) {
    this.#base = base;
    this.#names = new PackedIndex(names);
    this.#targets = targets;
    this.entryCount = base.entryCount + count;
  }

  find(sequence: Hash): number {
    return this.#names.find(sequence) * LAYERED + this.#base.find(sequence);
  }

  goesOn(slots: number): boolean {
    return this.#base.goesOn(slots % LAYERED) || (slots >= LAYERED && this.#names.goesOn(Math.floor(slots / LAYERED)));
  }

  postings(slots: number): readonly Posting[] {
    if (slots < LAYERED) return this.#base.postings(slots);
    const own = this.#names.postings(Math.floor(slots / LAYERED)).map((posting) => ({
      ...posting,
      entry: this.#targets[posting.entry] ?? 0,
    }));
    if (own.some((posting) => !posting.weak)) return own;
    const theirs = this.#base.postings(slots % LAYERED);
    return [...own, ...theirs.filter(({ entry }) => !own.some((posting) => posting.entry === entry))];
  }

  head(entry: number): Head {
    const own = entry - this.#base.entryCount;
    if (own < 0) return this.#base.head(entry);
    const head = this.#names.head(own);
    return { ...head, standsFor: head.standsFor < 0 ? -1 : (this.#targets[head.standsFor] ?? -1) };
  }

  place(entry: number): { lat: number; lon: number } | null {
    const own = entry - this.#base.entryCount;
    return own < 0 ? this.#base.place(entry) : this.#names.place(own);
  }
}
