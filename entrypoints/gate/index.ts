import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** The bare API, in both browsers; the polyfill would be ten times the gate. */
declare const chrome: { runtime: { sendMessage(message: unknown): void } };

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
    let long = page.querySelector('article,[itemprop=articleBody],meta[property="og:type"][content^=article]') ? 2 : 0;
    for (const { textContent: text } of page.querySelectorAll('p')) if (text && text.length > 120 && ++long > 3) break;
    knocked = long > 3 || (page.body?.textContent.length ?? 0) > 4e4;
    if (knocked) chrome.runtime.sendMessage({ type: 'knock' });
    else if (++tries < 4) timer = setTimeout(look, 700 * tries);
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
