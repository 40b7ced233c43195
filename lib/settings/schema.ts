import * as v from 'valibot';

/** Kinds of names a reader can switch on and off; `article` is a name that only the article speaks of. */
export const SHOWN_KINDS = ['person', 'organisation', 'group', 'place', 'thing', 'article'] as const;
export type ShownKind = (typeof SHOWN_KINDS)[number];

/** Where names are shown: on every article; on sites the reader chose; on no page until the reader asks. */
export const PLACES_SHOWN = ['everywhere', 'chosen', 'asked'] as const;
export type WhereShown = (typeof PLACES_SHOWN)[number];

/** How sure a name must be to be marked. `any`: every mark that is made at all. */
export const CONFIDENCE_STEPS = ['any', 'likely', 'sure'] as const;
export type ConfidenceStep = (typeof CONFIDENCE_STEPS)[number];

/** How names are underlined; `held`: not at all until the reader holds Shift. */
export const MARK_STYLES = ['dotted', 'solid', 'held'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** Which mentions of the same name are marked: each, the first under each heading, the first of the article. */
export const MARK_DENSITIES = ['every', 'section', 'first'] as const;
export type MarkDensity = (typeof MARK_DENSITIES)[number];

/** Names that the reader hid kept at most. */
const MOST_HIDDEN = 500;
const LONGEST_HIDDEN_KEY = 120;

/** Milliseconds the pointer rests on a name before its card opens. */
const SHORTEST_DELAY = 0;
export const LONGEST_DELAY = 2000;
/** Site rules kept at most, against a store that grows without end. */
const MOST_SITES = 2000;

export interface Settings {
  /** On at all. */
  readonly on: boolean;
  readonly where: WhereShown;
  /** What the reader said of a host: names are shown there (true) or not. A rule covers subdomains; the nearest holds. */
  readonly sites: Readonly<Record<string, boolean>>;
  readonly kinds: Readonly<Record<ShownKind, boolean>>;
  readonly markStyle: MarkStyle;
  readonly markDensity: Readonly<Record<ShownKind, MarkDensity>>;
  /**
   * Names hidden everywhere: the id of an entry, or `=` and the folded form of a name that only articles speak of, with the
   * name as the reader saw it.
   */
  readonly hiddenNames: Readonly<Record<string, string>>;
  /** Whether the reader's own entries are used. */
  readonly ownEntries: boolean;
  readonly confidence: ConfidenceStep;
  /** Milliseconds. */
  readonly hoverDelay: number;
}

/* @__NO_SIDE_EFFECTS__ */
function ofEachKind<Value>(value: Value): Record<ShownKind, Value> {
  return Object.fromEntries(SHOWN_KINDS.map((kind) => [kind, value])) as Record<ShownKind, Value>;
}

export const DEFAULTS: Settings = {
  on: true,
  where: 'everywhere',
  sites: {},
  kinds: ofEachKind(true),
  markStyle: 'dotted',
  markDensity: ofEachKind('every'),
  hiddenNames: {},
  ownEntries: true,
  confidence: 'any',
  hoverDelay: 300,
};

const HOST =
  /^(?=.{1,253}$)[a-z0-9\u0080-\uffff_]([a-z0-9\u0080-\uffff_-]*[a-z0-9\u0080-\uffff_])?(\.[a-z0-9\u0080-\uffff_]([a-z0-9\u0080-\uffff_-]*[a-z0-9\u0080-\uffff_])?)*$|^\[[0-9a-f:.]+\]$/;

/** Whether a text is a host name as a rule may hold it. */
export const isHost = (text: string): boolean => text !== '__proto__' && HOST.test(text);

/** Settings of one value. A new one: a line here, in `Settings` and in `DEFAULTS`. */
const VALUES = {
  on: v.boolean(),
  where: v.picklist(PLACES_SHOWN),
  ownEntries: v.boolean(),
  markStyle: v.picklist(MARK_STYLES),
  confidence: v.picklist(CONFIDENCE_STEPS),
  hoverDelay: v.pipe(v.number(), v.minValue(SHORTEST_DELAY), v.maxValue(LONGEST_DELAY), v.transform(Math.round)),
} as const satisfies Partial<Record<keyof Settings, v.GenericSchema>>;

const isShownKind = (key: string) => SHOWN_KINDS.some((kind) => kind === key);
const isHiddenKey = (key: string) => key !== '__proto__' && /^=?[^=/\s][^/]*$/u.test(key) && key.length <= LONGEST_HIDDEN_KEY;
/** Settings of many values, each changed and merged on its own: which keys they take, how many, and what a value is. */
const RECORDS = {
  kinds: { key: isShownKind, most: SHOWN_KINDS.length, value: v.boolean() },
  markDensity: { key: isShownKind, most: SHOWN_KINDS.length, value: v.picklist(MARK_DENSITIES) },
  hiddenNames: { key: isHiddenKey, most: MOST_HIDDEN, value: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_HIDDEN_KEY)) },
  sites: { key: isHost, most: MOST_SITES, value: v.boolean() },
} as const satisfies Partial<Record<keyof Settings, { key: (key: string) => boolean; most: number; value: v.GenericSchema }>>;

