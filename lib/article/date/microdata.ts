/** Whether microdata belongs to an item that is no article: to a video, a list of other stories. */
export function isOfOther(element: Element): boolean {
  const type = element.closest('[itemscope]')?.getAttribute('itemtype');
  return !!type && !/(?:Article|Posting|Report|NewsItem|Review|Page|CreativeWork|Recipe|Blog)\/?$/i.test(type);
}
