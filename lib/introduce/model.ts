/** What kind of name is introduced: the words for who somebody is are others than those for what a body is. */
export type Introduced = 'person' | 'organisation' | 'group' | 'place' | 'thing';

/** How an article introduces somebody, in its own words. */
export interface Introduction {
  /** "US military analyst". */
  readonly phrase: string;
  /** The sentence that says it. */
  readonly sentence: string;
}
