/** JSON-LD larger than this (UTF-16 units) is not read. */
const LONGEST_JSON = 300_000;
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|NewsItem|Review|LiveBlogPosting|DiscussionForumPosting|Question|Recipe)$/;

interface Publication {
  readonly text: string;
  readonly headline: string;
  readonly isArticle: boolean;
}

/** What a page says of its article in JSON-LD. */
export interface Facts {
  /** Whether it calls itself an article. */
  readonly isArticle: boolean;
  readonly headline: string;
  /** Dates of publication as written, each with the headline of what was published. */
  readonly published: readonly Publication[];
  /** Days of last changes as written. */
  readonly changed: readonly string[];
  readonly language: string;
}

interface Gathered {
  isArticle: boolean;
  headline: string;
  published: Publication[];
  changed: string[];
  language: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function gather(value: unknown, depth: number, gathered: Gathered): void {
  if (depth > 6 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value.slice(0, 200)) gather(part, depth + 1, gathered);
    return;
  }
  const record = value as Record<string, unknown>;
  const types = [record['@type']].flat();
  const isArticle = types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
  const published = textOf(record.datePublished) || textOf(record.dateCreated) || textOf(record.uploadDate);
  const headline = textOf(record.headline) || textOf(record.name);
  if (published) gathered.published.push({ text: published, headline: isArticle ? headline : '', isArticle });
  const changed = textOf(record.dateModified);
  if (changed) gathered.changed.push(changed);
  if (isArticle) {
    gathered.isArticle = true;
    gathered.headline ||= headline;
    gathered.language ||= textOf(record.inLanguage);
  }
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) gather(record[key], depth + 1, gathered);
}

/** Comments and CDATA around it, line ends inside its strings, commas too many: what templates leave in JSON. */
function parseLoosely(text: string): unknown {
  const bare =
    /^\s*[[{]/.test(text) && /[}\]]\s*$/.test(text)
      ? text
      : text.replace(
          /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*;?\s*$/g,
          '',
        );
  try {
    return JSON.parse(bare);
  } catch {
    return JSON.parse(
      bare
        .replace(/[\n\r\t]/g, ' ')
        .replace(/,\s*([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
    );
  }
}

export function readFacts(document: Document): Facts {
  const gathered: Gathered = { isArticle: false, headline: '', published: [], changed: [], language: '' };
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? '';
    if (text.length > LONGEST_JSON) continue;
    try {
      gather(parseLoosely(text), 0, gathered);
    } catch {
      // Beyond repair: the one date of publication in it, if it is but one, is still what the page says.
      const dates = new Set([...text.matchAll(/"datePublished"\s*:\s*"([^"]{8,40})"/g)].map((found) => found[1] ?? ''));
      for (const date of dates) if (dates.size === 1) gathered.published.push({ text: date, headline: '', isArticle: true });
    }
  }
  return { ...gathered, headline: gathered.headline.replace(/\s+/g, ' ').trim() };
}
