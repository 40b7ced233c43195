import { del, get, set } from 'idb-keyval';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  type CompiledLayers,
  compileLayers,
  type Entry,
  type Layer,
  LayeredIndex,
  layerEntries,
  type PackedIndex,
  sealGlossaryFile,
  wholeGlossaryFile,
} from '#lib/glossary/index.ts';
import { parseMessage } from '#lib/protocol/index.ts';
import { readLayers, type StoredLayers } from '../storage/names-store.ts';

/** In this browser's IndexedDB: the names of own entries and packs as they were compiled last. Safe to lose. */
const KEPT = 'compiledLayers';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** `of`: what it was compiled of, over which bundled names and by which version of the code. `ids`: the layers that fitted. */
const keptSchema = v.object({
  of: v.string(),
  ids: v.array(v.string()),
  compiled: v.object({ names: v.instance(ArrayBuffer), count, targets: v.array(count) }),
});
type Fitting = Omit<v.InferOutput<typeof keptSchema>, 'of'>;

/** Own entries and packs over the bundled index. */
export interface OpenLayers {
  readonly index: LayeredIndex;
  /** Their entries in full: needed for cards, not for marks. */
  readonly entries: () => Promise<readonly Entry[]>;
}

/** Grows when own entries or packs change: what was compiled of the ones before is not kept. */
let generation = 0;

/** Own entries or packs have changed: what was kept of them may be of others under the same id and version. */
export function forgetLayers(): void {
  generation++;
  void inStore(() => del(KEPT));
}

/** Where the browser has no such store, or it fails, nothing is kept. */
async function inStore(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    // Then they are compiled each time.
  }
}

/** Opens what the reader laid over the bundled glossary; undefined where there is nothing. */
export async function openLayers(base: PackedIndex, withOwn: boolean): Promise<OpenLayers | undefined> {
  const began = generation;
  const layers = await readLayers(withOwn);
  if (!layers) return undefined;
  const of = JSON.stringify([browser.runtime.getManifest().version, base.stamp, layers.known]);
  const kept = await openKept(base, layers, of);
  if (kept) return kept;
  const fitting = compileFitting(base, await layers.load());
  if (!fitting) return undefined;
  if (began === generation)
    void inStore(async () => {
      await sealGlossaryFile(fitting.compiled.names);
      await set(KEPT, { of, ...fitting });
    });
  return open(base, layers, fitting);
}

async function openKept(base: PackedIndex, layers: StoredLayers, of: string): Promise<OpenLayers | null> {
  try {
    const kept = parseMessage(keptSchema, await get(KEPT));
    if (kept?.of !== of) return null;
    await wholeGlossaryFile(kept.compiled.names, KEPT);
    return open(base, layers, kept);
  } catch {
    // Without the browser's store, or with a damaged one, they are compiled each time.
    return null;
  }
}

function open(base: PackedIndex, layers: StoredLayers, { ids, compiled }: Fitting): OpenLayers {
  return {
    index: new LayeredIndex(base, compiled),
    entries: async () => {
      const fitting = (await layers.load()).filter(({ id }) => ids.includes(id));
      return layerEntries(base, fitting);
    },
  };
}

/** The layers that fit over the index; one whose names clash under their hashes is left out. */
function compileFitting(base: PackedIndex, layers: readonly Layer[]): Fitting | undefined {
  const keep = (fitting: readonly Layer[], { names, count: entries, targets }: CompiledLayers) => ({
    ids: fitting.map(({ id }) => id),
    compiled: { names, count: entries, targets: [...targets] },
  });
  try {
    return layers.length > 0 ? keep(layers, compileLayers(base, layers)) : undefined;
  } catch {
    let fitting: readonly Layer[] = [];
    let kept: Fitting | undefined;
    for (const layer of layers) {
      try {
        kept = keep([...fitting, layer], compileLayers(base, [...fitting, layer]));
        fitting = [...fitting, layer];
      } catch (error) {
        console.warn(`dramatis: ${layer.id} is left out:`, error);
      }
    }
    return kept;
  }
}
