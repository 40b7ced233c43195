import { LONGEST_PACK, type Pack, type Problem, packAddress, parsePack, wordRefusal } from '#lib/packs/index.ts';

/** Milliseconds until an address must have answered in full. */
const TIME_LIMIT = 10_000;
/** Bytes read at most: every character of the longest pack may take four. */
const SIZE_LIMIT = LONGEST_PACK * 4;
const TYPES = /^(?:application\/(?:[a-z.+-]+\+)?json|text\/(?:plain|json))\s*(?:;|$)/i;

export type Fetched =
  | { readonly type: 'pack'; readonly pack: Pack; readonly etag: string | null }
  | { readonly type: 'unchanged' }
  | { readonly type: 'problem'; readonly code: Problem; readonly detail: string };

const problem = (code: Problem, detail = ''): Fetched => ({ type: 'problem', code, detail });

/**
 * Fetches a pack. Nothing of the reader goes along: no cookies, no referrer. What the policy of the extension's pages does
 * not let through (a redirect to http) is not asked for at all. Never throws.
 */
export async function fetchPack(address: string, etag: string | null): Promise<Fetched> {
  const url = packAddress(address);
  if (!(url instanceof URL)) return problem('insecure');
  const limit = AbortSignal.timeout(TIME_LIMIT);
  try {
    const reply = await fetch(url, {
      headers: { accept: 'application/json', ...(etag !== null && { 'if-none-match': etag }) },
      signal: limit,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
    });
    if (reply.url !== '' && !(packAddress(reply.url) instanceof URL)) return problem('insecure');
    if (reply.status === 304 && etag !== null) return { type: 'unchanged' };
    if (reply.status !== 200) return problem('status', String(reply.status));
    const type = reply.headers.get('content-type') ?? '';
    if (!TYPES.test(type)) return problem('type', type.slice(0, 80));
    const text = await readText(reply);
    if (text === null) return problem('huge');
    const parsed = parsePack(text);
    if (parsed.type === 'refused') return problem('refused', parsed.refusals.slice(0, 3).map(wordRefusal).join('; '));
    return { type: 'pack', pack: parsed.pack, etag: reply.headers.get('etag')?.slice(0, 200) ?? null };
  } catch (error) {
    return limit.aborted ? problem('slow') : problem('unreachable', error instanceof Error ? error.message.slice(0, 200) : '');
  }
}

/** The text of a reply, or null where it is longer than a pack may be; no more than that is read. */
async function readText(reply: Response): Promise<string | null> {
  const stated = Number(reply.headers.get('content-length'));
  if (stated > SIZE_LIMIT) {
    await reply.body?.cancel();
    return null;
  }
  const reader = reply.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > SIZE_LIMIT) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
