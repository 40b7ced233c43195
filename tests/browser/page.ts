import type { ArticleBlock } from '#lib/article/index.ts';
import { extractArticle } from '#lib/article/index.ts';
import { isVisible } from '../../entrypoints/reader/visible.ts';

/** Puts a body into the test's page and gives it back. */
export function show(html: string): HTMLElement {
  document.body.replaceChildren(document.createRange().createContextualFragment(html));
  document.body.style.cssText = 'margin: 20px; width: 600px; font: 20px/30px monospace';
  return document.body;
}

/** One block over all text nodes of an element. */
export function blockOf(element: Element): ArticleBlock {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const runs: { node: Text; start: number; end: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    runs.push({ node, start: text.length, end: text.length + node.data.length });
    text += node.data;
  }
  return { text, runs, element };
}

export function elementOf(selector: string): HTMLElement {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`nothing at ${selector}`);
  return found;
}

export function read() {
  return extractArticle(document, {
    address: 'https://news.example/',
    now: new Date('2026-01-15T12:00:00Z'),
    isVisible,
  });
}
