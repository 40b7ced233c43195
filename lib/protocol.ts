/** Every message between the page, the background and the extension's pages; parsed at both ends. */
import * as v from 'valibot';
import { INVERSES, KINDS, RELATIONS } from '#lib/glossary/index.ts';
import { marksSchema } from '#lib/mark-rows.ts';
import { PROBLEMS } from '#lib/packs/index.ts';
import { reportSchema } from '#lib/report/index.ts';
import { CONFIDENCE_STEPS, LONGEST_DELAY, MARK_DENSITIES, MARK_STYLES, SHOWN_KINDS } from '#lib/settings/index.ts';

const LABELS = ['then', 'later', 'before', 'also', 'about', 'not'] as const;
/* @__NO_SIDE_EFFECTS__ */
function stepRelations() {
  return [
    ...RELATIONS,
    ...Object.values(INVERSES).filter((inverse) => inverse !== 'ally-of'),
    ...(['office-of', 'predecessor', 'successor', 'holders', 'stands-for', 'capital', 'country', 'people'] as const),
  ] as const;
}
/** Made by a function without side effects, which bundles leave out where there are no cards. */
const STEPS = stepRelations();

/** Longest article text that is annotated, UTF-16 units over all blocks; what comes after it stays unmarked. */
export const LONGEST_ARTICLE = 1_500_000;
export const MOST_BLOCKS = 20_000;
/** Articles that one page holds. */
const MOST_PARTS = 200;
/** Choices of the reader's that one article keeps. */
const MOST_CHOICES = 300;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Names one visit to one article; the page makes it. */
const page = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(2000));
/** Places on one map, at most. */
const MOST_PLACES = 300;
/** Id of an entry, or `=` and the folded form of a name that only articles speak of. */
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** What is told of an article. Plain entries: bundles leave them out where nobody sends one. */
const article = {
  page,
  blocks: v.pipe(
    v.array(v.string()),
    v.maxLength(MOST_BLOCKS),
    v.check((blocks) => blocks.reduce((sum, { length }) => sum + length, 0) <= LONGEST_ARTICLE),
  ),
  /** YYYYMMDD, or null: then today. */
  day: v.nullable(count),
  /** Other articles behind the first: each begins at a block and has a day of its own, or (null) the first one's. */
  parts: v.optional(v.pipe(v.array(v.object({ from: count, day: v.nullable(count) })), v.maxLength(MOST_PARTS), v.readonly()), []),
  /** What the reader said of names here: `from` means another entry, or (null) is not to be marked. */
  choices: v.pipe(v.array(v.object({ from: key, to: v.nullable(key) })), v.maxLength(MOST_CHOICES), v.readonly()),
};

export const requestSchema = v.variant('type', [
  /** The gate found what may be an article: send the reader if it may run here. */
  v.object({ type: v.literal('knock') }),
  /** The reader: of the settings, what is needed on this page? */
  v.object({ type: v.literal('settings') }),
  /** The reader: a hand is near, send what opens cards. */
  v.object({ type: v.literal('hand') }),
  /** A card is open on a page of several frames: Esc is to be heard in all of them. */
  v.object({ type: v.literal('hear-escape') }),
  /** Esc was pressed in one of them. */
  v.object({ type: v.literal('escape') }),
  /** The reader found an article: which names are in it? */
  v.object({ type: v.literal('annotate'), ...article }),
  /** A name is hovered: what does its card say? */
  v.object({ type: v.literal('card'), page, mention: count }),
  /** Where are these entries (the weightiest first), on one map of this size in pixels? */
  v.object({
    type: v.literal('map'),
    entries: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_PLACES)),
    width: pixels,
    height: pixels,
    /** Only where most of them lie together, if they do. */
    heart: v.boolean(),
  }),
  /** The panel: who and where is in this article? */
  v.object({ type: v.literal('cast'), page }),
  /** What does the article itself say of the name, beyond its card? */
  v.object({ type: v.literal('introduction'), page, mention: count }),
  /** The card of an entry that one stepped to, as of the article's day. */
  v.object({ type: v.literal('entry'), page, entry: key }),
  /** The popup: show names in this tab whatever the settings say, until it is left; or no longer. */
  v.object({ type: v.literal('read-anyway'), tab: count, anyway: v.boolean() }),
  /** A card or a selection: write an entry for this name, or make it another name of an entry. */
  v.object({ type: v.literal('add-name'), name: v.pipe(v.string(), v.maxLength(1000)), of: v.nullable(id) }),
  /** A page: it stands otherwise now. The panel and the popup hear it too, and ask the page. */
  v.object({ type: v.literal('page-changed') }),
  /** A card: the reader finds it wrong, and is to get a text about it that they may send. */
  v.object({ type: v.literal('report'), report: reportSchema }),
  /** A card: this name is marked nowhere from now on; or (null) again. */
  v.object({ type: v.literal('hide'), key: v.pipe(v.string(), v.maxLength(120)), name: v.nullable(v.pipe(v.string(), v.maxLength(120))) }),
  /** The options page: which entries go by this name? */
  v.object({ type: v.literal('find'), name: v.pipe(v.string(), v.maxLength(200)) }),
  /** The options page: fetch a pack and keep it; ask for a newer one now. */
  v.object({ type: v.literal('subscribe'), address: v.pipe(v.string(), v.maxLength(2000)) }),
  v.object({ type: v.literal('renew'), pack: v.string() }),
]);
export type Request = v.InferOutput<typeof requestSchema>;

