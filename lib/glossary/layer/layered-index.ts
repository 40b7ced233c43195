import type { Hash } from '#lib/text/index.ts';
import type { Entry } from '../model.ts';
import type { NameIndex } from '../name-index.ts';
import { GOES_ON, NO_FORM } from '../packed/format.ts';
import type { Head, PackedIndex, Posting } from '../packed/packed-index.ts';
import { type CompiledLayers, compileLayers } from './compile-layers.ts';
import type { Layer } from './model.ts';

/** Both indexes' first postings in one number: above all values of the bundled index, below 2^53. */
const LAYERED = 2 ** 50;
const GOES_ON_HERE = 2 ** 46;
const WIDTH = 2 ** 22;
const NONE = WIDTH - 1;

const firstOf = (value: number): number => {
  const first = value & NO_FORM;
  return value === 0 || first === NO_FORM ? NONE : first;
};
const slotValue = (first: number): number => (first === NONE ? 0 : first);

/**
 * The reader's own names and packs over the bundled index. A name that a layer has means the layer's entry, unless it is but
 * a short form there: then both are readings. Numbers of layers' entries begin where the bundled ones end.
 */
export class LayeredIndex implements NameIndex {
  readonly entryCount: number;
  readonly entries: readonly Entry[];
  readonly #base: PackedIndex;
  readonly #layers: CompiledLayers;

  /** @throws where a layer's names clash under their hashes. */
  constructor(base: PackedIndex, layers: readonly Layer[]) {
    this.#base = base;
    this.#layers = compileLayers(base, layers);
    this.entries = this.#layers.entries;
    this.entryCount = base.entryCount + this.entries.length;
  }

  find(sequence: Hash): number {
    const base = this.#base.find(sequence);
    const layer = this.#layers.index.find(sequence);
    if (layer === 0) return base;
    const goesOn = ((base | layer) & GOES_ON) !== 0 ? GOES_ON_HERE : 0;
    return LAYERED + goesOn + firstOf(layer) * WIDTH + firstOf(base);
  }

  goesOn(value: number): boolean {
    return value < LAYERED ? this.#base.goesOn(value) : value - LAYERED >= GOES_ON_HERE;
  }

  postings(value: number): Posting[] {
    if (value < LAYERED) return this.#base.postings(value);
    const both = (value - LAYERED) % GOES_ON_HERE;
    const own = this.#layers.index.postings(slotValue(Math.floor(both / WIDTH))).map((posting) => ({
      ...posting,
      entry: this.#layers.targets[posting.entry] ?? 0,
    }));
    if (own.some((posting) => !posting.weak)) return own;
    const theirs = this.#base.postings(slotValue(both % WIDTH));
    return [...own, ...theirs.filter(({ entry }) => !own.some((posting) => posting.entry === entry))];
  }

  head(entry: number): Head {
    const own = entry - this.#base.entryCount;
    if (own < 0) return this.#base.head(entry);
    const head = this.#layers.index.head(own);
    return { ...head, standsFor: head.standsFor < 0 ? -1 : (this.#layers.targets[head.standsFor] ?? -1) };
  }

  place(entry: number): { lat: number; lon: number } | null {
    const own = entry - this.#base.entryCount;
    return own < 0 ? this.#base.place(entry) : this.#layers.index.place(own);
  }
}
