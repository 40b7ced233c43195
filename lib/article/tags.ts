/** What the names of elements say, as bits of one number: each is looked up once for every element of a page. */

/** Its text is no prose, whatever is in it. */
export const NEVER = 1;
/** Begins a block of text of its own. */
export const BLOCK = 2;
/** Stands around articles, unless most of a page stands in it (a form around everything, as ASP.NET makes it). */
export const AROUND = 4;
/** The same, among the elements of AMP. */
export const AMP_AROUND = 8;
/** A list or table. */
export const GROUP = 16;
export const PREFORMATTED = 32;
export const LINK = 64;
/** Holds what is written for machines: its words are kept, but no name is looked for in them. */
export const CODE = 128;
/** May have a shadow tree. */
export const HOST = 256;
/** Of a page's own making. */
export const CUSTOM = 512;
export const SLOT = 1024;
export const LINE_END = 2048;
export const SUPERSCRIPT = 4096;
export const PARAGRAPH = 8192;
/** Never stands around its own page. */
export const WHOLE = 16384;
/** Its members are asked for by `plain`. */
export const FORM = 1 << 18;
/** Of a heading, its level: 1 to 6 from this bit on. */
const LEVEL = 15;

const KNOWN = new Map<string, number>();

function note(traits: number, names: string): void {
  for (const name of names.split(' ')) KNOWN.set(name, (KNOWN.get(name) ?? 0) | traits);
}

note(
  NEVER,
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH CANVAS IFRAME OBJECT EMBED VIDEO AUDIO BUTTON INPUT SELECT TEXTAREA OPTION LABEL DATALIST OUTPUT METER PROGRESS TITLE HEAD MAP RT RP DRAMATIS-CARD',
);
note(
  BLOCK,
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION',
);
note(AROUND, 'NAV ASIDE FOOTER FORM FIELDSET DIALOG MENU');
note(FORM, 'FORM');
note(GROUP, 'UL OL DL TABLE');
note(CODE, 'CODE KBD SAMP VAR TT');
note(HOST, 'ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN');
note(WHOLE, 'BODY MAIN');
note(PREFORMATTED, 'PRE');
note(LINK, 'A');
note(SLOT, 'SLOT');
note(LINE_END, 'BR');
note(SUPERSCRIPT, 'SUP');
note(PARAGRAPH, 'P');
for (let level = 1; level <= 6; level++) note(level << LEVEL, `H${level}`);

const AMP = /^AMP-(?:AD|EMBED|SIDEBAR|CONSENT|STICKY-AD|USER-NOTIFICATION|SOCIAL-SHARE|LIVE-LIST-UPDATE|NEXT-PAGE|ANALYTICS)$/;
/** Pages may make up as many names as they like. */
const MOST_KNOWN = 2000;

function learn(name: unknown): number {
  // A form with a field of that name.
  if (typeof name !== 'string') return traitsOf('FORM');
  const upper = name.toUpperCase();
  const isCustom = upper.includes('-');
  const traits = (KNOWN.get(upper) ?? 0) | (isCustom ? CUSTOM | HOST : 0) | (isCustom && AMP.test(upper) ? AMP_AROUND : 0);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(name, traits);
  return traits;
}

/** What an element's tag name says, in whatever case it is written. */
export function traitsOf(tagName: string): number {
  return KNOWN.get(tagName) ?? learn(tagName);
}

/** Level of the heading that a tag name makes, 1 to 6; else 0. */
export function levelIn(traits: number): number {
  return (traits >> LEVEL) & 7;
}
