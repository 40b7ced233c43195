import type { ClassWords, Surrounding } from './class-words.ts';
import { plain } from './plain.ts';
import { AMP_AROUND, AROUND, FORM, NEVER, SUPERSCRIPT, WHOLE } from './tags.ts';

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
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('inert')) return 'hidden';
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
  const around = words.standing(names, id);
  if (around === 'firm' || around === 'comments' || around === 'gallery') return around;
  if ((traits & (AROUND | AMP_AROUND)) !== 0) return 'soft';
  if ((traits & SUPERSCRIPT) !== 0 && /reference|footnote|noprint/i.test(`${names} ${id}`)) return 'firm';
  return around;
}
