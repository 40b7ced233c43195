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
const BOXES = 'count((//div|//dd|//td)/text()[string-length()>120])';
const page = document;
let tries = 0;
let timer: ReturnType<typeof setTimeout>;
let knocked = false;
const look = () => {
  let long = 0;
  let seen = 0;
  let read = 0;
  // What is rare is looked for in one look of three, and shadow trees in the others: no look is to take long.
  const rare = tries % 3 === 1;
  const scan = (root: Document | ShadowRoot) => {
    // One selector at a time: a list of two takes Chromium four times as long as both.
    const all = (selector: string) => root.querySelectorAll(selector);
    const body = all('article')[0] ?? (rare && all('[itemprop=articleBody]')[0]);
    // Paragraphs made of line breaks or of boxes inside an article. The text of the whole page would cost too much.
    if (body) long = body.textContent.length > 1500 ? 4 : long || 2;
    if (all('br')[9]) long = 4;
    // Standards and lists of comments have paragraphs by the ten thousand.
    for (const paragraph of all(rare ? 'p,pre' : 'p')) {
      if (long > 3 || ++read > 3e3) break;
      const { length } = paragraph.textContent;
      // A very long one is worth several.
      if (length > 120) long += (length / 400 + 1) | 0;
    }
    // What builds its page in shadow trees has few elements before them. Chrome throws at what is no HTML.
    const walker = page.createTreeWalker((root as Document).body ?? root, 1);
    let element: (HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) | null;
    // biome-ignore lint/suspicious/noAssignInExpressions: every letter counts here.
    while (long < 4 && !rare && ++seen < 300 && (element = walker.nextNode() as typeof element)) {
      // Asking is dear: elements of a page's own making, and others that seem empty.
      // A form's field may go by the name `textContent`.
      const mayHost = /-/.test(element.localName) || !(element.firstElementChild || `${element.textContent}`.trim());
      const inner =
        mayHost &&
        'inert' in element &&
        // One way for each browser: null in the one would lead to the other.
        (import.meta.env.FIREFOX ? element.openOrClosedShadowRoot : chrome.dom?.openOrClosedShadowRoot(element));
      if (inner) scan(inner);
    }
  };
  scan(page);
  // Posts and minutes stand in other elements. The browser's own loop is the quickest.
  if (long < 4 && rare) long += page.evaluate(BOXES, page).numberValue;
  knocked = long > 3;
  if (knocked) {
    // Asked for here alone: the first mention of the API takes Firefox 6 to 20 ms.
    const { runtime } = chrome;
    // After an update or removal of the extension there is nobody to knock at; that a background does not answer is read and dropped.
    runtime?.id && runtime.sendMessage({ type: 'knock' }, () => runtime.lastError);
  } else if (++tries < 7) timer = setTimeout(look, 700 * tries);
};
const again = () => {
  clearTimeout(timer);
  tries = 0;
  if (!knocked) timer = setTimeout(look, 300);
};
// HTML, XHTML and plain text: no picture, no feed.
if (/ht|ai/.test(page.contentType)) {
  addEventListener('click', again, true);
  addEventListener('popstate', again);
  // An element of the page may go by the name where the browser has nothing of it.
  (self as { navigation?: Partial<EventTarget> }).navigation?.addEventListener?.('currententrychange', again);
  look();
}
