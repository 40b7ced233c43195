import { soundsLikeDeck } from './class-words.ts';
import type { FoundBlock } from './found.ts';
import { isAround } from './parts.ts';
import { closes, isInserted } from './phrases.ts';
import { nameOf, namesOf, plain } from './plain.ts';
import { isLines } from './prose.ts';

/** A block this long says something even where it is no prose. */
const SAYS_SOMETHING = 60;
/** What stands below a linked heading is more than a teaser from this length on. */
const NO_TEASER = 160;
/** Longest text of a box that asks for something, in UTF-16 units. */
const LONGEST_BOX = 500;
/** And elements right inside it: nobody takes the text of a whole article to weigh it, once for each heading. */
const MOST_IN_BOX = 12;
/** Blocks between two stops. */
const BLOCKS_A_STEP = 1000;

const isCell = (element: Element) => /^T[DH]$/.test(nameOf(element));
const proseIn = (blocks: readonly FoundBlock[]) => blocks.reduce((sum, block) => (block.prose ? sum + block.length : sum), 0);

/** Lists and tables that are links for the most part. */
function linkGroups(blocks: readonly FoundBlock[]): ReadonlySet<Element> {
  const groups = new Map<Element, { length: number; linked: number; items: number }>();
  for (const { group, length, linked } of blocks) {
    if (!group) continue;
    const sum = groups.get(group) ?? { length: 0, linked: 0, items: 0 };
    sum.length += length;
    sum.linked += length * linked;
    sum.items++;
    groups.set(group, sum);
  }
  const wanted = new Set<Element>();
  for (const [group, { length, linked, items }] of groups) {
    const share = linked / length;
    if (share > 0.6 || (share > 0.35 && length / items < 70)) wanted.add(group);
  }
  return wanted;
}

/** Short lines that stand again and again on a page: signatures, labels of buttons. */
function refrains(blocks: readonly FoundBlock[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.length > 100 || /^T[DH]$/.test(nameOf(block.element))) continue;
    const { line } = block;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([line, count]) => (count > 2 ? [line] : [])));
}

/** A sentence may be a link for the most part. */
const isLinked = ({ linked, length, line }: FoundBlock) => linked > (length >= 80 && isEnd(line.slice(-4)) ? 0.8 : 0.6);
const isLinks = (block: FoundBlock) => isLinked(block) || (block.linked > 0.4 && block.length < 80 && !endsAsSentence(block));

/**
 * Takes out of an article's part of the page what is none of its text. The blocks are all that the part holds, in order. Stops now and then:
 * tables have ten thousand cells.
 */
