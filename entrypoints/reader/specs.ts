import { type ArticleBlock, nameOf } from '#lib/article/index.ts';
import { Grounds, type MarkSpec, thinOut } from '#lib/page/index.ts';
import type { Mark, ReaderSettings } from '#lib/protocol/index.ts';
import { isWanted, SHOWN_KINDS, type ShownKind, shownKindOf } from '#lib/settings/index.ts';

const STYLES = ['', '-solid'] as const;
const TONES = ['', '-on-dark', '-plain'] as const;
/** Every look there is. */
export const LOOKS: readonly string[] = SHOWN_KINDS.flatMap((kind) => STYLES.flatMap((style) => TONES.map((tone) => kind + style + tone)));

interface ShownSpec extends MarkSpec {
  readonly kind: ShownKind;
}

const isHeading = (block: ArticleBlock | undefined) => block !== undefined && /^H[1-6]$/.test(nameOf(block.element));

/**
 * The marks that the reader wants to see, each with its look: the kind, and what of style and ground is not the usual (dotted,
 * on a light ground), as in `person`, `place-solid`, `person-on-dark`, `group-solid-plain`.
 */
export function specsFor(marks: readonly Mark[], blocks: readonly ArticleBlock[], settings: ReaderSettings): ShownSpec[] {
  const { markDensity, markStyle } = settings;
  const wanted = marks.filter((mark) => isWanted(mark, settings));
  const shown = thinOut(
    wanted,
    (mark) => markDensity[shownKindOf(mark)],
    (block) => isHeading(blocks[block]),
  );
  const grounds = new Grounds();
  const style: (typeof STYLES)[number] = markStyle === 'solid' ? '-solid' : '';
  return shown.flatMap((mark) => {
    const block = blocks[mark.block];
    if (!block) return [];
    const kind = shownKindOf(mark);
    const { start, end, mention } = mark;
    // Colours are read only of what is drawn.
    const look = (element: Element) => {
      const tone = grounds.toneOf(element);
      const ending: (typeof TONES)[number] = tone === 'light' ? '' : tone === 'dark' ? '-on-dark' : '-plain';
      return `${kind}${style}${ending}`;
    };
    return [{ block: mark.block, start, end, kind, look, mention }];
  });
}
