import * as v from 'valibot';
import { reportSchema } from '#lib/report/index.ts';
import { count, id, key, page, pixels } from './fields.ts';

/** Longest article text that is annotated, UTF-16 units over all blocks; what comes after it stays unmarked. */
export const LONGEST_ARTICLE = 1_500_000;
export const MOST_BLOCKS = 20_000;
/** Articles that one page holds. */
const MOST_PARTS = 200;
/** Choices of the reader's that one article keeps. */
const MOST_CHOICES = 300;

/** Places on one map, at most. */
const MOST_PLACES = 300;

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

/** What the background is asked: by the scripts on pages and by the extension's own pages. */
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
  /** A page, or the background of a page (`tab`): it stands otherwise now. The panel and the popup hear it too, and ask the page. */
  v.object({ type: v.literal('page-changed'), tab: v.optional(count) }),
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