export function* trim(inside: readonly FoundBlock[], heading: FoundBlock | null): Generator<void, FoundBlock[]> {
  const links = linkGroups(inside);
  const repeated = refrains(inside);
  yield;
  // The title may stand once more in the text.
  const seen = new Set(heading ? [heading.line] : []);
  const kept: FoundBlock[] = [];
  const total = proseIn(inside.filter((block) => !isAround(block)));
  const isListOfLinks = (block: FoundBlock) => block.group !== null && links.has(block.group) && !block.prose;
  /** A heading that is a link stands over what it names, if that is more than a teaser. */
  const leads = ({ level }: FoundBlock, next: FoundBlock | undefined) =>
    level > 1 && (next?.prose ?? false) && (next?.length ?? 0) >= NO_TEASER;
  let closed = 0;
  let teaser: Element | null = null;
  let read = 0;
  const isKept = (block: FoundBlock, at: number): boolean => {
    const { level } = block;
    if (block !== heading) {
      if (closed > 0 && level > 0 && level <= closed) closed = 0;
      const around = isAround(block);
      // A box beside the text has headings of its own.
      const closing = around ? null : closes(block);
      if (closing && read > Math.max(250, total * (closing === 'comments' ? 0.1 : 0.5))) closed = level;
      if (closed > 0 || around || isListOfLinks(block)) return false;
      const next = inside[at + 1];
      if (isLinks(block) && !leads(block, next)) {
        if (level > 0) teaser = plain(block.element).parentElement;
        return false;
      }
      if (teaser !== null && level === 0 && block.length < NO_TEASER && plain(block.element).parentElement === teaser) return false;
      teaser = null;
      if (isInserted(block)) {
        // A box that asks for something: what it says goes as well.
        const box = level > 1 ? plain(block.element).parentElement : null;
        if (box && box.childElementCount < MOST_IN_BOX && (plain(box).textContent ?? '').length < LONGEST_BOX) teaser = box;
        return false;
      }
      const { line } = block;
      if (repeated.has(line) || (line.length > 30 && seen.has(line))) return false;
      // What introduces links that are left out, as a heading does.
      const isLabel = level !== 1 && block.length < 60 && !isListed(block) && !endsAsSentence(block);
      if (isLabel && next && (isListOfLinks(next) || (next.level > 0 && isLinks(next) && !leads(next, inside[at + 2])))) return false;
      seen.add(line);
    }
    if (block.prose) read += block.length;
    return true;
  };
  for (const [at, block] of inside.entries()) {
    if (at % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
    if (isKept(block, at)) kept.push(block);
  }
  yield;
  return trimEnds(kept, heading);
}

const isSubstance = (block: FoundBlock) =>
  block.prose ||
  (block.level === 0 && block.length >= SAYS_SOMETHING && block.linked < 0.3) ||
  isListed(block) ||
  isSentence(block) ||
  isCaption(block);
const isCaption = ({ element, linked }: FoundBlock) => linked < 0.3 && nameOf(element) === 'FIGCAPTION';
/** A short paragraph that ends as a sentence does. */
const isSentence = (block: FoundBlock) => block.linked < 0.3 && endsAsSentence(block);
const endsAsSentence = ({ element, line, length }: FoundBlock) =>
  length >= 25 && /^(?:P|BLOCKQUOTE)$/.test(nameOf(element)) && isEnd(line.slice(-4));
/** Whether a line's end is a sentence's: letters of English first, since all the world's take a browser long to make ready. */
const isEnd = (end: string) => /[.!?。]["”’»)]?$/.test(end) && (/[a-z][.!?。]["”’»)]?$/.test(end) || /\p{Ll}[.!?。]["”’»)]?$/u.test(end));
/** Every paragraph of an old page stands in a table. */
const isItem = ({ group, element }: FoundBlock) => group !== null && (nameOf(group) !== 'TABLE' || isCell(element));
const isListed = (block: FoundBlock) =>
  isItem(block) && block.linked < 0.3 && (/[a-z]{3}/i.test(block.text) || /\p{L}{3}/u.test(block.text));

/** Bylines and dates before the first paragraph, tags and credits behind the last, headings with nothing under them. */
function trimEnds(blocks: readonly FoundBlock[], heading: FoundBlock | null): FoundBlock[] {
  const top = heading ? blocks.indexOf(heading) : -1;
  // A cell or an item above the heading is the page's, not the text's.
  const first = blocks.findIndex((block, at) => block !== heading && (at < top || isLines(block.line) ? block.prose : isSubstance(block)));
  let last = blocks.length - 1;
  // Of what is parted by empty lines alone, a short end is the text's too.
  const carriesOn = ({ element, linked }: FoundBlock, at: number) => linked < 0.3 && element === blocks[at - 1]?.element;
  while (last > first && !isSubstance(blocks[last] as FoundBlock) && !carriesOn(blocks[last] as FoundBlock, last)) last--;
  if (first < 0) return heading && blocks.includes(heading) ? [heading] : [];
  return blocks.filter((block, at) => {
    if (block === heading) return true;
    if (at > last) return false;
    if (at < first) return block.level > 0 ? block.length > 15 || at === first - 1 : isDeck(block);
    const next = blocks[at + 1];
    const { level } = block;
    return !(level > 1 && next && next !== heading && next.level > 0 && next.level < level);
  });
}

function isDeck(block: FoundBlock): boolean {
  const { element } = block;
  return block.length >= 25 && block.linked < 0.3 && soundsLikeDeck(namesOf(element));
}

/** The lines between a heading and the article's body that belong to it: the deck, the standfirst. */
export function deckBetween(blocks: readonly FoundBlock[]): FoundBlock[] {
  return blocks
    .filter((block) => !isAround(block) && block.linked < 0.3 && !/^(?:FIGCAPTION|TD|TH)$/.test(nameOf(block.element)))
    .filter((block) => isDeck(block) || block.prose || ((block.level > 1 || nameOf(block.element) === 'LI') && block.length >= 40))
    .slice(0, 3);
}
