import { signUpsIn, standingOf, tellingIn } from './exclude.ts';
import type { FoundBlock, Part, Place } from './found.ts';
import type { TextRun } from './model.ts';
import { plain } from './plain.ts';
import { isProse, readsAsProse, weighedLength, weightOf } from './prose.ts';
import { BLOCK, CODE, CUSTOM, FORM, GROUP, HOST, LINE_END, LINK, levelIn, PARAGRAPH, PREFORMATTED, SLOT, traitsOf } from './tags.ts';
import { assignedTo } from './tree.ts';
import type { Unread, Walked } from './walked.ts';

/** A page longer than this (UTF-16 units) is read up to here. */
const LONGEST_PAGE = 2_000_000;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const CONSENT =
  /\bcookies?\b|\bconsent\b|\bprivacy\b|\bGDPR\b|datenschutz|einwilligung|confidentialité|privacidad|gizlilik|конфиденциальност/i;
/** Nodes between two stops. */
const STEPS = 400;
/** Stands for each unit of code in a block's text: no name is looked for in it. */
const MASK = '\uFFFC';

/** Whether an anchor is a link. One that was never closed holds others, and the rest of the page. */
function isLink(anchor: Element): boolean {
  return anchor.hasAttribute('href') && (anchor.firstElementChild === null || anchor.querySelector('a') === null);
}

/**
 * Walks through an element once and gives its blocks of text in order. Nothing is changed and no layout is asked for. Line ends
 * and tabs become spaces, one for one, so that offsets hold; a `<br>` and an empty line of preformatted text become line ends. What is in a shadow tree counts as its element's,
 * and what a page puts into a slot as the slot's. Stops now and then, for those who have other things to do.
 *
 * Where `passed` is given, parts of the page that stand around the article, it seems, are passed over and put there; but for those whose
 * words say little.
 */
