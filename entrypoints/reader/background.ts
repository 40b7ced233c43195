import type { GenericSchema } from 'valibot';
import { REPLY_LIMIT } from '#lib/page/index.ts';
import {
  type AnnotateReply,
  type ArticleRequest,
  annotateReply,
  parseMessage,
  type ReaderSettings,
  type Request,
  settingsReply,
} from '#lib/protocol/index.ts';
import { api } from '../api/page-api.ts';

/** Asks the background; null where it gives no answer in time, or none that is expected. */
export async function ask<T>(request: Request, schema: GenericSchema<unknown, T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, REPLY_LIMIT, null);
  });
  try {
    return parseMessage(schema, await Promise.race([api.runtime.sendMessage(request), limit]));
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
    await api.runtime.sendMessage(request);
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
