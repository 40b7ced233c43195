import type { ClassWords, Surrounding } from './class-words.ts';
import { plain } from './plain.ts';
import { AMP_AROUND, AROUND, FORM, levelIn, NEVER, PARAGRAPH, SUPERSCRIPT, WHOLE } from './tags.ts';

const ROLES_AROUND =
  /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|tablist|tree|form|alert|status|log|marquee|timer)$/;
const ROLES_OVER = /^(?:dialog|alertdialog)$/;
const ROLES_NEVER = /^(?:button|textbox|combobox|listbox|slider|spinbutton|switch|checkbox|radio|searchbox)$/;

/**
 * How an element and all it holds stands to the article: `never` in it; `hidden`, `comments`, `firm`, `gallery`, `soft`, `slight`: out of it,
 * the later the more easily pardoned; null where nothing speaks against it.
 */
export type Standing = 'never' | 'hidden' | Surrounding | null;

/** Elements with attributes that may say more than a class does: few of a page's. The pictures among them are never read. */
const TELLING = ':is([contenteditable],[role],[hidden],[aria-hidden="true"],[inert],[style]):not(svg)';

/** What a box for signing up to something, or off from it, holds. */
const SIGN_UP = 'input[type="email" i],a[href*="unsubscribe" i]';
/** Longest text of such a box, in UTF-16 units, and how far around the field it reaches. */
const LONGEST_BOX = 500;
const MOST_AROUND = 5;
/** Each is asked for the text around it. */
const MOST_FIELDS = 20;

/** The boxes of a page, or of a shadow tree of it, in which readers give their address. */
export function* signUpsIn(tree: ParentNode): Generator<Element> {
  for (const field of [...tree.querySelectorAll(SIGN_UP)].slice(0, MOST_FIELDS)) {
    let box: Element | null = null;
    let around = field.parentElement;
    for (let step = 0; step < MOST_AROUND && around; step++) {
      const asked: Element = plain(around);
      if ((asked.textContent ?? '').length >= LONGEST_BOX || asked.querySelector('h1')) break;
      box = around;
      around = asked.parentElement;
    }
    if (box) yield box;
  }
}

/** The elements in a page, or in a shadow tree of it, that say by an attribute how they stand to the article. Asked once: each of six questions to every element takes longer. */
export function tellingIn(tree: ParentNode): Iterable<Element> {
  return tree.querySelectorAll(TELLING);
}

/** What an element's own attributes say, but for class and id; undefined where they say nothing. */
function told(element: Element, traits: number): Standing | undefined {
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return 'never';
  const role = element.getAttribute('role');
  if (role !== null && ROLES_NEVER.test(role)) return 'never';
  // What unfolds when it is searched for is text of the page.
  if (
    (element.getAttribute('hidden') ?? 'until-found') !== 'until-found' ||
    element.getAttribute('aria-hidden') === 'true' ||
    element.hasAttribute('inert')
  )
    return 'hidden';
  const style = element.getAttribute('style');
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return 'hidden';
  if (role === null || (traits & WHOLE) !== 0) return undefined;
  if (ROLES_AROUND.test(role)) return 'soft';
  return ROLES_OVER.test(role) ? 'firm' : undefined;
}

/** How an element stands to the article by its tag (`traits`), role, attributes and the words of its class and id. */
export function standingOf(element: Element, traits: number, words: ClassWords, telling: ReadonlySet<Element>): Standing {
  if ((traits & NEVER) !== 0) return 'never';
  // Most paragraphs and inline elements have no attribute to ask for.
  const asked = (traits & FORM) !== 0 ? plain(element) : element;
  if (!asked.hasAttributes()) return (traits & AROUND) !== 0 ? 'soft' : null;
  const said = telling.has(element) ? told(asked, traits) : undefined;
  if (said !== undefined) return said;
  if ((traits & WHOLE) !== 0) return null;
  const { className, id } = asked;
  // An SVG's is an object.
  const names = typeof className === 'string' ? className : (asked.getAttribute('class') ?? '');
  // A heading's id is made of its words ("notes", "share").
  const around = words.standing(names, levelIn(traits) > 0 ? '' : id);
  if (around === 'firm' || around === 'comments' || around === 'gallery') return around;
  if ((traits & (AROUND | AMP_AROUND)) !== 0) return 'soft';
  if ((traits & SUPERSCRIPT) !== 0 && /reference|footnote|noprint/i.test(`${names} ${id}`)) return 'firm';
  // Magazines call each paragraph that their meter may hide "paywall".
  return around === 'soft' && (traits & PARAGRAPH) !== 0 ? null : around;
}
