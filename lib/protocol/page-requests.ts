import * as v from 'valibot';
import { count, page } from './fields.ts';

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
