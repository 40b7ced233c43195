import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECK_EVERY, due, moved, parseShelf, type ShelvedPack, withPack } from '#lib/packs/index.ts';
import { packed, packOf } from '../support/packs.ts';

const NOW = 2_000_000_000_000;
const subscribed = (id: string, checked: number): ShelvedPack => ({
  id,
  name: id,
  version: '1',
  licence: 'CC0-1.0',
  entries: 1,
  on: true,
  subscription: { address: 'https://packs.example/a.json', etag: null, checked, problem: null },
});
const byFile = (id: string): ShelvedPack => ({ ...subscribed(id, 0), subscription: null });

describe('the shelf', () => {
  test('puts a new pack first, and a newer version in its old place, as on as it was', () => {
    const shelf = withPack([byFile('a'), { ...byFile('b'), on: false }], packOf([packed('x', 'X Y')], { id: 'c' }), null);
    expect(shelf.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    const newer = withPack(shelf, packOf([], { id: 'b', version: '2.0' }), null);
    expect(newer.map(({ id, version, on }) => [id, version, on])).toEqual([
      ['c', '1.0', true],
      ['a', '1', true],
      ['b', '2.0', false],
    ]);
  });

  test('moves a pack by one, and not over the ends', () => {
    const shelf = ['a', 'b', 'c'].map(byFile);
    const ids = (id: string, by: -1 | 1) => moved(shelf, id, by).map((pack) => pack.id);
    expect(ids('b', -1)).toEqual(['b', 'a', 'c']);
    expect(ids('b', 1)).toEqual(['a', 'c', 'b']);
    expect(ids('a', -1)).toEqual(['a', 'b', 'c']);
    expect(ids('c', 1)).toEqual(['a', 'b', 'c']);
    expect(ids('x', 1)).toEqual(['a', 'b', 'c']);
  });

  test('comes back from a store, and of a damaged store as far as it is whole', () => {
    const shelf = [subscribed('a', 5), byFile('b')];
    expect(parseShelf(JSON.parse(JSON.stringify(shelf)))).toEqual(shelf);
    expect(parseShelf([shelf[0], { id: '../x' }, 7, shelf[1]])).toEqual(shelf);
    fc.assert(fc.property(fc.anything(), (rubbish) => void parseShelf(rubbish)));
  });
});

describe('a subscription', () => {
  test.each([
    ['a day ago', NOW - CHECK_EVERY, true],
    ['a moment less', NOW - CHECK_EVERY + 1, false],
    ['just now', NOW, false],
    ['in a future that was a wrong clock', NOW + CHECK_EVERY, true],
  ])('that was checked %s is due or not', (_, checked, expected) => {
    expect(due([subscribed('a', checked)], NOW).length > 0).toBe(expected);
  });

  test('is what a pack by file has not', () => {
    expect(due([byFile('a')], NOW)).toEqual([]);
  });
});