/** Requests that the scripts on pages may make; every other is for the extension's own pages alone. */
export const FROM_PAGES: ReadonlySet<Request['type']> = new Set([
  'knock',
  'settings',
  'hand',
  'hear-escape',
  'escape',
  'page-changed',
  'annotate',
  'card',
  'entry',
  'introduction',
  'map',
  'add-name',
  'report',
  'hide',
]);
export type ArticleRequest = Extract<Request, { type: 'annotate' }>;

const list = <T>(item: v.GenericSchema<unknown, T>) => v.pipe(v.array(item), v.readonly());

const text = v.string();
const named = { id: text, name: text };
const quote = v.object({ phrase: v.nullable(text), sentence: text });
const card = v.object({
  name: text,
  title: text,
  kind: v.picklist(KINDS),
  subkind: v.nullable(text),
  here: v.boolean(),
  lead: text,
  lines: list(v.object({ label: v.picklist(LABELS), texts: list(text) })),
  facts: list(text),
  quote: v.nullable(quote),
  met: v.nullable(text),
  count,
  remark: v.nullable(v.picklist(['repaired', 'uncertain'])),
  others: list(v.object({ ...named, lead: text, kind: v.picklist(KINDS), subkind: v.nullable(text), country: list(text) })),
  steps: list(v.object({ rel: v.picklist(STEPS), to: list(v.object(named)), more: count })),
  place: v.nullable(v.object({ lat: v.number(), lon: v.number() })),
  wikipedia: v.nullable(text),
  entry: v.nullable(text),
  key: text,
});

/** A path of SVG that draws nothing but straight lines. */
const path = v.pipe(v.string(), v.maxLength(400_000), v.regex(/^[MlZ\d.,-]*$/));
const locatorMap = v.object({
  width: pixels,
  height: pixels,
  land: path,
  home: path,
  contested: path,
  coast: path,
  borders: path,
  disputed: path,
  marks: list(
    v.object({ id: v.string(), name: v.string(), shape: v.picklist(['dot', 'circle', 'ring', 'none']), x: v.number(), y: v.number() }),
  ),
  labels: list(
    v.object({
      text: v.string(),
      x: v.number(),
      y: v.number(),
      anchor: v.picklist(['start', 'middle', 'end']),
      role: v.picklist(['land', 'home', 'subject', 'note']),
    }),
  ),
  scale: v.object({ length: v.number(), text: v.string() }),
  description: v.string(),
});

const failed = v.object({ type: v.literal('failed'), reason: v.string() });

/** Of the settings, what a page's reader needs: nothing of other sites, nor which names are hidden. */
const readerSettings = v.object({
  /** Names are shown on this page by themselves. */
  shown: v.boolean(),
  kinds: v.object(v.entriesFromList(SHOWN_KINDS, v.boolean())),
  markDensity: v.object(v.entriesFromList(SHOWN_KINDS, v.picklist(MARK_DENSITIES))),
  markStyle: v.picklist(MARK_STYLES),
  confidence: v.picklist(CONFIDENCE_STEPS),
  /** Milliseconds. */
  hoverDelay: v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_DELAY)),
  /** Another number whenever other names are hidden; it does not tell which. */
  hidden: count,
});
export type ReaderSettings = v.InferOutput<typeof readerSettings>;
export const settingsReply = v.variant('type', [v.object({ type: v.literal('settings'), settings: readerSettings }), failed]);
export type SettingsReply = v.InferOutput<typeof settingsReply>;

