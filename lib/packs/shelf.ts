import * as v from 'valibot';
import type { Pack } from './pack-schema.ts';

/** Why a subscription brought nothing new the last time. */
export const PROBLEMS = ['unreachable', 'slow', 'status', 'type', 'huge', 'insecure', 'refused', 'other-pack'] as const;
export type Problem = (typeof PROBLEMS)[number];

/** A pack on the reader's shelf, without its names. */
const shelved = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  name: v.string(),
  version: v.string(),
  licence: v.string(),
  /** How many entries it has. */
  entries: v.number(),
  on: v.boolean(),
  /** Where it is fetched from; null for one that came as a file. */
  subscription: v.nullable(
    v.object({
      address: v.string(),
      etag: v.nullable(v.string()),
      /** Milliseconds since 1970. */
      checked: v.number(),
      problem: v.nullable(v.object({ code: v.picklist(PROBLEMS), detail: v.string() })),
    }),
  ),
});
export type ShelvedPack = v.InferOutput<typeof shelved>;
export type Subscription = NonNullable<ShelvedPack['subscription']>;

/** The shelf in the order in which packs go before each other. */
export type Shelf = readonly ShelvedPack[];

/** A shelf from whatever a store holds; what is no pack of a shelf is left out. Never throws. */
export function parseShelf(value: unknown): Shelf {
  if (!Array.isArray(value)) return [];
  const packs = value.flatMap((item) => {
    const parsed = v.safeParse(shelved, item);
    return parsed.success ? [parsed.output] : [];
  });
  return [...new Map(packs.map((pack) => [pack.id, pack])).values()];
}

/** With a pack put on the shelf: in its old place and as on as it was, or as the first. */
export function withPack(shelf: Shelf, pack: Pack, subscription: Subscription | null): Shelf {
  const at = shelf.findIndex(({ id }) => id === pack.id);
  const { id, name, version, licence } = pack;
  const put: ShelvedPack = { id, name, version, licence, entries: pack.entries.length, on: shelf[at]?.on ?? true, subscription };
  return at < 0 ? [put, ...shelf] : shelf.with(at, put);
}

/** With a pack moved up (-1) or down (1) by one. */
export function moved(shelf: Shelf, id: string, by: -1 | 1): Shelf {
  const at = shelf.findIndex((pack) => pack.id === id);
  const pack = shelf[at];
  if (!pack || at + by < 0 || at + by >= shelf.length) return shelf;
  const without = shelf.toSpliced(at, 1);
  return without.toSpliced(at + by, 0, pack);
}

/** A subscription is asked at most this often, in milliseconds. */
export const CHECK_EVERY = 24 * 60 * 60 * 1000;

/** Packs whose subscription is due; a clock that was set back makes them due too. */
export function due(shelf: Shelf, now: number): ShelvedPack[] {
  return shelf.filter(({ subscription }) => subscription !== null && Math.abs(now - subscription.checked) >= CHECK_EVERY);
}
