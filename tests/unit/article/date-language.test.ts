import { describe, expect, test } from 'vitest';
import { articleOf, pageOf, paragraphs, textOf } from '../support/page.ts';

const body = `<article>${paragraphs}</article>`;
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const META = '<meta property="article:published_time" content="2020-10-17T08:00:00Z">';
const TIME = `<article><time datetime="2020-10-16">Friday</time>${paragraphs}</article>`;
const date = (html: string, address?: string) => articleOf(html, address)?.date ?? null;

describe('the date of an article', () => {
  test('in the address of an archive’s copy is that of the page, not of the copy', () => {
    const at = (address: string) => date(pageOf(body), address)?.day ?? null;
    expect(at('https://archive.example/2022.11.19-071240/https://news.example/2022/11/02/story')).toBe(20221102);
    expect(at('https://archive.example/2022.11.19-071240/https://news.example/story')).toBeNull();
  });

  test('is taken from JSON-LD, then meta, then time, then the address, then the text', () => {
    const everything = jsonLd({ '@type': 'NewsArticle', datePublished: '2020-10-18T23:30:00-04:00', dateModified: '2020-10-20' });
    expect(date(pageOf(TIME, everything + META), 'https://news.example/2020/10/15/story')).toEqual({ day: 20201018, source: 'json-ld' });
    expect(date(pageOf(TIME, META), 'https://news.example/2020/10/15/story')).toEqual({ day: 20201017, source: 'meta' });
    expect(date(pageOf(TIME), 'https://news.example/2020/10/15/story')).toEqual({ day: 20201016, source: 'time' });
    expect(date(pageOf(body), 'https://news.example/2020/oct/15/story')).toEqual({ day: 20201015, source: 'address' });
    expect(date(pageOf(`<article><p>14 October 2020</p>${paragraphs}</article>`))).toEqual({ day: 20201014, source: 'text' });
    expect(date(pageOf(body))).toBeNull();
  });

  test('is the article’s among the objects of a graph', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebPage', datePublished: '2011-01-01' },
        { '@type': ['ReportageNewsArticle'], datePublished: '2020-10-18' },
      ],
    };
    expect(date(pageOf(body, jsonLd(graph)))?.day).toBe(20201018);
  });

  test('is that of the last change in an encyclopaedia, and no day that its text is about', () => {
    const begun = jsonLd({ '@type': 'Article', datePublished: '2003-05-12', dateModified: '2020-10-18' });
    const wiki = '<meta name="generator" content="MediaWiki 1.36.0-wmf.11">';
    const box = '<table><tbody><tr><th>Date</th><td>27 September 2020</td></tr></tbody></table>';
    const page = (head: string) => pageOf(`<article><h1>A war</h1><p>27 September 2020</p>${box}${paragraphs}</article>`, head);
    expect(date(page(wiki + begun))).toEqual({ day: 20201018, source: 'json-ld' });
    expect(date(page(`<meta property="og:site_name" content="Encyclopædia of Rivers">${begun}`))?.day).toBe(20201018);
    expect(date(page(wiki))).toBeNull();
    expect(date(page(wiki + begun), 'https://en.wikinews.org/wiki/A_war_begins')?.day).toBe(20030512);
    expect(date(page(begun))?.day).toBe(20030512);
  });

  test('survives broken JSON-LD', () => {
    expect(date(pageOf(body, `<script type="application/ld+json">{"datePublished": </script>${META}`))?.source).toBe('meta');
  });

  test('is found under a name in whatever attribute of a meta', () => {
    expect(date(pageOf(body, '<meta property="DC.date.issued" content="2020-05-15T12:29:23-04:00">'))?.day).toBe(20200515);
  });

  test('is not that of another story in a card', () => {
    const card = (day: string) =>
      `<a href="/other"><h3>Another story that this page leads to</h3><time itemprop="datePublished" datetime="${day}">${day}</time></a>`;
    expect(date(pageOf(`<article><h1>Ministers meet again</h1>${paragraphs}${card('2020-03-01')}</article>`))).toBeNull();
    const open = (day: string) =>
      `<div><h3><a href="/o">Other</a></h3><time itemprop="datePublished" datetime="${day}">${day}</time></div>`;
    expect(date(pageOf(`${open('2020-03-01')}${body}${open('2020-03-02')}`))).toBeNull();
  });

  test('is taken from the page’s scripts where they tell but one', () => {
    const script = (day: string) => `<script>dataLayer.push({"page":{"publishedDate":"${day}"}})</script>`;
    expect(date(pageOf(body, script('2020-10-13') + script('2020-10-13T09:00:00Z')))?.day).toBe(20201013);
    expect(date(pageOf(body, script('2020-10-13') + script('2020-10-14')))).toBeNull();
  });

  test('is told by an element for machines by whatever attribute', () => {
    const at = (time: string) => date(pageOf(`<article><h1>Ministers meet</h1>${time}${paragraphs}</article>`))?.day ?? null;
    expect(at('<time data-published="2020-10-12 09:13:00Z">4 hours ago</time>')).toBe(20201012);
    expect(at('<time data-date="2020-10-12">4 hours ago</time>')).toBe(20201012);
    expect(at('<time class="t" data-story="2020-10-12">4 hours ago</time>')).toBeNull();
  });

  test('is that of the last change, as blogs call it, where none of publication stands by the heading', () => {
    const at = (times: string, below = '') => date(pageOf(`<article><h1>Ministers meet</h1>${times}${paragraphs}${below}</article>`))?.day;
    const updated = '<time class="meta updated" datetime="2020-10-13T12:34:00-04:00"><a href="/story">12:34</a></time>';
    expect(at(updated)).toBe(20201013);
    expect(at(updated, '<p><time datetime="2019-01-02">2 January</time></p>')).toBe(20201013);
    expect(at(`${updated}<time datetime="2020-10-12">Monday</time>`)).toBe(20201012);
    expect(at(`${updated}<p>12 October 2020</p>`)).toBe(20201012);
  });

  test('is found in lines that say when a page was updated and published, which are none of the text', () => {
    const stamps = 'Updated: Monday, 19 Oct 2020, 4:25 PM EDT<br>Published : Sunday, 18 Oct 2020, 3:05 PM EDT';
    const article = articleOf(pageOf(`<div><h1>Ministers meet</h1><p>${stamps}</p>${paragraphs}</div>`));
    expect(article?.date?.day).toBe(20201018);
    expect(textOf(article).join(' ')).not.toContain('Updated');
  });

  test('is the dateline’s, but not the day on which the story begins', () => {
    const at = (line: string) =>
      date(
        pageOf(
          `<article><h1>Ministers meet</h1><p>${line} the ministers of two countries met in a castle, and what they said there, nobody wrote down.</p>${paragraphs}</article>`,
        ),
      )?.day ?? null;
    for (const line of ['MOSCOW, 18 October 2020 (Agency) -', 'MOSCOW, Oct. 18, 2020 —', 'MOSCOW, October 18, 2020 /Wire/ --'])
      expect(at(line)).toBe(20201018);
    for (const line of ['On October 18, 1920,', 'The day: 18 October 1920. The place: a wood, where']) expect(at(line)).toBeNull();
  });

  test('with points is day first in English, unless the page says that it is American', () => {
    const at = (line: string, language: string) =>
      date(pageOf(`<article><h1>Ministers meet</h1><p>${line}</p>${paragraphs}</article>`, '', language))?.day ?? null;
    expect(at('09.02.2020', 'en')).toBe(20200209);
    expect(at('09.02.2020', 'en-US')).toBe(20200902);
    expect(at('09/02/2020', 'en')).toBeNull();
    expect(at('9.2.20', 'en')).toBeNull();
  });

  test.each(['2999-01-01', '0001-01-01', '2020-13-45', 'soon', '10/11/2020'])('is not "%s"', (wrong) => {
    expect(date(pageOf(body, `<meta property="article:published_time" content="${wrong}">`))).toBeNull();
  });
});

describe('the language of an article', () => {
  const french = `<article>${'<p>Les ministres des deux pays se sont retrouvés samedi et ont parlé pendant dix heures des prisonniers, des morts et des villages le long de la rivière.</p>'.replace('dix', 'onze').repeat(1)}${Array.from({ length: 6 }, (_, at) => `<p>Le soir, ils avaient convenu d’une trêve numéro ${at}, qui devait commencer à midi le lendemain, et d’un échange que la Croix-Rouge allait surveiller de près.</p>`).join('')}</article>`;

  test('is what it reads as, then what the page declares', () => {
    expect(articleOf(pageOf(body, '', ''))?.language).toBe('en');
    expect(articleOf(pageOf(body, '', 'de'))?.language).toBe('en');
    expect(articleOf(pageOf(french, '', 'fr-FR'))?.language).toBe('fr');
    expect(articleOf(pageOf(french, '<meta property="og:locale" content="fr_FR">', ''))?.language).toBe('fr');
    expect(articleOf(pageOf(french, '', ''))?.language).toBe('fr');
    expect(articleOf(pageOf(french, '', 'en'))?.language).toBe('fr');
  });
});
