import { forInner, type PageRequest, type PageState, pageRequestSchema, parseMessage } from '#lib/protocol/index.ts';
import { api } from '../api/page-api.ts';

/**
 * Carries out what the background and the popup ask of this page, and answers how it stands then. A frame without an article leaves
 * to others what is meant for frames with one.
 */
export function answerRequests(obey: (request: PageRequest) => Promise<void>, standing: () => PageState, signal: AbortSignal): void {
  const answer = (message: unknown, sender: { id?: string }, sendResponse: (reply: PageState) => void): true | undefined => {
    const request = sender.id === api.runtime.id ? parseMessage(pageRequestSchema, message) : null;
    if (!request || (parseMessage(forInner, message) && (window === top || standing().state !== 'marked'))) return undefined;
    obey(request)
      .catch((error: unknown) => console.warn(`dramatis: ${request.type} failed:`, error))
      .then(() => sendResponse(standing()));
    return true;
  };
  api.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => {
    try {
      api.runtime.onMessage.removeListener(answer);
    } catch {
      // Cut off from the extension: there is nobody left to listen to.
    }
  });
}
