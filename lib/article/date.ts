import { isPlausible, readAddressDate, readPageDate, readWrittenDates } from '#lib/chronicle/index.ts';
import type { Facts } from './facts.ts';
import type { FoundBlock } from './found.ts';
import type { Meta, Metas } from './metas.ts';
import type { ArticleDate, DateSource } from './model.ts';
import { isFar, isFirm } from './parts.ts';
import { attributeOf, nameOf, namesOf, plain } from './plain.ts';
import type { Titles } from './title.ts';
import { parentOf } from './tree.ts';

/** Names under which pages say when they were published, by property, name or itemprop, the surest first. */
const PUBLISHED =
  `article:published_time article:published og:article:published_time og:published_time og:pubdate rnews:datepublished article.published
  parsely-pub-date cxenseparse:recs:publishtime citation_publication_date datepublished pubdate publishdate publish-date publish_date
  published_date published publication_date publication-date originalpublicationdate ptime article_date_original article.created displaydate
  dc.date.issued dcterms.issued dc.issued dcterms.created dc.date.created dc.date dcterms.date dc.created dc:date dcterms:created dc:created
  date created timestamp release_date issue_date datecreated`.split(/\s+/);

/** Names of the day of the last change, and of what is no surer: asked last. */
const CHANGED = [
  // A day of publication, but that of Greenwich.
  'sailthru.date',
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dc.date.modified',
  'dcterms.modified',
];

const LAST_CHANGE =
  /(?:updat|modif|revis|edited|changed|aktualis|geändert|stand:|mis(?:e)? à jour|màj|actualiz|atualiz|aggiornat|bijgewerkt|обновл|измен|güncel|yenilən|تحديث|zaktualiz|aktualiz|frissít|更新|수정)/i;
const PUBLICATION =
  /(?:publish|posted|written|first |date:|erschienen|veröffentlicht|publié|posté|publicad|pubblicat|gepubliceerd|опублик|yayın|dərc|نشر|opublik|megjelen|发布|發布|掲載|公開|입력|등록)/i;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|datum|fecha|data|tarih|published?|pub-?date|posted|time(?:stamp)?|dateline|dt-published|entry-date|article-?date)(?=$|[\s_-])/i;

export interface DateClues {
  readonly document: Document;
  readonly metas: Metas;
  readonly facts: Facts;
  readonly titles: Titles;
  readonly address: string;
  readonly now: Date;
  /** All blocks of the page. */
  readonly found: readonly FoundBlock[];
  /** The article's blocks. */
  readonly text: readonly FoundBlock[];
  readonly heading: FoundBlock | null;
  readonly language: string | null;
}

type Candidate = [DateSource, number | null];

const PRECEDING = 2;
/** How much of a script is looked through, in UTF-16 units. */
const LONGEST_SCRIPT = 100_000;

/** All the names of a meta, each between spaces. */
const namesIn = ({ element, property, name }: Meta) => ` ${property} ${name} ${element.getAttribute('itemprop')} `.toLowerCase();

function* inHead({ metas, facts, titles }: DateClues): Generator<Candidate> {
  // A page may describe the stories that it links to as well.
  const own = facts.published.filter(({ headline }) => headline === '' || titles.likeness(headline) >= 0.6);
  const articles = facts.published.filter(({ isArticle }) => isArticle);
  for (const { text } of [...own.filter(({ isArticle }) => isArticle), ...(articles.length === 1 ? articles : [])])
    yield ['json-ld', readPageDate(text)];
  const named = metas.all.map((meta) => [namesIn(meta), meta.element] as const);
  for (const wanted of PUBLISHED) {
    for (const [names, element] of named) {
      if (names.includes(` ${wanted} `) && !isOfOther(element))
        yield ['meta', readPageDate(element.getAttribute('content') ?? element.getAttribute('value') ?? '')];
    }
  }
  for (const { text } of facts.published.filter(({ isArticle }) => !isArticle)) yield ['json-ld', readPageDate(text)];
}

/** Whether microdata belongs to an item that is no article: to a video, a list of other stories. */
function isOfOther(element: Element): boolean {
  const type = element.closest('[itemscope]')?.getAttribute('itemtype');
  return !!type && !/(?:Article|Posting|Report|NewsItem|Review|Page|CreativeWork|Recipe|Blog)\/?$/i.test(type);
}

