import type { Entry } from '../model.ts';

/** An entry that the reader or a pack adds: as the glossary's own, but for what has a default. */
export interface LayerEntry extends Partial<Omit<Entry, 'id' | 'kind' | 'name' | 'holders' | 'inverse' | 'sources'>> {
  /** Within its layer. */
  readonly id: string;
  readonly kind: Entry['kind'];
  readonly name: string;
}

/** Another name of an entry: of the same layer, or of the bundled glossary. */
export interface LayerAlias {
  readonly name: string;
  readonly of: string;
}

/** Entries and names that go before the bundled ones. */
export interface Layer {
  /** Its entries are known as "id:entry". */
  readonly id: string;
  readonly entries: readonly LayerEntry[];
  readonly aliases: readonly LayerAlias[];
}
