import * as v from 'valibot';
import type { Layer } from '#lib/glossary/index.ts';
import { LONGEST_PACK, type Pack, packSchema } from './pack-schema.ts';
import { faultsOf, locate, type Refusal, readJson } from './read-json.ts';

export type ParsedPack =
  | { readonly type: 'pack'; readonly pack: Pack }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] };

/** Reads a pack's text. A pack that is wrong anywhere is refused whole, with places and reasons. Never throws. */
export function parsePack(text: string): ParsedPack {
  const json = readJson(text, LONGEST_PACK);
  if ('refused' in json) return { type: 'refused', refusals: json.refused };
  const parsed = v.safeParse(packSchema, json.value);
  if (!parsed.success) return { type: 'refused', refusals: locate(text, faultsOf(parsed.issues)) };
  const twice = duplicates(parsed.output.entries);
  if (twice.length > 0) {
    const faults = twice.map((at) => ({ keys: ['entries', at, 'id'], reason: 'is the id of an entry before it' }));
    return { type: 'refused', refusals: locate(text, faults) };
  }
  return { type: 'pack', pack: parsed.output };
}

/** The layer a pack makes. */
export const packLayer = ({ id, entries, aliases }: Pack): Layer => ({ id, entries, aliases: aliases ?? [] });

/** Positions of entries whose id was there before. */
export function duplicates(entries: readonly { readonly id: string }[]): number[] {
  const ids = new Set<string>();
  return entries.flatMap(({ id }, at) => {
    if (ids.has(id)) return [at];
    ids.add(id);
    return [];
  });
}

/** One line for a refusal. */
export function wordRefusal({ line, place, reason }: Refusal): string {
  return `line ${line}${place ? `, ${place}` : ''}: ${reason}`;
}
