/** Which mentions of the same name are marked: each, the first under each heading, the first of the article. */
export type Density = 'every' | 'section' | 'first';

interface Mentioned {
  readonly block: number;
  /** The same for every mention of the same name. */
  readonly of: number;
}

/** The mentions that are marked, in the order given. `startsSection` tells of a block whether it is a heading. Pure. */
export function thinOut<T extends Mentioned>(
  mentions: readonly T[],
  densityOf: (mention: T) => Density,
  startsSection: (block: number) => boolean,
): T[] {
  const seen = new Set<number>();
  const seenInSection = new Set<number>();
  let block = 0;
  return mentions.filter((mention) => {
    for (; block <= mention.block; block++) if (startsSection(block)) seenInSection.clear();
    const density = densityOf(mention);
    const shown = density === 'every' || !(density === 'first' ? seen : seenInSection).has(mention.of);
    seen.add(mention.of);
    seenInSection.add(mention.of);
    return shown;
  });
}
