import type { ClassWords, Surrounding } from './class-words.ts';

const tags = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements whose text is no prose, whatever is in them. */
const NEVER = tags(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH CANVAS IFRAME OBJECT EMBED VIDEO AUDIO BUTTON INPUT SELECT TEXTAREA OPTION LABEL DATALIST OUTPUT METER PROGRESS TITLE HEAD MAP RT RP DRAMATIS-CARD',
);

/** Elements that stand around articles, unless most of a page stands in them (a form around everything, as ASP.NET makes it). */
const AROUND_TAGS = tags('NAV ASIDE FOOTER FORM FIELDSET DIALOG MENU');
/** The same of the elements of AMP. */
const AMP_AROUND = /^AMP-(?:AD|EMBED|SIDEBAR|CONSENT|STICKY-AD|USER-NOTIFICATION|SOCIAL-SHARE|LIVE-LIST-UPDATE|NEXT-PAGE|ANALYTICS)$/;

const ROLES_AROUND =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|tablist|tree|form|alert|status|log|marquee|timer)$/;
const ROLES_OVER = /^(?:dialog|alertdialog)$/;
const ROLES_NEVER = /^(?:button|textbox|combobox|listbox|slider|spinbutton|switch|checkbox|radio|searchbox)$/;

/**
 * How an element and all it holds stands to the article: `never` in it; `hidden`, `comments`, `firm`, `gallery`, `soft`, `slight`: out of it,
 * the later the more easily pardoned; null where nothing speaks against it.
 */
export type Standing = 'never' | 'hidden' | Surrounding | null;

/** How an element stands to the article by its tag, role, attributes and the words of its class and id. */
export function standingOf(element: Element, tag: string, words: ClassWords): Standing {
  if (NEVER.has(tag)) return 'never';
  // Most paragraphs and inline elements have no attribute to ask for.
  if (!element.hasAttributes()) return AROUND_TAGS.has(tag) ? 'soft' : null;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return 'never';
  const role = element.getAttribute('role');
  if (role !== null && ROLES_NEVER.test(role)) return 'never';
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert')) return 'hidden';
  const style = element.getAttribute('style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return 'hidden';
  if (tag === 'BODY' || tag === 'MAIN') return null;
  if (role !== null && ROLES_AROUND.test(role)) return 'soft';
  if (role !== null && ROLES_OVER.test(role)) return 'firm';
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  const around = words.standing(names);
  if (around === 'firm' || around === 'comments' || around === 'gallery') return around;
  if (AROUND_TAGS.has(tag) || AMP_AROUND.test(tag)) return 'soft';
  if (tag === 'SUP' && /reference|footnote|noprint/i.test(names)) return 'firm';
  return around;
}

const BLOCKS = tags(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION',
);

/** Whether an element begins a block of text of its own. */
export function isBlockTag(tag: string): boolean {
  return BLOCKS.has(tag);
}

const CODE = tags('CODE KBD SAMP VAR TT');

/** Whether an element holds what is written for machines: its words are kept, but no name is looked for in them. */
export function isCodeTag(tag: string): boolean {
  return CODE.has(tag);
}
