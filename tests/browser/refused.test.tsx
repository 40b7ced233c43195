import { render } from 'preact';
import { expect, test } from 'vitest';
import { Refused } from '#components/glossary/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { parsePack } from '#lib/packs/index.ts';
import { wordsOf } from '#lib/words/index.ts';
import french from '../../public/_locales/fr/messages.json';

test('a pack is refused in the reader’s language, and in English where a reason is rare', () => {
  const text = JSON.stringify({
    format: 'dramatis-pack/1',
    id: 'a',
    name: 'A',
    version: '1',
    licence: 'CC0-1.0',
    entries: [
      { id: 'b', kind: 'place', name: '<i>B</i>', lat: 4 },
      { id: 'c', kind: 'place', name: 'C', lat: 91, lon: 0 },
    ],
  });
  const parsed = parsePack(text);
  if (parsed.type === 'pack') throw new Error('was taken');
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <WordsContext value={wordsOf(french)}>
      <Refused refusals={parsed.refusals} />
    </WordsContext>,
    root,
  );
  const items = [...root.querySelectorAll('li')];
  expect(items[0]?.textContent).toContain('entries.0.name doit être une seule ligne, sans balises');
  expect(items[0]?.querySelector('[lang=en]')).toBeNull();
  expect(items.at(-1)?.querySelector('[lang=en]')?.textContent).toBe('must be within ±90');
  root.remove();
});
