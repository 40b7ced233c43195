import * as v from 'valibot';
import { INVERSES, KINDS, RELATIONS } from '#lib/glossary/index.ts';
import { count, list } from './fields.ts';

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

const text = v.string();
const named = { id: text, name: text };
/** What the article itself says of a name. */
export const quote = v.object({ phrase: v.nullable(text), sentence: text });
/** What a card says. */
export const card = v.object({
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
