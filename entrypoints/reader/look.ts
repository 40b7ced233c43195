import { type Article, extractInSteps, plain } from '#lib/article/index.ts';
import { canMark, LOOK_SLICE } from '#lib/page/index.ts';
import { type ArticleRequest, LONGEST_ARTICLE, MOST_BLOCKS, type PageState } from '#lib/protocol/index.ts';
import { treeOf } from './trees.ts';
import { isVisible } from './visible.ts';

/** What a look at the page gave. */
export type Found =
  | { readonly type: 'article'; readonly article: Article; readonly request: ArticleRequest; readonly trees: readonly ShadowRoot[] }
  | { readonly type: 'nothing'; readonly state: PageState['state']; readonly trees: readonly ShadowRoot[] };

export interface LookOptions {
  /** Takes what text there is, in whatever language. */
  readonly anyway?: boolean;
  /** Somebody waits for it: then the page gets its turn in between, but is not waited for until it is idle. */
  readonly soon: boolean;
  /** Whether an article that stands after the page's own is read with it. */
  readonly isFurther: (element: Element) => boolean;
  /** Told the milliseconds of each slice. */
  readonly onSlice?: (time: number) => void;
}

/** Looks for an article that can be marked, in slices: a long page keeps nobody from scrolling it. */
export async function look({ anyway = false, soon, isFurther, onSlice }: LookOptions): Promise<Found> {
  const trees: ShadowRoot[] = [];
  if (!canMark()) return { type: 'nothing', state: 'no-highlights', trees };
  const open = (element: Element) => {
    const tree = treeOf(element);
    if (tree) trees.push(tree);
    return tree;
  };
  const isRead = (language: string | null) => anyway || language === null || language === 'en';
  const steps = extractInSteps(document, {
    address: location.href,
    now: new Date(),
    isVisible,
    force: anyway,
    treeOf: open,
    isFurther,
    isRead,
  });
  for (;;) {
    const began = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - began < LOOK_SLICE) step = steps.next();
    const found = step.done ? judged(step.value, isRead, trees) : null;
    onSlice?.(performance.now() - began);
    if (found) return found;
    await (soon ? pageTurn() : idle());
  }
}

function judged(article: Article | null, isRead: (language: string | null) => boolean, trees: readonly ShadowRoot[]): Found {
  if (!article) return { type: 'nothing', state: 'no-article', trees };
  if (!isRead(article.language)) return { type: 'nothing', state: 'language', trees };
  return { type: 'article', article, request: requestFor(article), trees };
}

/** Whether two articles read the same: their nodes may differ. */
export function sameText(a: ArticleRequest, b: ArticleRequest): boolean {
  return (
    JSON.stringify([a.day, a.parts]) === JSON.stringify([b.day, b.parts]) &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every((text, at) => text === b.blocks[at])
  );
}

/** How long a frame of the page is waited for, in milliseconds, where it may be that none is drawn. */
const NO_FRAME = 100;

/**
 * Once the page is drawn, or has loaded where nobody sees it. While its sheets are on their way Firefox says that nothing on it is seen,
 * and what they hide seems to be text. A frame that has loaded may have no boxes yet: Chromium makes none until the page around shows it.
 * Our own sheet has just come, and the browser goes through the whole page for it: asked before it has, it would do so in our time.
 */
export const drawn = () =>
  new Promise<void>((resolve) => {
    let isDrawn = false;
    const root = plain(document.documentElement);
    const go = () => {
      isDrawn = true;
      resolve();
    };
    // Told behind a frame, not in it.
    const watch = new IntersectionObserver(() => {
      watch.disconnect();
      if (root.checkVisibility()) go();
      else requestAnimationFrame(go);
    });
    watch.observe(root);
    const loaded = () => setTimeout(() => (isDrawn || root.checkVisibility()) && resolve(), NO_FRAME);
    if (document.readyState === 'complete') loaded();
    else addEventListener('load', loaded, { once: true });
  });
/** After whatever the page has to do now. */
export const pageTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 300 }));

function requestFor(article: Article): ArticleRequest {
  const blocks: string[] = [];
  let length = 0;
  for (const { text } of article.blocks) {
    length += text.length;
    if (length > LONGEST_ARTICLE || blocks.length === MOST_BLOCKS) break;
    blocks.push(text);
  }
  return {
    type: 'annotate',
    page: crypto.randomUUID?.() ?? `${Date.now()}-${performance.now()}`,
    blocks,
    day: article.date?.day ?? null,
    parts: article.parts.filter(({ from }) => from < blocks.length),
    choices: [],
  };
}
