/** How an article introduces somebody, in its own words. */
export interface Introduction {
  /** "US military analyst". */
  readonly phrase: string;
  /** The sentence that says it. */
  readonly sentence: string;
}
