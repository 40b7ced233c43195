import { expect, test } from 'vitest';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { scoreIntroductions } from '../../evaluate/introductions.ts';
import { ours, readOwnArticles, scoreOwn } from '../../evaluate/own-articles.ts';
import { scorePlaces } from '../../evaluate/places.ts';
import { recogniser } from '../support/reading.ts';

/** A little below what was measured when the model was made (lib/training/MODEL.md): less is a step back. */
const FLOORS = { strict: 0.905, typed: 0.835, falseMarks: 2.5 };

test('names in articles that were not trained on are found as well as when the model was made', { timeout: 120_000 }, async () => {
  const texts = await readOwnArticles();
  const score = scoreOwn(texts, ours(await loadGlossary(), recogniser));
  expect(score.words).toBeGreaterThan(5000);
  expect(score.strict).toBeGreaterThan(FLOORS.strict);
  expect(score.typed).toBeGreaterThan(FLOORS.typed);
  expect(score.falseMarks).toBeLessThan(FLOORS.falseMarks);
});

test('persons whom an article introduces are introduced, and by nothing wrong', { timeout: 120_000 }, async () => {
  const { introduced, found, right } = await scoreIntroductions(await loadGlossary(), recogniser, 'own');
  expect(introduced).toBeGreaterThan(70);
  expect(found).toBeGreaterThan(0.9);
  expect(right).toBeGreaterThan(0.95);
});

test('towns that share their names are taken for the right ones', { timeout: 120_000 }, async () => {
  const { places, found, right } = await scorePlaces(await loadGlossary(), recogniser);
  expect(places).toBeGreaterThan(250);
  expect(found).toBeGreaterThan(0.95);
  expect(right).toBeGreaterThan(0.94);
});

test.each(['styles', 'press'] as const)('so are persons of articles in other styles (%s)', { timeout: 120_000 }, async (set) => {
  const { introduced, found, right } = await scoreIntroductions(await loadGlossary(), recogniser, set);
  expect(introduced).toBeGreaterThan(80);
  expect(found).toBeGreaterThan(0.9);
  expect(right).toBeGreaterThan(0.95);
});
