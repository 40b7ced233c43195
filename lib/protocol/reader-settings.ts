import * as v from 'valibot';
import { CONFIDENCE_STEPS, LONGEST_DELAY, MARK_DENSITIES, MARK_STYLES, SHOWN_KINDS } from '#lib/settings/index.ts';
import { count } from './fields.ts';

/** Of the settings, what a page's reader needs: nothing of other sites, nor which names are hidden. */
export const readerSettings = v.object({
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
