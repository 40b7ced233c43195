const tags = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements whose text is no prose of the article, whatever is in them. */
const NEVER = tags(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH CANVAS IFRAME OBJECT EMBED VIDEO AUDIO NAV ASIDE FOOTER FORM FIELDSET BUTTON INPUT SELECT TEXTAREA OPTION LABEL DATALIST OUTPUT METER PROGRESS CODE PRE KBD SAMP VAR DIALOG MENU TITLE HEAD MAP RT RP DRAMATIS-CARD',
);

const ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|tablist|tree|form|button|alert|status|log|marquee|timer|textbox|combobox|listbox)$/;

/** Class and id words of what stands around articles: sharing, comments, teasers, adverts. */
const AROUND =
  /(?:^|[\s_-])(?:comments?|disqus|share|sharing|social|related|recommend(?:ed|ations?)?|promo|sponsor(?:ed)?|advert(?:isement)?s?|ad-slot|newsletter|subscribe|subscription|signup|sign-up|cookie|consent|gdpr|paywall|sidebar|breadcrumbs?|pagination|pager|popular|trending|most-read|read-more|readmore|more-stories|outbrain|taboola|teasers?|tags?|taglist|masthead|site-header|site-footer|footer|nav|navbar|menu|widget|toolbar|byline-social|author-bio|copyright|skip-link|visually-hidden|sr-only|screen-reader-text|tooltip|modal|popup|banner|reactions?|polls?|live-ticker|toc|references|reflist|mw-editsection|navbox|metadata|infobox|catlinks|hatnote)(?:$|[\s_-])/i;

/** Words that keep an element in although its class also sounds like what stands around ("article-body--paywall"). */
const INSIDE = /(?:^|[\s_-])(?:article|story|post|entry)[\s_-]?(?:body|content|text)(?:$|[\s_-])|^content$/i;

/** Whether an element and all it holds stays out of the article. */
export function isExcluded(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  if (NEVER.has(tag)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert')) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = element.getAttribute('role');
  if (role !== null && ROLES.test(role)) return true;
  if (tag === 'BODY' || tag === 'MAIN' || tag === 'ARTICLE') return false;
  const style = element.getAttribute('style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return names.length > 1 && names.length < 2000 && AROUND.test(names) && !INSIDE.test(names);
}

const BLOCKS = tags(
  'ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN OL P SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION',
);

/** Whether the element begins a block of text of its own. */
export function isBlockElement(element: Element): boolean {
  return BLOCKS.has(element.tagName.toUpperCase());
}
