import * as v from 'valibot';
import { DEFAULTS, leavesOf, readReplica, type Settings, settingsOf, storeReplica, VERSION } from '#lib/settings/index.ts';
import type { OwnNames } from './own.ts';
import { LONGEST_PACK, packContent } from './pack-schema.ts';
import { duplicates } from './parse-pack.ts';
import { faultsOf, locate, type Refusal, readJson } from './read-json.ts';

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
});

/** All that the reader set and wrote, for one file. */
export interface Backup {
  readonly settings: Settings;
  readonly own: OwnNames;
}

export type ParsedBackup =
  | { readonly type: 'backup'; readonly backup: Backup }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] };

/** The text of a backup's file. */
export function writeBackup({ settings, own }: Backup): string {
  const { settings: stored } = storeReplica({ leaves: leavesOf(settings), times: new Map() });
  return `${JSON.stringify({ format: BACKUP_FORMAT, settingsVersion: VERSION, settings: stored, own }, null, 2)}\n`;
}

/** Reads a backup's text. One that is wrong anywhere is refused whole, with places and reasons. Never throws. */
export function parseBackup(text: string): ParsedBackup {
  const refused = (refusals: readonly Refusal[]): ParsedBackup => ({ type: 'refused', refusals });
  const json = readJson(text, LONGEST_PACK);
  if ('refused' in json) return refused(json.refused);
  const parsed = v.safeParse(backup, json.value);
  if (!parsed.success) return refused(locate(text, faultsOf(parsed.issues)));
  const { settings, settingsVersion, own } = parsed.output;
  const { replica, spoilt } = readReplica({ settings, version: settingsVersion });
  const faults = [
    ...spoilt.map((path) => ({ keys: ['settings', ...path.split('/')], reason: 'is no setting, or not a value it can have' })),
    ...duplicates(own.entries).map((at) => ({ keys: ['own', 'entries', at, 'id'], reason: 'is the id of an entry before it' })),
  ];
  if (faults.length > 0) return refused(locate(text, faults));
  return {
    type: 'backup',
    backup: { settings: { ...DEFAULTS, ...settingsOf(replica.leaves) }, own: { entries: own.entries, aliases: own.aliases ?? [] } },
  };
}
