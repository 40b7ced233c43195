/** Mentions, entries and a day to who and where in an article: the list, its dates, its exports. Pure. */
export { castOf, type NumberedMention } from './cast.ts';
export { type ArticleName, castAsCsv, castAsMarkdown, type ExportWords } from './export.ts';
export { filterCast } from './filter.ts';
export type { Cast, CastMember, DatedFact } from './model.ts';
