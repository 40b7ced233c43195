/** The bare API, in both browsers; the polyfill would be ten times the gate. */
declare const chrome: {
  runtime: { id?: string; lastError?: unknown; sendMessage(message: unknown, onReply: () => void): void };
  /** Chrome's way into closed shadow trees; Firefox has it on elements. */
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
};

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
    // Paragraphs made of line breaks or of boxes inside an article. The text of the whole page would cost too much.
    if (body) long = body.textContent.length > 1500 ? 4 : long || 2;
    if (root.querySelectorAll('br')[9]) long = 4;
    for (const paragraph of root.querySelectorAll('p')) if (long < 4 && paragraph.textContent.length > 120) long++;
    // Posts, minutes and letters have their paragraphs in other elements, and begin with their text.
    let boxes = 600;
    for (const { firstChild: first } of root.querySelectorAll<HTMLElement & { firstChild: Text | null }>('div,pre,dd,td'))
      if (long > 3 || !--boxes) break;
      else if (first && first.length > 120) long += first.length / 200;
    // What builds its page in shadow trees has few elements before them. Chrome throws at what is no HTML.
    const walker = document.createTreeWalker((root as Document).body ?? root, 1);
    const next = () => walker.nextNode() as (HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) | null;
    for (let element = next(); element && long < 4 && ++seen < 300; element = next()) {
      // Asking is dear: elements of a page's own making, and others that seem empty.
      const mayHost = /-/.test(element.localName) || !element.firstElementChild;
      const inner = mayHost && 'inert' in element && (element.openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot(element));
      if (inner) scan(inner);
    }
  };
  scan(document);
  knocked = long > 3;
  // After an update or removal of the extension there is nobody to knock at; that a background does not answer is read and dropped.
  if (knocked) chrome.runtime?.id && chrome.runtime.sendMessage({ type: 'knock' }, () => chrome.runtime.lastError);
  else if (++tries < 7) timer = setTimeout(look, 700 * tries);
};
const again = () => {
  clearTimeout(timer);
  tries = 0;
  if (!knocked) timer = setTimeout(look, 300);
};
if (/html/.test(document.contentType)) {
  addEventListener('click', again, true);
  addEventListener('popstate', again);
  // An element of the page may go by the name where the browser has nothing of it.
  (self as { navigation?: Partial<EventTarget> }).navigation?.addEventListener?.('currententrychange', again);
  look();
}
