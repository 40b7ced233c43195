import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** The bare API, in both browsers; the polyfill would be ten times the gate. */
declare const chrome: {
  runtime: { id?: string; lastError?: unknown; sendMessage(message: unknown, onReply: () => void): void };
};

/**
 * First bytes on every page, so kept under 1 kB: no imports, no framework. Does this look like an article? Then knock at
 * the background, which knows whether the reader may come. Pages that build themselves later are looked at again, and
 * those that swap what they show when something on them is clicked or the reader goes back.
 */
export default defineUnlistedScript(() => {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout>;
  let knocked = false;
  const look = () => {
    const page = document;
    const body = page.querySelector('article,[itemprop=articleBody]');
    let long = body ? 2 : 0;
    // Paragraphs made of line breaks or of boxes inside an article. The text of the whole page would cost too much.
    if (page.querySelectorAll('br').length > 9 || (body?.textContent.length ?? 0) > 1500) long = 4;
    for (const { textContent: text } of page.querySelectorAll('p')) if (long > 3 || (text.length > 120 && ++long > 3)) break;
    knocked = long > 3;
    // After an update or removal of the extension there is nobody to knock at; that a background does not answer is read and dropped.
    if (knocked && chrome.runtime?.id) chrome.runtime.sendMessage({ type: 'knock' }, () => chrome.runtime.lastError);
    else if (!knocked && ++tries < 4) timer = setTimeout(look, 700 * tries);
  };
  const again = () => {
    clearTimeout(timer);
    tries = 0;
    if (!knocked) timer = setTimeout(look, 300);
  };
  if (!/html/.test(document.contentType)) return;
  addEventListener('click', again, true);
  addEventListener('popstate', again);
  look();
});
