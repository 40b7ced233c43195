import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { api } from '../api/page-api.ts';
import { fetchHand } from './fetch-hand.ts';
import { clearLeftovers } from './leftovers.ts';
import { startReader } from './start-reader.ts';

/**
 * Comes only to articles, sent by the background after the gate knocked. Not a content script of WXT's: those tell each other
 * of their start by an event on the document, which a page could hear, and send to stop the reader.
 */
export default defineUnlistedScript(() => {
  const scope = globalThis as { dramatisReads?: unknown };
  // An element of the page may go by the name.
  if (scope.dramatisReads === true) return;
  scope.dramatisReads = true;
  const isCutOff = () => {
    try {
      return !api.runtime?.id;
    } catch {
      return true;
    }
  };
  clearLeftovers();
  const read = () => {
    const end = new AbortController();
    const { signal } = end;
    // After an update or removal of the extension this script is cut off: the first to notice takes the marks away.
    const look = () => isCutOff() && end.abort();
    addEventListener('pointerover', look, { signal, capture: true, passive: true });
    addEventListener('keydown', look, { signal, capture: true, passive: true });
    addEventListener('visibilitychange', look, { signal });
    const onRewritten = () => {
      end.abort();
      if (!isCutOff()) read();
    };
    startReader(signal, fetchHand, onRewritten).catch((error: unknown) => {
      if (!isCutOff()) console.warn('dramatis: this page could not be read:', error);
    });
  };
  read();
});
