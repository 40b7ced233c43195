import { isPlausible, readAddressDate, readPageDate } from '#lib/chronicle/index.ts';
import type { FoundBlock } from './blocks.ts';
import type { ArticleDate, DateSource } from './model.ts';

const META = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="date"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="publish_date"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="DC.date.issued"]',
  'meta[name="dcterms.created"]',
  'meta[name="citation_publication_date"]',
  'meta[name="cXenseParse:recs:publishtime"]',
].join(',');

const ARTICLE_TYPE = /Article$|BlogPosting$|Report$|^NewsItem$|^WebPage$/;
/** JSON-LD larger than this (UTF-16 units) is not read. */
const LONGEST_JSON = 300_000;

/** The dates in a page's JSON-LD, those of article-like objects first. */
function jsonLdDates(document: Document): string[] {
  const first: string[] = [];
  const rest: string[] = [];
  const visit = (value: unknown, depth: number) => {
    if (depth > 6 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const part of value.slice(0, 200)) visit(part, depth + 1);
      return;
    }
    const record = value as Record<string, unknown>;
    const published = record.datePublished ?? record.dateCreated;
    if (typeof published === 'string') {
      const types = [record['@type']].flat();
      const isArticle = types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type) && type !== 'WebPage');
      (isArticle ? first : rest).push(published);
    }
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement']) visit(record[key], depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > LONGEST_JSON) continue;
    try {
      visit(JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$|^\s*<!--|-->\s*$/g, '')), 0);
    } catch {
      // Broken JSON-LD is common; the page's other dates are asked instead.
    }
  }
  return [...first, ...rest];
}

function* candidates(document: Document, address: string, blocks: readonly FoundBlock[]): Generator<[DateSource, number | null]> {
  for (const text of jsonLdDates(document)) yield ['json-ld', readPageDate(text)];
  for (const meta of document.querySelectorAll(META)) yield ['meta', readPageDate(meta.getAttribute('content') ?? '')];
  const scope = document.querySelector('article, main, [role="main"]') ?? document;
  const times = [...scope.querySelectorAll('time')].slice(0, 20);
  const marked = times.filter((time) => time.hasAttribute('pubdate') || time.getAttribute('itemprop') === 'datePublished');
  for (const time of [...marked, ...times]) {
    if (time.getAttribute('itemprop') === 'dateModified') continue;
    yield ['time', readPageDate(time.getAttribute('datetime') ?? time.textContent ?? '')];
  }
  for (const element of [...document.querySelectorAll('[itemprop="datePublished"]')].slice(0, 5)) {
    yield ['time', readPageDate(element.getAttribute('content') ?? element.textContent ?? '')];
  }
  yield ['address', readAddressDate(address)];
  // A dateline stands by itself, before the first paragraphs.
  for (const block of blocks.slice(0, 12)) if (block.length <= 60) yield ['text', readPageDate(block.text)];
}

/** The day an article was published, by the first source in the order of trust that gives a plausible one. */
export function articleDate(document: Document, address: string, blocks: readonly FoundBlock[], now: Date): ArticleDate | null {
  for (const [source, day] of candidates(document, address, blocks)) {
    if (day !== null && isPlausible(day, now)) return { day, source };
  }
  return null;
}
