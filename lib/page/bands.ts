import type { ArticleBlock } from '#lib/article/index.ts';
import type { MarkSpec } from './marked-text.ts';

/** Neighbouring blocks whose marks come and go together. */
export interface Band {
  readonly specs: readonly MarkSpec[];
  /** Of its first and its last block. */
  readonly elements: ReadonlySet<Element>;
}

/** Blocks and UTF-16 units in a band, at most: together they are to be lower than the room that counts as near. */
const MOST_BLOCKS = 8;
const MOST_TEXT = 6000;
/** Above and below the viewport, in its heights. */
const NEAR = '200%';

/** The marks by bands, in the order of the text. Marks of blocks that are not there are left out. */
export function bandsOf(blocks: readonly ArticleBlock[], specs: readonly MarkSpec[]): Band[] {
  const bands: { specs: MarkSpec[]; elements: Set<Element> }[] = [];
  let [last, count, length] = [-1, 0, 0];
  for (const spec of specs) {
    const block = blocks[spec.block];
    if (!block) continue;
    if (spec.block !== last) {
      count++;
      length += block.text.length;
    }
    const band = bands.at(-1);
    // What stands in one block is near with it: a novel may be one.
    const isFull = spec.block !== last && (count > MOST_BLOCKS || length > MOST_TEXT);
    last = spec.block;
    if (!band || isFull) {
      bands.push({ specs: [spec], elements: new Set([block.element]) });
      [count, length] = [1, block.text.length];
    } else {
      band.specs.push(spec);
      const [first] = band.elements;
      band.elements.clear();
      if (first) band.elements.add(first);
      band.elements.add(block.element);
    }
  }
  return bands;
}

/** Tells which bands are in or near the viewport, now and whenever that changes. Gives the way to end it. */
export function watchNear(bands: readonly Band[], onChange: (changed: ReadonlyMap<Band, boolean>) => void): () => void {
  const bandsAt = new Map<Element, Band[]>();
  for (const band of bands) for (const element of band.elements) bandsAt.set(element, [...(bandsAt.get(element) ?? []), band]);
  const near = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      const changed = new Map<Band, boolean>();
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
        for (const band of bandsAt.get(target) ?? []) changed.set(band, false);
      }
      for (const band of changed.keys())
        changed.set(
          band,
          [...band.elements].some((element) => near.has(element)),
        );
      onChange(changed);
    },
    // The document itself: in a frame a margin counts only from its own viewport.
    { root: document, rootMargin: `${NEAR} 0px` },
  );
  for (const element of bandsAt.keys()) observer.observe(element);
  return () => observer.disconnect();
}
