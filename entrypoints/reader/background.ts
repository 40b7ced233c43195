import type { GenericSchema } from 'valibot';
import { browser } from 'wxt/browser';
import { CARD_MAP, type LocatorMap } from '#lib/atlas/index.ts';
import type { Card } from '#lib/card/index.ts';
import { REPLY_LIMIT } from '#lib/page/index.ts';
import {
  type AnnotateReply,
  type ArticleRequest,
  annotateReply,
  type CardReply,
  cardReply,
  mapReply,
  parseMessage,
  type Request,
} from '#lib/protocol.ts';

async function ask<T>(request: Request, schema: GenericSchema<unknown, T>): Promise<T | null> {
  const limit = new Promise<null>((resolve) => setTimeout(resolve, REPLY_LIMIT, null));
  // After an update of the extension this page's reader is cut off: the call throws, and the page stays as it is.
  const reply = browser.runtime.sendMessage(request).catch(() => null);
  return parseMessage(schema, await Promise.race([reply, limit]));
}

/** Asks which names are in an article; null if the background cannot be reached. */
export function askForMarks(request: ArticleRequest): Promise<AnnotateReply | null> {
  return ask(request, annotateReply);
}

/** Asks for a card. Where the background was stopped and has forgotten the article, it is told again. */
export async function askForCard(article: ArticleRequest, mention: number): Promise<Card | null> {
  const request = { type: 'card', page: article.page, mention } as const;
  let reply: CardReply | null = await ask(request, cardReply);
  if (reply?.type === 'forgotten') {
    await askForMarks(article);
    reply = await ask(request, cardReply);
  }
  return reply?.type === 'card' ? reply.card : null;
}

/** Asks for the map of an entry; null where there is none, or the background cannot be reached. */
export async function askForMap(entry: string): Promise<LocatorMap | null> {
  const reply = await ask({ type: 'map', entries: [entry], ...CARD_MAP }, mapReply);
  return reply?.type === 'map' ? reply.map : null;
}
