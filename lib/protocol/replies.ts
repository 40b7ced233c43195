import * as v from 'valibot';
import { KINDS } from '#lib/glossary/index.ts';
import { PROBLEMS } from '#lib/packs/index.ts';
import { card, quote } from './card-schema.ts';
import { cast } from './cast-schema.ts';
import { count } from './fields.ts';
import { locatorMap } from './map-schema.ts';
import { marksSchema } from './mark-rows.ts';
import { type ReaderSettings, readerSettings } from './reader-settings.ts';

const failed = v.object({ type: v.literal('failed'), reason: v.string() });

export const settingsReply = v.variant('type', [v.object({ type: v.literal('settings'), settings: readerSettings }), failed]);
export type SettingsReply = v.InferOutput<typeof settingsReply>;

/** The settings come along: a reader that has just come has not asked for them. */
export const annotateReply = v.variant('type', [
  v.object({ type: v.literal('marks'), marks: marksSchema, settings: readerSettings }),
  failed,
]);
export type AnnotateReply = v.InferOutput<typeof annotateReply>;
/** As it is sent: see `rowsOf`. */
export type SentMarks = { readonly type: 'marks'; readonly marks: readonly number[]; readonly settings: ReaderSettings };

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

export const castReply = v.variant('type', [
  v.object({ type: v.literal('cast'), cast }),
  v.object({ type: v.literal('forgotten') }),
  failed,
]);
export type CastReply = v.InferOutput<typeof castReply>;

/** The map of some entries; null where none of them is a place. `beyond`: how many lie outside it. */
export const mapReply = v.variant('type', [v.object({ type: v.literal('map'), map: v.nullable(locatorMap), beyond: count }), failed]);
export type MapReply = v.InferOutput<typeof mapReply>;
