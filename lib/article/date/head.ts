import { readPageDate } from '#lib/chronicle/index.ts';
import type { Meta } from '../metas.ts';
import { copyMoment } from './address.ts';
import type { Candidate, DateClues } from './clues.ts';
import { isOfOther } from './microdata.ts';

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

/** All the names of a meta, each between spaces. */
const namesIn = ({ element, property, name }: Meta) => ` ${property} ${name} ${element.getAttribute('itemprop')} `.toLowerCase();

/** Days of publication by JSON-LD and metas, the surest first. */
export function* publishedInHead({ document, metas, facts, titles }: DateClues): Generator<Candidate> {
  // A page may describe the stories that it links to as well.
  const own = facts.published.filter(({ headline }) => headline === '' || titles.likeness(headline) >= 0.6);
  const articles = facts.published.filter(({ isArticle }) => isArticle);
  for (const { text } of [...own.filter(({ isArticle }) => isArticle), ...(articles.length === 1 ? articles : [])])
    yield ['json-ld', readPageDate(text)];
  const named = metas.all.map((meta) => [namesIn(meta), meta.element] as const);
  // An archive may give the moment of its copy.
  const copied = copyMoment(document);
  for (const wanted of PUBLISHED) {
    for (const [names, element] of named) {
      if (!names.includes(` ${wanted} `) || isOfOther(element)) continue;
      const said = element.getAttribute('content') ?? element.getAttribute('value') ?? '';
      if (!copied || said.replace(/\D/g, '') !== copied) yield ['meta', readPageDate(said)];
    }
  }
  for (const { text } of facts.published.filter(({ isArticle }) => !isArticle)) yield ['json-ld', readPageDate(text)];
}

/** Days of the last change by metas and JSON-LD. */
export function* changedInHead({ metas, facts }: DateClues): Generator<Candidate> {
  for (const meta of metas.all) {
    if (CHANGED.some((name) => namesIn(meta).includes(` ${name} `)))
      yield ['meta', readPageDate(meta.element.getAttribute('content') ?? '')];
  }
  for (const text of facts.changed) yield ['json-ld', readPageDate(text)];
}
