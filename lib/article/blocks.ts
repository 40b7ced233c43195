import { ClassWords } from './class-words.ts';
import { isBlockTag, isCodeTag, type Standing, standingOf } from './exclude.ts';
import type { ArticleBlock, TextRun } from './model.ts';
import { assignedTo, mayHoldTree, type TreeOf } from './tree.ts';

/** A part of the page that stands around the article, it seems. Parts may stand in parts. */
export interface Part {
  readonly element: Element;
  readonly standing: Exclude<Standing, 'never' | null>;
  readonly outer: Part | null;
  /** Weight of the prose in it, parts in it included, and its length, the part of it in links, and its number of paragraphs. */
  weight: number;
  length: number;
  linked: number;
  paragraphs: number;
  /** How many of them ask for consent or speak of cookies. */
  consents: number;
  /** It was taken for what it is not: most of the page stands in it. */
  pardoned: boolean;
}

/** A block before it is known whether it belongs to the article. */
export interface FoundBlock extends ArticleBlock {
  /** The text without long runs of space. */
  readonly line: string;
  /** Length of the text without surrounding space; a letter of scripts that write words in one counts more. */
  readonly length: number;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linked: number;
  readonly prose: boolean;
  readonly part: Part | null;
  /** The list or table it is an item or cell of, the innermost. */
  readonly group: Element | null;
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
}

/** A page longer than this (UTF-16 units) is read up to here. */
const LONGEST_PAGE = 2_000_000;
/** A block this long with few links is prose. */
const PROSE_LENGTH = 80;
const MOST_LINKED = 0.4;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const WIDE = /[぀-ヿ㐀-鿿가-힯]/g;
const CONSENT =
  /\bcookies?\b|\bconsent\b|\bprivacy\b|\bGDPR\b|datenschutz|einwilligung|confidentialité|privacidad|gizlilik|конфиденциальност/i;
/** Nodes between two stops. */
const STEPS = 400;
/** Stands for each unit of code in a block's text: no name is looked for in it. */
const MASK = '\uFFFC';

/** What holds while the walk is inside an element. */
interface Inside {
  readonly element: Element;
  readonly isBlock: boolean;
  readonly owner: Element;
  readonly part: Part | null;
  readonly group: Element | null;
  readonly level: number;
  readonly inLink: boolean;
  readonly inPre: boolean;
  readonly inCode: boolean;
  /** What stands in it where it is a slot, and how many of that were read. */
  readonly assigned: readonly Node[] | null;
  read: number;
}

