import { type Article, extractArticle } from '#lib/article/index.ts';
import { canMark } from '#lib/page/index.ts';
import { type ArticleRequest, LONGEST_ARTICLE, type PageState } from '#lib/protocol.ts';

/** What a look at the page gave. */
export type Found =
  | { readonly type: 'article'; readonly article: Article; readonly request: ArticleRequest }
  | { readonly type: 'nothing'; readonly state: PageState['state'] };

/** Looks for an article that can be marked; `anyway` takes what text there is, in whatever language. */
export function look(anyway = false): Found {
  if (!canMark()) return { type: 'nothing', state: 'no-highlights' };
  const article = extractArticle(document, { address: location.href, now: new Date(), isVisible, force: anyway });
  if (!article) return { type: 'nothing', state: 'no-article' };
  if (!anyway && article.language !== null && article.language !== 'en') return { type: 'nothing', state: 'language' };
  return { type: 'article', article, request: requestFor(article) };
}

/** Whether two articles read the same: their nodes may differ. */
export function sameText(a: ArticleRequest, b: ArticleRequest): boolean {
  return a.day === b.day && a.blocks.length === b.blocks.length && a.blocks.every((text, at) => text === b.blocks[at]);
}

const isVisible = (element: Element) =>
  typeof element.checkVisibility === 'function' ? element.checkVisibility({ visibilityProperty: true }) : true;

function requestFor(article: Article): ArticleRequest {
  const blocks: string[] = [];
  let length = 0;
  for (const { text } of article.blocks) {
    length += text.length;
    if (length > LONGEST_ARTICLE) break;
    blocks.push(text);
  }
  return {
    type: 'annotate',
    page: crypto.randomUUID?.() ?? `${Date.now()}-${performance.now()}`,
    blocks,
    day: article.date?.day ?? null,
    choices: [],
  };
}
