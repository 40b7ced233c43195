import * as v from 'valibot';
import type { Article } from '#lib/article/index.ts';

/** What a fixture says of itself in its first comment. */
const factsSchema = v.object({
  imitates: v.string(),
  title: v.string(),
  date: v.nullable(v.string()),
  language: v.string(),
  article: v.boolean(),
});
type ShapeFacts = v.InferOutput<typeof factsSchema>;

/**
 * A page after the shape of a real site. Its body is marked in the markup: `data-body` is the article's text, `data-out` in it is
 * none, `data-title` the heading, `data-maybe` what a careful reader may take or leave (captions, credits).
 */
export interface Shape {
  readonly name: string;
  readonly html: string;
  readonly facts: ShapeFacts;
}

/** A fixture of `shapes/` from its markup. */
export function shapeOf(name: string, html: string): Shape {
  const facts = /<!-- Written for these tests\. (\{.*?\}) -->/.exec(html)?.[1] ?? '';
  return { name, html, facts: v.parse(factsSchema, JSON.parse(facts)) };
}

const wordsOf = (text: string) => text.match(/[぀-ヿ㐀-鿿]|[\p{L}\p{N}]+/gu) ?? [];

/** What a text node is to the article, by the nearest mark around it. */
function roleOf(node: Node): 'body' | 'title' | 'maybe' | 'out' {
  for (let element = node.parentElement; element; element = element.parentElement) {
    if (element.hasAttribute('data-out')) return 'out';
    if (element.hasAttribute('data-maybe')) return 'maybe';
    if (element.hasAttribute('data-title')) return 'title';
    if (element.hasAttribute('data-body')) return 'body';
  }
  return 'out';
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Text that was taken and is none of the article. */
  readonly outside: readonly string[];
  /** Text of the article that was not taken. */
  readonly missed: readonly string[];
}

/** How well an article's words are those of the marked body. */
export function score(document: Document, article: Article | null): Score {
  const taken = new Set<Node>();
  const outside: string[] = [];
  let right = 0;
  let wrong = 0;
  for (const { node } of (article?.blocks ?? []).flatMap(({ runs }) => runs)) {
    taken.add(node);
    const role = roleOf(node);
    const words = wordsOf(node.data).length;
    if (role === 'body') right += words;
    if (role === 'out' && words > 0) {
      wrong += words;
      outside.push(node.data.trim().slice(0, 60));
    }
  }
  let body = 0;
  const missed: string[] = [];
  const visit = (parent: Node) => {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3 && roleOf(child) === 'body') {
        const words = wordsOf(child.textContent ?? '').length;
        body += words;
        if (words > 0 && !taken.has(child)) missed.push((child.textContent ?? '').trim().slice(0, 60));
      } else visit(child);
    }
  };
  visit(document);
  const precision = right + wrong === 0 ? (body === 0 ? 1 : 0) : right / (right + wrong);
  const recall = body === 0 ? 1 : right / body;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), outside, missed };
}