function isProse(text: string, length: number, linked: number): boolean {
  if (length < PROSE_LENGTH || linked > MOST_LINKED) return false;
  if (/[.!?…。।؟։။។།:]["”’»」』)\]]{0,2}\s*(?:\[\d+\]\s*)*$|[,;،，、]\s?|[.!?]\s/.test(text)) return true;
  return length > 2 * PROSE_LENGTH && linked < 0.2;
}

/** Whether an anchor is a link. One that was never closed holds others, and the rest of the page. */
function isLink(anchor: Element): boolean {
  return anchor.hasAttribute('href') && anchor.querySelector('a') === null;
}

/** Whether preformatted text is written for people: words and few of the signs that code is full of. */
function readsAsProse(text: string): boolean {
  const sample = text.slice(0, 4000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const signs = sample.match(/[{}<>=;()[\]$\\|/*+_#&@]/g)?.length ?? 0;
  return letters > 60 && signs < letters * 0.06;
}

/**
 * Walks a document once and gives its blocks of text in order. Nothing is changed and no layout is asked for. Line ends
 * and tabs become spaces, one for one, so that offsets hold; a `<br>` and an empty line of preformatted text become line ends. What is in a shadow tree counts as its element's,
 * and what a page puts into a slot as the slot's. Stops now and then, for those who have other things to do.
 */
export function* findBlocks(root: Element, treeOf?: TreeOf): Generator<void, FoundBlock[]> {
  const found: FoundBlock[] = [];
  const words = new ClassWords();
  let text = '';
  let runs: TextRun[] = [];
  let linked = 0;
  let total = 0;

  const flush = (inside: Inside) => {
    // Templates leave long runs of spaces; they say nothing.
    const trimmed = text.trim().replace(/\s{2,}/g, ' ');
    if (trimmed.length > 1) {
      const share = Math.min(1, linked / trimmed.length);
      const length = trimmed.length + 1.5 * (trimmed.match(WIDE)?.length ?? 0);
      const prose = isProse(trimmed, length, share);
      for (let part = prose ? inside.part : null; part; part = part.outer) {
        part.weight += weightOf({ length, linked: share });
        part.length += length;
        part.linked += length * share;
        part.paragraphs++;
        if (CONSENT.test(trimmed)) part.consents++;
      }
      const { owner, part, group, level } = inside;
      found.push({ text, line: trimmed, runs, element: owner, length, linked: share, prose, part, group, level });
    }
    text = '';
    runs = [];
    linked = 0;
  };

  const read = (node: Text, { inLink, inPre, inCode }: Inside) => {
    const { data } = node;
    if (!/\S/.test(data)) {
      // What stands between elements; no name begins or ends there.
      if (data.length > 0 && text.length > 0) text += inPre && data.includes('\n') ? '\n' : ' ';
      return;
    }
    runs.push({ node, start: text.length, end: text.length + data.length });
    if (inCode) text += data.replace(/\S/g, MASK).replace(/\s/g, ' ');
    else if (inPre) text += data.replace(/[\r\t\f]/g, ' ').replace(/(?<!\n *)\n(?! *\n)/g, ' ');
    else text += data.replace(/[\n\r\t\f]/g, ' ');
    total += data.length;
    if (inLink) linked += data.trim().replace(/\s{2,}/g, ' ').length;
  };

  /** What holds inside an element that stands in another; null where it is not entered. */
  const enter = (element: Element, outer: Inside): Inside | null => {
    const tag = element.tagName.toUpperCase();
    if (tag === 'BR') {
      text += '\n';
      return null;
    }
    const standing = standingOf(element, tag, words);
    // Elements of a page's own making hold whole parts of it, unless they stand in a paragraph.
    const isBlock = isBlockTag(tag) || (tag.includes('-') && outer.owner.tagName.toUpperCase() !== 'P');
    if (standing === 'never' || (!isBlock && (standing === 'firm' || standing === 'comments' || standing === 'hidden'))) {
      // A word must not run together with the one behind what was left out.
      if (text.length > 0) text += ' ';
      return null;
    }
    const isGroup = tag === 'UL' || tag === 'OL' || tag === 'DL' || tag === 'TABLE';
    const inPre = outer.inPre || tag === 'PRE';
    const inside: Inside = {
      element,
      isBlock,
      owner: isBlock ? element : outer.owner,
      part:
        standing === null || !isBlock
          ? outer.part
          : { element, standing, outer: outer.part, weight: 0, length: 0, linked: 0, paragraphs: 0, consents: 0, pardoned: false },
      group: isGroup ? element : outer.group,
      level: /^H[1-6]$/.test(tag) ? Number(tag[1]) : outer.level,
      inLink: outer.inLink || (tag === 'A' && isLink(element)),
      inPre,
      inCode: outer.inCode || isCodeTag(tag) || (tag === 'PRE' && !readsAsProse(element.textContent ?? '')),
      assigned: treeOf ? assignedTo(element, tag) : null,
      read: 0,
    };
    if (isBlock) flush(outer);
    return inside;
  };

  // Step by step, not by recursion: pages that never close an element nest ten thousand deep.
  const start: Inside = {
    element: root,
    isBlock: true,
    owner: root,
    part: null,
    group: null,
    level: 0,
    inLink: false,
    inPre: false,
    inCode: false,
    assigned: null,
    read: 0,
  };
  const firstIn = ({ element, assigned }: Inside): Node | null =>
    assigned?.[0] ?? ((treeOf && mayHoldTree(element.tagName.toUpperCase()) && treeOf(element)) || element).firstChild;
  const nextOf = (node: Node): Node | null => (inside.assigned ? (inside.assigned[++inside.read] ?? null) : node.nextSibling);
  const stack: Inside[] = [start];
  let inside = start;
  let node = firstIn(start);
  for (let steps = 1; total <= LONGEST_PAGE; steps++) {
    if (steps % STEPS === 0) yield;
    if (!node) {
      if (inside.isBlock) flush(inside);
      stack.pop();
      const outer = stack.at(-1);
      if (!outer) break;
      const { element } = inside;
      inside = outer;
      node = nextOf(element);
      continue;
    }
    if (node.nodeType === TEXT_NODE) read(node as Text, inside);
    else if (node.nodeType === ELEMENT_NODE) {
      const within = enter(node as Element, inside);
      if (within) {
        stack.push(within);
        inside = within;
        node = firstIn(within);
        continue;
      }
    }
    node = nextOf(node);
  }
  if (total > LONGEST_PAGE) flush(inside);
  return found;
}

/** How much a block of prose speaks for the elements around it. */
export function weightOf({ length, linked }: { readonly length: number; readonly linked: number }): number {
  return Math.min(length, 800) * (1 - linked);
}
