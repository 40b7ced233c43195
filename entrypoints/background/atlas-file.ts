import { browser } from 'wxt/browser';
import { drawMap, type LocatorMap, openWorld, parseWorldFile, type Subject } from '#lib/atlas/index.ts';
import type { Entry, Glossary } from '#lib/glossary/index.ts';
import { once } from './once.ts';

const open = once(async () => {
  const reply = await fetch(browser.runtime.getURL('/atlas.json'));
  if (!reply.ok) throw new Error(`/atlas.json could not be read (${reply.status})`);
  return openWorld(parseWorldFile(await reply.json()));
});

function subjectOf({ id, name, lat, lon, subkind, country }: Entry): Subject[] {
  return lat === undefined || lon === undefined ? [] : [{ id, name, lat, lon, subkind: subkind ?? null, country }];
}

/** The map of entries by their ids; those that are nowhere are left out. The shapes are read when a map is first asked for. */
export async function mapOf(
  ids: readonly string[],
  size: { width: number; height: number },
  glossary: Glossary,
): Promise<LocatorMap | null> {
  const subjects = ids.flatMap((id) => {
    const entry = glossary.byId(id);
    return entry ? subjectOf(entry) : [];
  });
  return subjects.length === 0 ? null : drawMap(subjects, await open(), size);
}
