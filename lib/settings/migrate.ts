/** The version of the stored shape that this build reads and writes. */
export const VERSION = 2;

type Stored = Readonly<Record<string, unknown>>;

/** Each takes the shape of the version before its own to its own. Never throws; leaves alone what it does not know. */
const MIGRATIONS: Readonly<Record<number, (stored: Stored) => Stored>> = {
  /** Sites that are off became rules for a site, on or off. */
  2: ({ sitesOff, ...others }) => {
    if (!Array.isArray(sitesOff)) return others;
    const off = Object.fromEntries(sitesOff.filter((host) => typeof host === 'string').map((host) => [host, false]));
    return { ...others, sites: off };
  },
};

/**
 * What a store holds, in this version's shape. A store that does not say its version is of the first, or empty; a newer one
 * stays as it is.
 */
export function migrate(value: unknown, version: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  let stored: Stored = { ...value };
  const from = typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1;
  for (let next = from + 1; next <= VERSION; next++) stored = MIGRATIONS[next]?.(stored) ?? stored;
  return stored;
}
