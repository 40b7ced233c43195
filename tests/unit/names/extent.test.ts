import { expect, test } from 'vitest';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { read } from '../support/reading.ts';

const glossary = await loadGlossary();
const of = (text: string) => read(glossary, text);

test.each([
  ['Shells fell on Kandahar province in Afghanistan.', 'Kandahar -> kandahar-region-af (alias)'],
  ['Two Mi-8 helicopters flew low over the ridge.', 'Mi-8 -> mi-8 (alias)'],
  ["They met in Côte d'Ivoire on Monday.", "Côte d'Ivoire -> ivory-coast (alias)"],
])('a common noun that tells which is meant stands outside the name: %s', (text, expected) => {
  expect(of(text)).toContain(expected);
});

test.each([
  ['The Syrian Government said no.', 'Syrian Government -> government-of-syria (alias)'],
  ['A paper of the UK Government was leaked.', 'UK Government -> government-of-united-kingdom (alias)'],
])('a government with a capital is a name: %s', (text, expected) => {
  expect(of(text)).toContain(expected);
});

test('a government in small letters is no name', () => {
  expect(of('The Syrian government said no.')).toEqual(['Syrian -> syria (demonym)']);
});

test('a coalition of which the article never says which is left unmarked, and one that it names is followed', () => {
  expect(of('On Monday Coalition aircraft struck a bridge. The Coalition said so.')).toEqual([]);
  expect(of('The Northern Rivers Coalition met in Lima. The Coalition said it would build a dam.').at(-1)).toBe(
    'Coalition -> "Northern Rivers Coalition" (article)',
  );
});

test('coordinates are no name', () => {
  expect(of('The mosque stands in a suburb. Coordinates: 59°10′25″N 18°10′05″E / 59.173616°N 18.167988°E.')).toEqual([]);
});

test.each([
  ['The Global Coalition to Counter ISIL met in Rome.', 'Global Coalition to Counter ISIL -> global-coalition-against-daesh (alias)'],
  ['They fled the Islamic State of Iraq and Levant.', 'Islamic State of Iraq and Levant -> islamic-state (alias)'],
  ['The United States Treasury Department said so.', 'United States Treasury Department -> ministry-of-finance-of-united-states (alias)'],
])('a body is one name, whatever others are in it: %s', (text, expected) => {
  expect(of(text)).toContain(expected);
});