type Value = string | number | boolean;
/** Every setting that differs from its default, by its path ("hoverDelay", "kinds/place", "sites/news.example"). */
export type Leaves = ReadonlyMap<string, Value>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecordName = (name: string): name is keyof typeof RECORDS => Object.hasOwn(RECORDS, name);
const isValueName = (name: string): name is keyof typeof VALUES => Object.hasOwn(VALUES, name);

function defaultOf(path: string): unknown {
  const [name = '', key] = split(path);
  const value: unknown = Object.entries(DEFAULTS).find(([known]) => known === name)?.[1];
  return key === undefined ? value : isRecord(value) ? value[key] : undefined;
}

const split = (path: string): [name: string, key?: string] => {
  const at = path.indexOf('/');
  return at < 0 ? [path] : [path.slice(0, at), path.slice(at + 1)];
};

/** One value at its path, or null where the path is no setting's or the value not of its kind. */
function parseLeaf(path: string, value: unknown): Value | null {
  const [name, key] = split(path);
  const schema =
    key === undefined ? isValueName(name) && VALUES[name] : isRecordName(name) && RECORDS[name].key(key) && RECORDS[name].value;
  if (!schema) return null;
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

/** What was read, and which paths held what is no setting; each of those has its default. */
export interface ReadLeaves {
  readonly leaves: Leaves;
  readonly spoilt: readonly string[];
}

/**
 * Leaves of what a store holds in this version's shape. Each value that is of its kind is taken, every other left out: one
 * spoilt value costs no other.
 */
export function readLeaves(stored: unknown): ReadLeaves {
  const leaves = new Map<string, Value>();
  const spoilt: string[] = [];
  if (stored === undefined || stored === null) return { leaves, spoilt };
  if (!isRecord(stored)) return { leaves, spoilt: ['settings'] };
  const take = (path: string, value: unknown) => {
    const parsed = parseLeaf(path, value);
    if (parsed === null) spoilt.push(path);
    else if (parsed !== defaultOf(path)) leaves.set(path, parsed);
  };
  for (const [name, value] of Object.entries(stored)) {
    if (!isRecordName(name)) take(name, value);
    else if (isRecord(value)) for (const [key, item] of Object.entries(value).slice(-RECORDS[name].most)) take(`${name}/${key}`, item);
    else spoilt.push(name);
  }
  return { leaves, spoilt };
}

/** The settings that leaves mean; everything else has its default. */
export function settingsOf(leaves: Leaves): Settings {
  const values: Record<string, unknown> = {};
  const records: Record<string, Record<string, Value>> = {};
  for (const name of Object.keys(RECORDS).filter(isRecordName)) records[name] = { ...DEFAULTS[name] };
  for (const [path, value] of leaves) {
    const [name, key] = split(path);
    const record = records[name];
    if (key === undefined) values[name] = value;
    else if (record) record[key] = value;
  }
  // Every leaf was parsed by its own schema when it came in.
  return { ...DEFAULTS, ...values, ...records } as Settings;
}

/** The leaves of settings: what differs from the defaults. */
export function leavesOf(settings: Settings): Leaves {
  return readLeaves(settings).leaves;
}

/** The shape in which leaves are stored: nested, readable, nothing that is at its default. */
export function storedShape(leaves: Leaves): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const [path, value] of leaves) {
    const [name, key] = split(path);
    if (key === undefined) stored[name] = value;
    else {
      const record = stored[name];
      if (isRecord(record)) record[key] = value;
      else stored[name] = { [key]: value };
    }
  }
  return stored;
}
