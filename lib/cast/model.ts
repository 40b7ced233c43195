import type { Day } from '#lib/chronicle/index.ts';
import type { Kind } from '#lib/glossary/index.ts';

/** Somebody or something that an article names. */
export interface CastMember {
  /** Tells members apart: the entry's id, or the kind and the name where only the article speaks of it. */
  readonly key: string;
  readonly name: string;
  readonly kind: Kind;
  /** Id of the entry, or null where only the article speaks of the name. */
  readonly entry: string | null;
  /** The first line of its card; empty where the article has to be asked first. */
  readonly lead: string;
  /** Numbers of its mentions, in the order of the text. */
  readonly mentions: readonly number[];
  /** Whether it has a place on the map. */
  readonly isPlace: boolean;
  /** Title in the English Wikipedia, underscores. */
  readonly wikipedia: string | null;
}

/** Something dated that the article's names bring along. */
export interface DatedFact {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** Key of the member it is about. */
  readonly member: string;
  readonly name: string;
  /** What happens, behind the name: "becomes US Secretary of State". */
  readonly text: string;
  /** Whether it lies after the article's day. */
  readonly later: boolean;
}

/** Who and where in an article: the members, most often named first, and the dates around the article's. */
export interface Cast {
  readonly day: Day;
  readonly members: readonly CastMember[];
  readonly facts: readonly DatedFact[];
}
