import { type Gazetteer, Glossary, type PackedIndex } from '#lib/glossary/index.ts';
import { openEntries, openIndex } from './glossary-file.ts';
import { forgetLayers, type OpenLayers, openLayers } from './layers.ts';

/**
 * The glossary as the reader has it: the bundled one, and over it their own entries and packs. Layers are read when names are
 * first asked for, and again after `renew`.
 */
export class Names {
  readonly #wantsOwn: () => Promise<boolean>;
  #layered: Promise<OpenLayers | undefined> | null = null;
  #glossary: Promise<Glossary> | null = null;
  /** Whether own entries were wanted when the layers were last read; null before. */
  #withOwn: boolean | null = null;

  constructor(wantsOwn: () => Promise<boolean>) {
    this.#wantsOwn = wantsOwn;
  }

  /** Begins to read what marks need, for whoever asks next. */
  prepare(): void {
    void this.gazetteer().catch(() => undefined);
  }

  /** The names alone. */
  async gazetteer(): Promise<Gazetteer> {
    const index = await openIndex();
    return { index: (await this.#layers(index))?.index ?? index };
  }

  /** Names and entries, for cards. */
  glossary(): Promise<Glossary> {
    this.#glossary ??= Promise.all([openIndex(), openEntries()])
      .then(async ([index, entries]) => {
        const layers = await this.#layers(index);
        const overlay = layers && { index: layers.index, entries: await layers.entries() };
        return new Glossary(index, entries, overlay);
      })
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
    forgetLayers();
    this.#layered = null;
    this.#glossary = null;
  }

  #layers(index: PackedIndex): Promise<OpenLayers | undefined> {
    this.#layered ??= this.#wantsOwn()
      .then(async (withOwn) => {
        this.#withOwn = withOwn;
        return openLayers(index, withOwn);
      })
      .catch((error: unknown) => {
        // Names of the bundled glossary are better than none; who asks next asks the store again.
        console.warn('dramatis: own entries and packs could not be read:', error);
        this.#layered = null;
        this.#glossary = null;
        return undefined;
      });
    return this.#layered;
  }
}
