import { describe, expect, test } from 'vitest';
import { extractArticle } from '#lib/article/index.ts';
import { dayToIso } from '#lib/chronicle/index.ts';
import { score } from '../support/score.ts';
import { documentOf, readShapes } from '../support/shape.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const shapes = readShapes();
const read = (document: Document) => extractArticle(document, { address: 'https://www.example.com/story', now: NOW });

describe('a page after the shape of real sites', () => {
  test('there are enough of them', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(119);
  });

  test.each(shapes.filter(({ facts }) => facts.article).map((shape) => [shape.name, shape] as const))('%s', (_name, shape) => {
    const document = documentOf(shape);
    const before = document.toString();
    const article = read(document);
    const { f1, outside, missed } = score(document, article);
    expect({ outside, missed }, `F1 ${f1.toFixed(3)}`).toEqual({ outside: [], missed: [] });
    expect(f1).toBeGreaterThanOrEqual(0.93);
    expect(article?.title).toBe(shape.facts.title);
    expect(article?.date ? dayToIso(article.date.day) : null).toBe(shape.facts.date);
    expect(article?.language).toBe(shape.facts.language);
    expect(document.toString()).toBe(before);
  });

  test.each(shapes.filter(({ facts }) => !facts.article).map((shape) => [shape.name, shape] as const))(
    '%s is no article',
    (_name, shape) => {
      expect(read(documentOf(shape))).toBeNull();
    },
  );
});
