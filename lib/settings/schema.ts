import * as v from 'valibot';

/** Kinds of names a reader can switch on and off; `article` is a name that only the article speaks of. */
export const SHOWN_KINDS = ['person', 'organisation', 'group', 'place', 'thing', 'article'] as const;
export type ShownKind = (typeof SHOWN_KINDS)[number];

/** Milliseconds the pointer rests on a name before its card opens. */
const SHORTEST_DELAY = 0;
export const LONGEST_DELAY = 2000;
/** Site rules kept at most; storage.sync holds 8 kB an item. */
export const MOST_SITES = 150;

export interface Settings {
  /** On at all. */
  readonly on: boolean;
  /** Host names where names are not shown. A rule covers subdomains. */
  readonly sitesOff: readonly string[];
  readonly kinds: Readonly<Record<ShownKind, boolean>>;
  /** Milliseconds. */
  readonly hoverDelay: number;
}

export const DEFAULTS: Settings = {
  on: true,
  sitesOff: [],
  kinds: { person: true, organisation: true, group: true, place: true, thing: true, article: true },
  hoverDelay: 300,
};

const HOST =
  /^(?=.{1,253}$)[a-z0-9\u0080-\uffff_]([a-z0-9\u0080-\uffff_-]*[a-z0-9\u0080-\uffff_])?(\.[a-z0-9\u0080-\uffff_]([a-z0-9\u0080-\uffff_-]*[a-z0-9\u0080-\uffff_])?)*$|^\[[0-9a-f:.]+\]$/;

const stored = {
  on: v.boolean(),
  sitesOff: v.array(v.pipe(v.string(), v.regex(HOST))),
  hoverDelay: v.pipe(v.number(), v.minValue(SHORTEST_DELAY), v.maxValue(LONGEST_DELAY)),
};

function keep<T>(schema: v.GenericSchema<unknown, T>, value: unknown, fallback: T): T {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : fallback;
}

/**
 * Settings from whatever a store holds: each value that is of its kind is taken, every other falls back to its default. One
 * spoilt value costs no other.
 */
export function parseSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULTS;
  const record = value as Record<string, unknown>;
  const kinds = typeof record.kinds === 'object' && record.kinds !== null ? (record.kinds as Record<string, unknown>) : {};
  const sites = Array.isArray(record.sitesOff)
    ? record.sitesOff.filter((host): host is string => typeof host === 'string' && HOST.test(host))
    : [];
  return {
    on: keep(stored.on, record.on, DEFAULTS.on),
    sitesOff: [...new Set(sites)].slice(0, MOST_SITES),
    kinds: {
      person: keep(v.boolean(), kinds.person, true),
      organisation: keep(v.boolean(), kinds.organisation, true),
      group: keep(v.boolean(), kinds.group, true),
      place: keep(v.boolean(), kinds.place, true),
      thing: keep(v.boolean(), kinds.thing, true),
      article: keep(v.boolean(), kinds.article, true),
    },
    hoverDelay: Math.round(keep(stored.hoverDelay, record.hoverDelay, DEFAULTS.hoverDelay)),
  };
}

/** What of the settings differs from the defaults: all that is stored. */
export function changedSettings(settings: Settings): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  if (settings.on !== DEFAULTS.on) changed.on = settings.on;
  if (settings.sitesOff.length > 0) changed.sitesOff = settings.sitesOff;
  if (settings.hoverDelay !== DEFAULTS.hoverDelay) changed.hoverDelay = settings.hoverDelay;
  const kinds = Object.fromEntries(
    SHOWN_KINDS.filter((kind) => settings.kinds[kind] !== DEFAULTS.kinds[kind]).map((kind) => [kind, settings.kinds[kind]]),
  );
  if (Object.keys(kinds).length > 0) changed.kinds = kinds;
  return changed;
}
