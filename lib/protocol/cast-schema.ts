import * as v from 'valibot';
import { KINDS } from '#lib/glossary/index.ts';
import { count, list } from './fields.ts';

/** Who and where in an article. */
export const cast = v.object({
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
