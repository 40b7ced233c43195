import { parentOf, plain } from '#lib/article/index.ts';

/** Whether an element's text is drawn, or will be once it is unfolded. One without a box of its own (`display: contents`) is seen where its parent is. */
export function isVisible(element: Element): boolean {
  if (plain(element).checkVisibility({ visibilityProperty: true }) || plain(element).closest('[hidden="until-found"]')) return true;
  const { display, visibility } = getComputedStyle(element);
  const parent = display === 'contents' && visibility === 'visible' ? parentOf(element) : null;
  return parent !== null && isVisible(parent);
}
