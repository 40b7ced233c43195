/** The bare API, in both browsers; the polyfill would be ten times the gate. */
declare const chrome: {
  runtime: { id?: string; lastError?: unknown; sendMessage(message: unknown, onReply: () => void): void };
  /** Chrome's way into closed shadow trees; Firefox has it on elements. */
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
};
declare const navigation: EventTarget | undefined;

/*
 First bytes on every page and in every frame, so kept under 1 kB: no imports, no framework, not even WXT's wrapper. Does this
 look like an article? Then knock at the background, which knows whether the reader may come. Pages that build themselves
 later are looked at again for a quarter of a minute, and those that swap what they show when something on them is clicked or
 they go to another address.
*/
let tries = 0;
let timer: ReturnType<typeof setTimeout>;
let knocked = false;
const look = () => {
  let long = 0;
  let seen = 0;
  const scan = (root: Document | ShadowRoot) => {
    const body = root.querySelector('article,[itemprop=articleBody]');
    if (body && !long) long = 2;
    // Paragraphs made of line breaks or of boxes inside an article. The text of the whole page would cost too much.
    if (root.querySelectorAll('br').length > 9 || (body?.textContent.length ?? 0) > 1500) long = 4;
    for (const { textContent: text } of root.querySelectorAll('p')) if (long > 3 || (text.length > 120 && ++long > 3)) break;
    // What builds its page in shadow trees has few elements before them. Chrome throws at what is no HTML.
    const walker = document.createTreeWalker((root as Document).body ?? root, 1);
    const next = () => walker.nextNode() as (HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) | null;
    for (let element = next(); element && long < 4 && ++seen < 300; element = next()) {
      // Asking is dear: elements of a page's own making, and others that seem empty.
      if (!/-/.test(element.localName) && element.firstElementChild) continue;
      const inner = 'inert' in element && (element.openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot(element));
      if (inner) scan(inner);
    }
  };
  scan(document);
  knocked = long > 3;
  // After an update or removal of the extension there is nobody to knock at; that a background does not answer is read and dropped.
  if (knocked && chrome.runtime?.id) chrome.runtime.sendMessage({ type: 'knock' }, () => chrome.runtime.lastError);
  else if (!knocked && ++tries < 7) timer = setTimeout(look, 700 * tries);
};
const again = () => {
  clearTimeout(timer);
  tries = 0;
  if (!knocked) timer = setTimeout(look, 300);
};
if (/html/.test(document.contentType)) {
  addEventListener('click', again, true);
  addEventListener('popstate', again);
  if (typeof navigation === 'object') navigation.addEventListener('currententrychange', again);
  look();
}