export const annotateReply = v.variant('type', [v.object({ type: v.literal('marks'), marks: marksSchema }), failed]);
export type AnnotateReply = v.InferOutput<typeof annotateReply>;
/** As it is sent: see `rowsOf`. */
export type SentMarks = { readonly type: 'marks'; readonly marks: readonly number[] };

export const cardReply = v.variant('type', [
  v.object({ type: v.literal('card'), card }),
  /** The background was stopped since: annotate again, then ask again. */
  v.object({ type: v.literal('forgotten') }),
  failed,
]);
export type CardReply = v.InferOutput<typeof cardReply>;

export const findReply = v.object({
  type: v.literal('found'),
  entries: v.array(v.object({ id: v.string(), name: v.string(), kind: v.picklist(KINDS), lead: v.string() })),
});
export type FindReply = v.InferOutput<typeof findReply>;

export const subscribeReply = v.variant('type', [
  v.object({ type: v.literal('subscribed'), pack: v.string() }),
  v.object({ type: v.literal('problem'), code: v.picklist(PROBLEMS), detail: v.string() }),
  failed,
]);
export type SubscribeReply = v.InferOutput<typeof subscribeReply>;
export const introductionReply = v.variant('type', [v.object({ type: v.literal('introduction'), quote: v.nullable(quote) }), failed]);
export type IntroductionReply = v.InferOutput<typeof introductionReply>;

const cast = v.object({
  day: count,
  members: list(
    v.object({
      key: v.string(),
      name: v.string(),
      kind: v.picklist(KINDS),
      entry: v.nullable(v.string()),
      lead: v.string(),
      mentions: list(count),
      isPlace: v.boolean(),
      wikipedia: v.nullable(v.string()),
    }),
  ),
  facts: list(v.object({ date: v.string(), member: v.string(), name: v.string(), text: v.string(), later: v.boolean() })),
});
export const castReply = v.variant('type', [
  v.object({ type: v.literal('cast'), cast }),
  v.object({ type: v.literal('forgotten') }),
  failed,
]);
export type CastReply = v.InferOutput<typeof castReply>;

/** The map of some entries; null where none of them is a place. `beyond`: how many lie outside it. */
export const mapReply = v.variant('type', [v.object({ type: v.literal('map'), map: v.nullable(locatorMap), beyond: count }), failed]);
export type MapReply = v.InferOutput<typeof mapReply>;

/** What the background and the popup ask the page. */
export const pageRequestSchema = v.variant('type', [
  /** A key was pressed: go to the next or the previous name. */
  v.object({ type: v.literal('step'), to: v.picklist(['next', 'previous']) }),
  /** The panel: bring a mention into view; or go back to where the reader was before the first of these. */
  v.object({ type: v.literal('show-mention'), mention: count }),
  v.object({ type: v.literal('go-back') }),
  v.object({ type: v.literal('state') }),
  v.object({ type: v.literal('read-anyway'), anyway: v.boolean() }),
  /** The reader's own entries or packs have changed: ask for the names again. */
  v.object({ type: v.literal('reread') }),
  /** Another frame of the page opens a card: close this one's. */
  v.object({ type: v.literal('card-elsewhere') }),
  /** The settings have changed: ask for them again. */
  v.object({ type: v.literal('settings-changed') }),
]);
export type PageRequest = v.InferOutput<typeof pageRequestSchema>;

/** A request that only frames with an article are to answer, not the page itself. */
export const forInner = v.object({ inner: v.literal(true) });

/** How a page stands. `names` counts marks that are shown, `kinds` the same by kind. */
export const pageState = v.object({
  type: v.literal('state'),
  state: v.picklist(['marked', 'off', 'no-article', 'language', 'no-highlights', 'failed']),
  names: count,
  kinds: v.record(v.string(), count),
  /** Shown because the reader asked for this page. */
  anyway: v.boolean(),
  /** The article that is read, or null; `page` changes with its text. */
  article: v.nullable(v.object({ page, title: v.string() })),
  /** The mention that was brought into view last and is still there, or null. */
  current: v.nullable(count),
});
export type PageState = v.InferOutput<typeof pageState>;

/** Parses what came over a boundary; null for anything else. */
export function parseMessage<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}
