import { type Gazetteer, Glossary, type Layer, LayeredIndex, type PackedIndex } from '#lib/glossary/index.ts';
import { loadLayers } from '../storage/names-store.ts';
import { openEntries, openIndex } from './glossary-file.ts';

/**
 * The glossary as the reader has it: the bundled one, and over it their own entries and packs. Layers are read when names are
 * first asked for, and again after `renew`.
 */
export class Names {
  readonly #wantsOwn: () => Promise<boolean>;
  #layered: Promise<LayeredIndex | undefined> | null = null;
  #glossary: Promise<Glossary> | null = null;
  /** Whether own entries were wanted when the layers were last read; null before. */
  #withOwn: boolean | null = null;

  constructor(wantsOwn: () => Promise<boolean>) {
    this.#wantsOwn = wantsOwn;
  }

  /** The names alone. */
  async gazetteer(): Promise<Gazetteer> {
    const [index, layered] = await Promise.all([openIndex(), this.#layers()]);
    return { index: layered ?? index };
  }

  /** Names and entries, for cards. */
  glossary(): Promise<Glossary> {
    this.#glossary ??= Promise.all([openIndex(), openEntries(), this.#layers()])
      .then(([index, entries, layered]) => new Glossary(index, entries, layered))
      .catch((error: unknown) => {
        this.#glossary = null;
        throw error;
      });
    return this.#glossary;
  }

  /** Whether what was read last is what is wanted now. Pages may have been read by a background that is no more. */
  isStale(withOwn: boolean): boolean {
    return this.#withOwn !== withOwn;
  }

  /** Own entries or packs have changed. */
  renew(): void {
    this.#layered = null;
    this.#glossary = null;
  }

  #layers(): Promise<LayeredIndex | undefined> {
    this.#layered ??= this.#wantsOwn()
      .then((withOwn) => {
        this.#withOwn = withOwn;
        return loadLayers(withOwn);
      })
      .then(async (layers) => (layers.length > 0 ? layOver(await openIndex(), layers) : undefined))
      .catch((error: unknown) => {
        // Names of the bundled glossary are better than none.
        console.warn('dramatis: own entries and packs could not be read:', error);
        return undefined;
      });
    return this.#layered;
  }
}

/** The layers that fit over the index; one whose names clash under their hashes is left out. */
function layOver(index: PackedIndex, layers: readonly Layer[]): LayeredIndex | undefined {
  const fitting: Layer[] = [];
  let layered: LayeredIndex | undefined;
  try {
    return new LayeredIndex(index, layers);
  } catch {
    for (const layer of layers) {
      try {
        layered = new LayeredIndex(index, [...fitting, layer]);
        fitting.push(layer);
      } catch (error) {
        console.warn(`dramatis: ${layer.id} is left out:`, error);
      }
    }
    return layered;
  }
}
