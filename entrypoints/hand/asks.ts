import { CARD_MAP, type LocatorMap } from '#lib/atlas/index.ts';
import type { Card, Quote } from '#lib/card/index.ts';
import { type ArticleRequest, type CardReply, cardReply, introductionReply, mapReply, type Request } from '#lib/protocol/index.ts';
import { ask, askForMarks } from '../reader/background.ts';

/** Asks for a card. Where the background was stopped and has forgotten the article, it is told again. */
async function askAgain(article: ArticleRequest, request: Request): Promise<Card | null> {
  let reply: CardReply | null = await ask(request, cardReply);
  if (reply?.type === 'forgotten') {
    await askForMarks(article);
    reply = await ask(request, cardReply);
  }
  return reply?.type === 'card' ? reply.card : null;
}

/** The card of a mention. */
export function askForCard(article: ArticleRequest, mention: number): Promise<Card | null> {
  return askAgain(article, { type: 'card', page: article.page, mention });
}

/** The card of an entry, as of the article's day. */
export function askForEntry(article: ArticleRequest, entry: string): Promise<Card | null> {
  return askAgain(article, { type: 'entry', page: article.page, entry });
}

/** What the article itself says of a mention, where that adds to its card. */
export async function askForIntroduction(article: ArticleRequest, mention: number): Promise<Quote | null> {
  const reply = await ask({ type: 'introduction', page: article.page, mention }, introductionReply);
  return reply?.type === 'introduction' ? reply.quote : null;
}

/** Asks for the map of an entry; null where there is none, or the background cannot be reached. */
export async function askForMap(entry: string): Promise<LocatorMap | null> {
  const reply = await ask({ type: 'map', entries: [entry], heart: false, ...CARD_MAP }, mapReply);
  return reply?.type === 'map' ? reply.map : null;
}
