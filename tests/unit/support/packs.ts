import type { Pack, PackEntry } from '#lib/packs/index.ts';

/** An entry of a pack; `more` goes over what it has. */
export function packed(id: string, name: string, more: Partial<PackEntry> = {}): PackEntry {
  return { id, kind: 'person', name, summary: `Person of the tests, called ${id}.`, ...more };
}

/** A pack of these entries. */
export function packOf(entries: readonly PackEntry[], more: Partial<Pack> = {}): Pack {
  return {
    format: 'dramatis-pack/1',
    id: 'test-pack',
    name: 'Test pack',
    version: '1.0',
    licence: 'CC0-1.0',
    entries: [...entries],
    ...more,
  };
}

/** A pack's file, an entry a line from line 8 on. */
export function packText(pack: Pack): string {
  const { entries, ...head } = pack;
  const lines = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  return `{\n${lines.join('\n')}\n"entries": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;
}
