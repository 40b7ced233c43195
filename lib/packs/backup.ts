import * as v from 'valibot';
import { DEFAULTS, leavesOf, readReplica, type Settings, settingsOf, storeReplica, VERSION } from '#lib/settings/index.ts';
import { packAddress } from './address.ts';
import type { OwnNames } from './own.ts';
import { LONGEST_PACK, type Pack, packContent, packSchema } from './pack-schema.ts';
import { duplicates } from './parse-pack.ts';
import { faultsOf, locate, type Refusal, readJson } from './read-json.ts';

/** Most characters of a backup's text: as much as a browser's own store holds of packs. */
export const LONGEST_BACKUP = 4 * LONGEST_PACK;
const MOST_PACKS = 50;
const BACKUP_FORMAT = 'dramatis-backup/1';

const backup = v.strictObject({
  format: v.literal(BACKUP_FORMAT, `must be "${BACKUP_FORMAT}"`),
  settingsVersion: v.pipe(
    v.number('must be a number'),
    v.integer(),
    v.minValue(1),
    v.maxValue(VERSION, `is of a newer Dramatis than this one (${VERSION})`),
  ),
  settings: v.record(v.string(), v.unknown(), 'must be settings'),
  own: v.strictObject(packContent),
  packs: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({
          on: v.boolean('must be true or false'),
          /** Where it is subscribed to. */
          address: v.exactOptional(
            v.pipe(
              v.string('must be an address'),
              v.maxLength(2000, 'must be at most 2000 characters'),
              v.check((text) => packAddress(text) instanceof URL, 'must be an address of https'),
            ),
          ),
          pack: packSchema,
        }),
        'must be a list of packs',
      ),
      v.maxLength(MOST_PACKS, `must be at most ${MOST_PACKS} packs`),
    ),
  ),
});

/** A pack of the reader's, as it is kept in a backup. */
export interface BackedPack {
  readonly on: boolean;
  /** Where it is subscribed to; null for one that came as a file. */
  readonly address: string | null;
  readonly pack: Pack;
}

/** All that the reader set and wrote, for one file. */
export interface Backup {
  readonly settings: Settings;
  readonly own: OwnNames;
  /** In the order in which they go before each other. */
  readonly packs: readonly BackedPack[];
}

export type ParsedBackup =
  | { readonly type: 'backup'; readonly backup: Backup }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] };

/** The text of a backup's file. */
export function writeBackup({ settings, own, packs }: Backup): string {
  const { settings: stored } = storeReplica({ leaves: leavesOf(settings), times: new Map() });
  const kept = packs.map(({ on, address, pack }) => ({ on, ...(address !== null && { address }), pack }));
  return `${JSON.stringify({ format: BACKUP_FORMAT, settingsVersion: VERSION, settings: stored, own, packs: kept }, null, 2)}\n`;
}

/** Reads a backup's text. One that is wrong anywhere is refused whole, with places and reasons. Never throws. */
export function parseBackup(text: string): ParsedBackup {
  const refused = (refusals: readonly Refusal[]): ParsedBackup => ({ type: 'refused', refusals });
  const json = readJson(text, LONGEST_BACKUP);
  if ('refused' in json) return refused(json.refused);
  const parsed = v.safeParse(backup, json.value);
  if (!parsed.success) return refused(locate(text, faultsOf(parsed.issues)));
  const { settings, settingsVersion, own, packs = [] } = parsed.output;
  const { replica, spoilt } = readReplica({ settings, version: settingsVersion });
  const faults = [
    ...spoilt.map((path) => ({ keys: ['settings', ...path.split('/')], reason: 'is no setting, or not a value it can have' })),
    ...duplicates(packs.map(({ pack }) => pack)).map((at) => ({
      keys: ['packs', at, 'pack', 'id'],
      reason: 'is the id of an entry before it',
    })),
    ...packs.flatMap(({ pack }, number) =>
      duplicates(pack.entries).map((at) => ({
        keys: ['packs', number, 'pack', 'entries', at, 'id'],
        reason: 'is the id of an entry before it',
      })),
    ),
    ...duplicates(own.entries).map((at) => ({ keys: ['own', 'entries', at, 'id'], reason: 'is the id of an entry before it' })),
  ];
  if (faults.length > 0) return refused(locate(text, faults));
  return {
    type: 'backup',
    backup: {
      settings: { ...DEFAULTS, ...settingsOf(replica.leaves) },
      own: { entries: own.entries, aliases: own.aliases ?? [] },
      packs: packs.map(({ on, address = null, pack }) => ({ on, address, pack })),
    },
  };
}
