import type { GenericSchema } from 'valibot';
import { browser } from 'wxt/browser';
import { CARD_MAP, type LocatorMap } from '#lib/atlas/index.ts';
import type { Card, Quote } from '#lib/card/index.ts';
import { REPLY_LIMIT } from '#lib/page/index.ts';
import {
  type AnnotateReply,
  type ArticleRequest,
  annotateReply,
  type CardReply,
  cardReply,
  introductionReply,
  mapReply,
  parseMessage,
  type ReaderSettings,
  type Request,
  settingsReply,
} from '#lib/protocol.ts';

async function ask<T>(request: Request, schema: GenericSchema<unknown, T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, REPLY_LIMIT, null);
  });
  try {
    return parseMessage(schema, await Promise.race([browser.runtime.sendMessage(request), limit]));
  } catch {
    // After an update of the extension this page's reader is cut off: the page stays as it is.
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Tells the background what the reader wants; what it cannot be told is lost without harm. */
export async function tell(request: Request): Promise<void> {
  try {
    await browser.runtime.sendMessage(request);
  } catch {
    // Where the extension is gone, the call itself throws.
  }
}

/** Asks for what of the settings concerns this page; null if the background cannot be reached. */
export async function askForSettings(): Promise<ReaderSettings | null> {
  const reply = await ask({ type: 'settings' }, settingsReply);
  return reply?.type === 'settings' ? reply.settings : null;
}

/** Asks which names are in an article; null if the background cannot be reached. */
export function askForMarks(request: ArticleRequest): Promise<AnnotateReply | null> {
  return ask(request, annotateReply);
}

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
