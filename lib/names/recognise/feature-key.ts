/**
 * Features are of four groups: 0 plain, 1 the word's own letters, 2 word classes, 3 the glossary. Training leaves some of each out at
 * random, so that none is leant on alone.
 */

/** A feature's key: its template and its value in 32 bits. A chance collision costs a blurred weight. */
export function keyOf(template: number, value: number): number {
  let mixed = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