/** What an element says the date is: for machines if it does, else in words. */
function saidBy(element: Element, language: string | null): number | null {
  for (const attribute of ['datetime', 'content', 'title', 'data-datetime']) {
    const value = element.getAttribute(attribute);
    const day = value ? readPageDate(value) : null;
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

/** What elements say that are made for dates: those above the first paragraph, or the others (`late`). */
function* inMarkup({ document, found, heading, text, language }: DateClues, late = false): Generator<Candidate> {
  const parts = new Set<Element>();
  for (const block of found) for (let part = block.part; part; part = part.outer) if (isFirm(part)) parts.add(part.element);
  const isOwn = (element: Element) => !isElsewhere(element, parts) && !isLastChange(element) && !isInCard(element);
  const marked = [...document.querySelectorAll(':is([itemprop~="datePublished"], time[pubdate], .dt-published, .published):not(form)')]
    .slice(0, 20)
    .filter((element) => isOwn(element) && !isOfOther(element));
  // Those of the document, and of the shadow tree that the article stands in.
  const trees = new Set(text.slice(0, 3).map(({ element }) => plain(element).getRootNode()));
  const near = [...trees].filter((tree): tree is ShadowRoot => 'host' in tree).flatMap((tree) => [...tree.querySelectorAll('time')]);
  const times = [...near, ...document.querySelectorAll('time, abbr[title]')].slice(0, 60).filter(isOwn);
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

/** What scripts of the page were told, if it is but one day. */
function* inScripts({ document }: DateClues): Generator<Candidate> {
  const days = new Set<number | null>();
  for (const { textContent } of [...document.querySelectorAll('script:not([src])')].slice(0, 100)) {
    const text = (textContent ?? '').slice(0, LONGEST_SCRIPT);
    for (const [, date] of text.matchAll(/publi(?:sh|cation)[a-z]*_?(?:date|at|time|on)\\?["']\s*:\s*\\?["']([\dT:.+Z-]{8,30})/gi))
      days.add(readPageDate(date ?? ''));
  }
  if (days.size === 1) for (const day of days) yield ['meta', day];
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

/** An element some steps around another, in the body. */
function wider(element: Element, steps: number): Element {
  let around = element;
  for (let step = 0; step < steps; step++) {
    const parent = plain(around).parentElement;
    if (!parent || /^(?:BODY|HTML)$/.test(nameOf(parent))) break;
    around = parent;
  }
  return around;
}

/** Lines that hold a date around the heading, before the first paragraph, and behind the last; of a last change, or of none. */
function* inText({ found, heading, text, language }: DateClues, changed = false): Generator<Candidate> {
  const firstProse = found.indexOf(text.find((block) => block.prose) as FoundBlock);
  const lastProse = found.indexOf(text.findLast((block) => block.prose) as FoundBlock);
  const at = heading ? found.indexOf(heading) : Math.max(-1, firstProse - 9);
  const dates = (blocks: readonly FoundBlock[], most: number, wanted: (text: string, element: Element) => boolean): Candidate[] =>
    blocks.flatMap((block) => {
      if (Math.max(...block.line.split('\n').map(({ length }) => length)) > most || isFar(block) || !wanted(block.text, block.element))
        return [];
      return readWrittenDates(block.text, language)
        .filter(({ at: start }) => LAST_CHANGE.test(block.text.slice(Math.max(0, start - 40), start)) === changed)
        .map(({ day }): Candidate => ['text', day]);
    });
  const any = () => true;
  const named = (line: string, element: Element) => {
    if (PUBLICATION.test(line)) return true;
    const { parentElement } = plain(element);
    return DATE_CLASS.test(`${namesOf(element)} ${parentElement ? attributeOf(parentElement, 'class') : ''}`);
  };
  const origin = heading ?? found[firstProse];
  const near = origin ? wider(origin.element, heading ? 2 : 4) : null;
  /** Whether a block stands with the heading, or with the first paragraph where there is none: the day in a page's own head is today's. */
  const isNear = (element: Element) => near !== null && plain(near).contains(element);
  const between = (firstProse > at ? found.slice(at + 1, firstProse) : found.slice(at + 1, at + 6)).filter(
    ({ element }) => heading !== null || isNear(element),
  );
  // Without a heading to begin at, what is closest to the text is sooner its own.
  if (!heading) between.reverse();
  yield* dates(between, 200, named);
  yield* dates(between, 120, any);
  // A picture's caption may be the first paragraph, and be followed by a list.
  yield* dates(found.slice(firstProse + 1, firstProse + 9), 120, named);
  yield* dates(found.slice(firstProse + 1, firstProse + 4), 60, any);
  if (heading) {
    yield* dates(found.slice(Math.max(0, at - 4), at).reverse(), 120, (_line, element) => isNear(element));
    yield* dates([heading], 300, any);
  }
  if (changed) return;
  // "LONDON, 3 March 2014 (Agency) -"
  for (const block of text.filter((one) => one.prose).slice(0, 2)) {
    const [first] = readWrittenDates(block.text.slice(0, 140), language);
    if (first && first.at < 60 && /^[^.!?]*$/.test(block.text.slice(0, first.at))) yield ['text', first.day];
  }
  if (lastProse >= 0) yield* dates(found.slice(lastProse + 1, lastProse + 8), 160, named);
}

function* addresses({ document, metas, address }: DateClues): Generator<Candidate> {
  const said = [document.querySelector('link[rel="canonical" i]')?.getAttribute('href'), metas.of('og:url')];
  for (const one of [address, ...said]) if (one) yield ['address', readAddressDate(one)];
  // What browsers write into a page that they save.
  for (const node of [...document.childNodes].slice(0, 5)) {
    const saved = node.nodeType === 8 ? /saved from url=\(\d+\)(\S+)/.exec(node.textContent ?? '')?.[1] : null;
    if (saved) yield ['address', readAddressDate(saved)];
  }
}

function* changes(clues: DateClues): Generator<Candidate> {
  const { metas, facts } = clues;
  yield* inText(clues, true);
  for (const meta of metas.all) {
    if (CHANGED.some((name) => namesIn(meta).includes(` ${name} `)))
      yield ['meta', readPageDate(meta.element.getAttribute('content') ?? '')];
  }
  for (const text of facts.changed) yield ['json-ld', readPageDate(text)];
}

function firstIn(clues: DateClues, sources: readonly ((clues: DateClues) => Generator<Candidate>)[]): ArticleDate | null {
  for (const ask of sources) {
    for (const [source, day] of ask(clues)) if (day !== null && isPlausible(day, clues.now)) return { day, source };
  }
  return null;
}

/** The day that a page's head tells; null where it tells none that is plausible. */
export function dateInHead(clues: DateClues): ArticleDate | null {
  return firstIn(clues, [inHead]);
}

/** The day an article was published, where the head does not tell, by the first source in the order of trust that gives a plausible one. */
export function dateInPage(clues: DateClues): ArticleDate | null {
  const late = (asked: DateClues) => inMarkup(asked, true);
  return firstIn(clues, [inMarkup, addresses, inText, late, inScripts, changes]);
}
