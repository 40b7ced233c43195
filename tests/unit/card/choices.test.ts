import { describe, expect, test } from 'vitest';
import { type Choice, chosen, strangerKey } from '#lib/card/index.ts';
import { annotate } from '#lib/names/index.ts';
import { caucasus } from '../support/caucasus.ts';
import { recogniser } from '../support/reading.ts';

const TEXT = [
  'Georgia and Azerbaijan signed a treaty. Georgian officials were glad; in Baku nobody spoke of it.',
  'US military analyst Rob Lee told reporters that Georgia had little choice. Lee has written about Georgia since 2008.',
];
const mentions = annotate({ blocks: TEXT, day: 20201018 }, caucasus, recogniser);
const names = (choices: readonly Choice[]) =>
  chosen(mentions, choices, caucasus).map((mention) =>
    mention === null ? '-' : mention.entry === null ? mention.bearer : caucasus.entry(mention.entry).id,
  );

describe('what the reader chose', () => {
  test('changes nothing where there is nothing', () => {
    expect(names([])).toEqual(mentions.map((mention) => (mention.entry === null ? mention.bearer : caucasus.entry(mention.entry).id)));
    expect(names([{ from: 'no-such-entry', to: null }])).toEqual(names([]));
  });

  test('hides every mention of an entry, each keeping its number', () => {
    const hidden = names([{ from: 'georgia', to: null }]);
    expect(hidden).toHaveLength(mentions.length);
    expect(hidden).not.toContain('georgia');
    expect(hidden.filter((name) => name === '-')).toHaveLength(names([]).filter((name) => name === 'georgia').length);
    expect(hidden).toContain('azerbaijan');
  });

  test('hides a name that only the article knows, by its folded form', () => {
    expect(strangerKey('Rob Lée')).toBe('=rob lee');
    expect(names([])).toContain('Rob Lee');
    expect(names([{ from: '=rob lee', to: null }])).not.toContain('Rob Lee');
  });

  test('gives another entry where the form can mean it, and leaves its adjective alone', () => {
    const read = chosen(mentions, [{ from: 'georgia', to: 'georgia-us' }], caucasus);
    const ids = read.map((mention) => mention?.entry != null && caucasus.entry(mention.entry).id);
    expect(ids.filter((id) => id === 'georgia-us')).toHaveLength(3);
    // "Georgian" cannot mean the American state here.
    expect(ids.filter((id) => id === 'georgia')).toHaveLength(1);
    const changed = read.find((_, at) => ids[at] === 'georgia-us');
    expect(changed).toMatchObject({ confidence: 1 });
    expect(changed?.others).toContain(caucasus.numberOf('georgia'));
  });
});
