import type { FoundBlock } from './blocks.ts';

/** A block this long with few links is prose. */
const PROSE_LENGTH = 80;
const MOST_LINKED = 0.4;
/** How much of a paragraph's weight its ancestors get, from the parent up (after Readability's scheme). */
const SHARES = [1, 0.7, 0.4, 0.25, 0.15];
/** An article without other signs has at least this much prose, in UTF-16 units, in this many blocks. */
const LEAST_PROSE = 700;
const LEAST_BLOCKS = 3;
/** The same for a page that calls itself an article. */
const LEAST_DECLARED = 250;

function isProse(block: FoundBlock): boolean {
  return block.length >= PROSE_LENGTH && block.linked <= MOST_LINKED && /[.!?…。।؟:]["”’»)\]]?\s*$|[,;]\s/.test(block.text.trimEnd());
}

/** The element that holds the article: the ancestor that gathers most prose with least around it. */
function container(blocks: readonly FoundBlock[], root: Element): Element | null {
  const weights = new Map<Element, number>();
  for (const block of blocks) {
    if (!isProse(block)) continue;
    const weight = Math.min(block.length, 800) * (1 - block.linked);
    let ancestor: Element | null = block.element.tagName === 'DIV' ? block.element : block.element.parentElement;
    for (const share of SHARES) {
      if (!ancestor) break;
      weights.set(ancestor, (weights.get(ancestor) ?? 0) + weight * share);
      if (ancestor === root) break;
      ancestor = ancestor.parentElement;
    }
  }
  let best: Element | null = null;
  for (const [element, weight] of weights) if (!best || weight > (weights.get(best) ?? 0)) best = element;
  if (!best) return null;
  return widen(best, blocks, root);
}

/** Goes up while the parent adds prose that is as good: articles cut into sections by adverts. */
function widen(chosen: Element, blocks: readonly FoundBlock[], root: Element): Element {
  const proseIn = (element: Element) =>
    blocks.reduce((sum, block) => (isProse(block) && element.contains(block.element) ? sum + block.length : sum), 0);
  let best = chosen;
  let inside = proseIn(chosen);
  for (let parent = chosen.parentElement, step = 0; parent && step < 5; parent = parent.parentElement, step++) {
    const more = proseIn(parent);
    // Another article beside this one (a list of stories) is not part of it.
    const articles = parent.querySelectorAll('article').length;
    if (articles > 1 && parent !== best) break;
    if (more > inside * 1.15 && more - inside > 200) {
      best = parent;
      inside = more;
    }
    if (parent === root) break;
  }
  return best;
}

/** Whether a page says of itself that it is an article. */
export function declaresArticle(document: Document): boolean {
  const type = document.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  if (/^(?:article|news|blog)/i.test(type)) return true;
  if (document.querySelector('meta[property="article:published_time"], [itemprop="articleBody"], [itemtype*="Article"]')) return true;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    if (
      /"@type"\s*:\s*(?:\[\s*)?"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|OpinionNewsArticle|ReportageNewsArticle)"/.test(
        (script.textContent ?? '').slice(0, 200_000),
      )
    )
      return true;
  }
  return false;
}

/**
 * The blocks of the article among all blocks of a page, in order; empty if the page is none. `force` reads a page that
 * does not look like an article all the same: where it has no prose, all its text that is no list of links.
 */
export function chooseBlocks(blocks: readonly FoundBlock[], root: Element, declared: boolean, force: boolean): FoundBlock[] {
  const chosen = container(blocks, root);
  if (!chosen) return force ? blocks.filter((block) => block.linked <= 0.6) : [];
  const seen = new Set<string>();
  const inside = blocks.filter((block) => {
    if (!chosen.contains(block.element)) return false;
    // Lists of links, teasers, credits.
    if (block.linked > 0.6 || (block.linked > MOST_LINKED && block.length < PROSE_LENGTH)) return false;
    const key = block.text.replace(/\s+/g, ' ').trim();
    if (key.length > 30 && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const prose = inside.filter(isProse);
  const length = prose.reduce((sum, block) => sum + block.length, 0);
  const enough = force
    ? length > 0
    : declared
      ? length >= LEAST_DECLARED
      : length >= LEAST_PROSE && (prose.length >= LEAST_BLOCKS || length >= LEAST_PROSE * 2);
  return enough ? inside : [];
}
