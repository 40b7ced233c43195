import { isBlockElement, isExcluded } from './exclude.ts';
import type { ArticleBlock, TextRun } from './model.ts';

/** A block before it is known whether it belongs to the article. */
export interface FoundBlock extends ArticleBlock {
  /** Letters and digits outside links, roughly: the text's length without surrounding space. */
  readonly length: number;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linked: number;
}

/** A page longer than this (UTF-16 units) is read up to here. */
const LONGEST_PAGE = 2_000_000;
/** Deeper nesting than this is not followed; no page is written that way by hand. */
const DEEPEST = 400;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/**
 * Walks a document once and gives its blocks of text in order. Nothing is changed and no layout is asked for. Line ends
 * and tabs become spaces, one for one, so that offsets hold; a `<br>` becomes a line end.
 */
export function findBlocks(root: Element): FoundBlock[] {
  const found: FoundBlock[] = [];
  let text = '';
  let runs: TextRun[] = [];
  let owner: Element = root;
  let linked = 0;
  let total = 0;

  const flush = () => {
    const trimmed = text.trim();
    if (trimmed.length > 1)
      found.push({ text, runs, element: owner, length: trimmed.length, linked: Math.min(1, linked / trimmed.length) });
    text = '';
    runs = [];
    linked = 0;
  };

  const visit = (node: Node, depth: number, inLink: boolean) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (total > LONGEST_PAGE) return;
      if (child.nodeType === TEXT_NODE) {
        const data = (child as Text).data;
        if (data.length === 0) continue;
        runs.push({ node: child as Text, start: text.length, end: text.length + data.length });
        text += data.replace(/[\n\r\t\f]/g, ' ');
        total += data.length;
        if (inLink) linked += data.trim().length;
        continue;
      }
      if (child.nodeType !== ELEMENT_NODE || depth > DEEPEST) continue;
      const element = child as Element;
      const tag = element.tagName.toUpperCase();
      if (tag === 'BR') {
        text += '\n';
        continue;
      }
      if (isExcluded(element)) {
        // A word must not run together with the one behind what was left out.
        if (text.length > 0) text += ' ';
        continue;
      }
      if (!isBlockElement(element)) {
        visit(element, depth + 1, inLink || tag === 'A');
        continue;
      }
      flush();
      const outer = owner;
      owner = element;
      visit(element, depth + 1, inLink);
      flush();
      owner = outer;
    }
  };
  visit(root, 0, false);
  flush();
  return found;
}
