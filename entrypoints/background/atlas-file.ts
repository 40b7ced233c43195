import { drawMap, heartOf, type LocatorMap, openWorld, parseWorldFile, type Subject } from '#lib/atlas/index.ts';
import type { Entry, Glossary } from '#lib/glossary/index.ts';
import { once } from './once.ts';
import { readOwnFile } from './own-file.ts';

const open = once(async () => {
  const reply = await readOwnFile('/atlas.json');
  return openWorld(parseWorldFile(await reply.json()));
});

function subjectOf({ id, name, lat, lon, subkind, country }: Entry): Subject[] {
  return lat === undefined || lon === undefined ? [] : [{ id, name, lat, lon, subkind: subkind ?? null, country }];
}

/** A map, and how many of the places asked for lie beyond it. */
interface DrawnMap {
  readonly map: LocatorMap | null;
  readonly beyond: number;
}

interface Wanted {
  readonly width: number;
  readonly height: number;
  /** Only where most of the places lie together. */
  readonly heart: boolean;
}

/** The map of entries by their ids; those that are nowhere are left out. The shapes are read when a map is first asked for. */
export async function mapOf(ids: readonly string[], { width, height, heart }: Wanted, glossary: Glossary): Promise<DrawnMap> {
  const all = ids.flatMap((id) => {
    const entry = glossary.byId(id);
    return entry ? subjectOf(entry) : [];
  });
  if (all.length === 0) return { map: null, beyond: 0 };
  const shown = heart ? heartOf(all) : all;
  return { map: drawMap(shown, await open(), { width, height }), beyond: all.length - shown.length };
}
