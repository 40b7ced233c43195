import { readPageDate, readWrittenDates } from '#lib/chronicle/index.ts';
import type { FoundBlock } from '../found.ts';
import { isFirm } from '../parts.ts';
import { plain } from '../plain.ts';
import { parentOf } from '../tree.ts';
import type { Candidate, DateClues } from './clues.ts';
import { LAST_CHANGE } from './last-change.ts';
import { isOfOther } from './microdata.ts';

const PRECEDING = 2;
/** Attributes of an element that say when something came out. */
const FOR_MACHINES = /^(?:content|title|(?:data-)?(?:pub.*|date|(?:date-?)?time(?:stamp)?))$/;

/** What elements say that are made for dates: those above the first paragraph, of publication or of the last change, or the others. */
export function* inMarkup(
  { document, found, heading, text, language }: DateClues,
  which: 'above' | 'changed' | 'late' = 'above',
): Generator<Candidate> {
  const late = which === 'late';
  const parts = new Set<Element>();
  for (const block of found) for (let part = block.part; part; part = part.outer) if (isFirm(part)) parts.add(part.element);
  const isOwn = (element: Element) => !isElsewhere(element, parts) && isLastChange(element) === (which === 'changed') && !isInCard(element);
  const marked = [...document.querySelectorAll(':is([itemprop~="datePublished"], time[pubdate], .dt-published, .published):not(form)')]
    .slice(0, 20)
    .filter((element) => isOwn(element) && !isOfOther(element));
  // Those of the document, and of the shadow tree that the article stands in.
  const trees = new Set(text.slice(0, 3).map(({ element }) => plain(element).getRootNode()));
  const near = [...trees].filter((tree): tree is ShadowRoot => 'host' in tree).flatMap((tree) => [...tree.querySelectorAll('time')]);
  const times = [...near, ...document.querySelectorAll('time, abbr[title], [data-timestamp]')].slice(0, 60).filter(isOwn);
  const home = homeOf(heading, text);
  const first = text.find((block) => block.prose)?.element;
  const isAbove = (element: Element) => !!first && (plain(first).compareDocumentPosition(element) & PRECEDING) !== 0;
  const said = (elements: readonly Element[]) => elements.map((element): Candidate => ['time', saidBy(element, language)]);
  const atHome = (elements: readonly Element[]) =>
    elements.filter((element) => home && plain(home).contains(element) && isAbove(element) !== late);
  yield* said(atHome(marked));
  yield* said(atHome(times));
  if (!late) return;
  // Stories beside it have days of their own.
  const days = new Set(said(marked).map(([, day]) => day));
  if (days.size === 1) yield* said(marked);
  if (!home && times.length === 1) yield* said(times);
}

/** What an element says the date is: for machines if it does, else in words. */
function saidBy(element: Element, language: string | null): number | null {
  for (const { name, value } of element.attributes) {
    const day = FOR_MACHINES.test(name) ? readPageDate(value) : null;
    if (day !== null) return day;
  }
  const text = element.textContent ?? '';
  return text.length < 200 ? (readWrittenDates(text, language)[0]?.day ?? null) : null;
}

const isLastChange = (element: Element) =>
  element.getAttribute('itemprop') === 'dateModified' ||
  /(?:^|[\s_-])(?:updated?|modified|dt-updated)(?=$|[\s_-])/i.test(
    (element.getAttribute('class') ?? '').replace(/\bpublished\b.*|.*\bpublished\b/i, ''),
  ) ||
  LAST_CHANGE.test(textBefore(element));

/** The words right before an element, in its parent. */
function textBefore(element: Element): string {
  const textOf = (node: Node | null | undefined) => (node ? plain(node).textContent : null);
  const { previousSibling, parentElement } = element;
  const before = textOf(previousSibling) ?? textOf(parentElement && plain(parentElement).previousElementSibling) ?? '';
  return `${before.slice(-30)} ${(element.textContent ?? '').slice(0, 20)}`;
}

/** Whether an element stands in a part of the page that is certainly not the article's: its comments, other stories. */
function isElsewhere(element: Element, parts: ReadonlySet<Element>): boolean {
  for (let ancestor: Element | null = element; ancestor; ancestor = parentOf(ancestor)) if (parts.has(ancestor)) return true;
  return false;
}

/** Whether an element stands in a link that leads to more than itself: to another story. */
function isInCard(element: Element): boolean {
  const link = element.closest('a[href]');
  return link !== null && (link.textContent ?? '').trim().length > (element.textContent ?? '').trim().length + 25;
}

/** The smallest element around the article's heading and its first paragraph, or a little more. */
function homeOf(heading: FoundBlock | null, text: readonly FoundBlock[]): Element | null {
  const prose = text.find((block) => block.prose);
  const article = [prose, heading].map((block) => block && plain(block.element).closest('article, [role="article"]')).find(Boolean);
  if (article && (!heading || article.contains(heading.element))) return article;
  if (!heading || !prose) return null;
  let home: Element | null = heading.element;
  while (home && !plain(home).contains(prose.element)) home = plain(home).parentElement;
  return home;
}