export function* walk(start: Place, walked: Walked, passed: Unread[] | null): Generator<void, FoundBlock[]> {
  const { words, telling, boxes, treeOf } = walked;
  const found: FoundBlock[] = [];
  let text = '';
  let runs: TextRun[] = [];
  let linked = 0;
  /** Whether nothing but space stands behind the last line's end. */
  let ended = false;

  const flush = (inside: Place) => {
    if (text === '') return;
    // Templates leave long runs of spaces; they say nothing.
    const line = text.trim().replace(/\s{2,}/g, ' ');
    if (line.length > 1) {
      const share = linked === 0 ? 0 : Math.min(1, linked / line.length);
      const length = weighedLength(line);
      const prose = isProse(line, length, share);
      for (let part = prose ? inside.part : null; part; part = part.outer) {
        part.weight += weightOf({ length, linked: share });
        part.length += length;
        part.linked += length * share;
        part.paragraphs++;
        if (CONSENT.test(line)) part.consents++;
      }
      const { part, group, level } = inside;
      const place = inside.owner ?? inside;
      found.push({ text, line, runs, element: place.element, place, length, linked: share, prose, part, group, level });
    }
    text = '';
    runs = [];
    linked = 0;
  };

  const read = (node: Text, { inLink, inPre, inCode }: Place) => {
    const { data } = node;
    const first = data.charCodeAt(0);
    // Most texts begin with a letter, or are but a line end.
    if (!(first > 32 && first < 127) && !/\S/.test(data)) {
      // What stands between elements; no name begins or ends there.
      if (data.length > 0 && text.length > 0) text += inPre && data.includes('\n') ? '\n' : ' ';
      return;
    }
    ended = false;
    runs.push({ node, start: text.length, end: text.length + data.length });
    if (inCode) text += data.replace(/\S/g, MASK).replace(/\s/g, ' ');
    else if (inPre) text += data.replace(/[\r\t\f]/g, ' ').replace(/(?<!\n *)\n(?! *\n)/g, ' ');
    else text += data.replace(/[\n\r\t\f]/g, ' ');
    walked.total += data.length;
    if (inLink) linked += data.trim().replace(/\s{2,}/g, ' ').length;
  };

  /** What holds inside an element that stands in another; null where it is not entered. */
  const enter = (element: Element, outer: Place): Place | null => {
    const traits = traitsOf(element.tagName);
    if ((traits & LINE_END) !== 0) {
      // An empty line parts paragraphs.
      if (ended) flush(outer);
      else text += '\n';
      ended = runs.length > 0;
      return null;
    }
    const standing = standingOf(element, traits, words, telling) ?? (boxes.has(element) ? 'soft' : null);
    // Elements of a page's own making hold whole parts of it, unless they stand in a paragraph.
    const isBlock = (traits & BLOCK) !== 0 || ((traits & CUSTOM) !== 0 && ((outer.owner ?? outer).traits & PARAGRAPH) === 0);
    if (standing === 'never' || (!isBlock && (standing === 'firm' || standing === 'comments' || standing === 'hidden'))) {
      // A word must not run together with the one behind what was left out.
      if (text.length > 0) text += ' ';
      return null;
    }
    if (isBlock) flush(outer);
    const isPart = standing !== null && isBlock;
    const part: Part | null = isPart
      ? { element, standing, outer: outer.part, weight: 0, length: 0, linked: 0, paragraphs: 0, consents: 0, pardoned: false }
      : outer.part;
    const isPre = (traits & PREFORMATTED) !== 0;
    const inside: Place = {
      element,
      outer,
      traits,
      isBlock,
      owner: isBlock ? null : (outer.owner ?? outer),
      part,
      group: (traits & GROUP) !== 0 ? element : outer.group,
      level: levelIn(traits) || outer.level,
      inLink: outer.inLink || ((traits & LINK) !== 0 && isLink(element)),
      inPre: outer.inPre || isPre,
      inCode: outer.inCode || (traits & CODE) !== 0 || (isPre && !readsAsProse(element.textContent ?? '')),
      assigned: treeOf && (traits & SLOT) !== 0 ? assignedTo(element) : null,
      read: 0,
      order: walked.entered++,
      held: null,
    };
    if (passed && isPart && part && standing !== 'slight') {
      passed.push({ place: inside, part, at: found.length });
      return null;
    }
    return inside;
  };

  const asked = ({ element, traits }: Place) => ((traits & FORM) !== 0 ? plain(element) : element);
  const firstIn = (place: Place): Node | null => {
    const { element, traits, assigned } = place;
    if (assigned !== null) return assigned[0] ?? null;
    const tree = treeOf && (traits & HOST) !== 0 ? treeOf(element) : null;
    if (!tree) return asked(place).firstChild;
    for (const one of tellingIn(tree)) telling.add(one);
    for (const one of signUpsIn(tree)) boxes.add(one);
    return tree.firstChild;
  };

  // Step by step, not by recursion: pages that never close an element nest ten thousand deep.
  let inside = start;
  let node = firstIn(start);
  while (walked.total <= LONGEST_PAGE) {
    if (++walked.steps % STEPS === 0) yield;
    if (node === null) {
      if (inside.isBlock) flush(inside);
      if (inside === start || inside.outer === null) break;
      const left = inside;
      inside = inside.outer;
      node = inside.assigned === null ? asked(left).nextSibling : (inside.assigned[++inside.read] ?? null);
      continue;
    }
    const type = node.nodeType;
    if (type === TEXT_NODE) read(node as Text, inside);
    else if (type === ELEMENT_NODE || typeof type !== 'number') {
      const within = enter(node as Element, inside);
      if (within !== null) {
        inside = within;
        node = firstIn(within);
        continue;
      }
    }
    node = inside.assigned === null ? (type === TEXT_NODE ? node : plain(node)).nextSibling : (inside.assigned[++inside.read] ?? null);
  }
  if (walked.total > LONGEST_PAGE) flush(inside);
  return found;
}
