import { describe, expect, test } from 'vitest';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { read } from '../support/reading.ts';

const glossary = await loadGlossary();
const of = (...blocks: string[]) => read(glossary, blocks);

describe('a town that shares its name', () => {
  test('is the one whose state stands behind it, wherever the article names it again', () => {
    const lines = of('She was born in Athens, Georgia, in 1950.', 'In Athens she kept a shop.');
    expect(lines.filter((line) => line.startsWith('Athens'))).toEqual(['Athens -> athens-us (name)', 'Athens -> athens-us (name)']);
    expect(lines).toContain('Georgia -> georgia-us (name)');
  });

  test('is told by a state in short, and by a dateline in capitals', () => {
    expect(of('SPRINGFIELD, Mo. - Ice closed the road on Monday.')).toEqual([
      'SPRINGFIELD -> springfield-us-4409896 (name)',
      'Mo. -> missouri-state (name)',
    ]);
  });

  test('is the famous one where nothing speaks for another', () => {
    expect(of('The minister flew to Paris. He had met bankers from Dallas.')[0]).toBe('Paris -> paris (name)');
  });

  test('is the one among the places around it', () => {
    expect(of('Trains between Durham, Sunderland and Middlesbrough were late. Shops in Darlington shut.')[0]).toBe(
      'Durham -> durham-gb (name)',
    );
    expect(of('A fire in Perth was seen from Dundee and Stirling. Crews came from Glasgow.')[0]).toBe('Perth -> perth-gb (name)');
  });

  test('by the first word of its name is the one that the article names in full', () => {
    expect(of('Roofs lay in the streets of Santiago de Cuba. In Santiago schools were shut.').at(-1)).toBe(
      'Santiago -> santiago-de-cuba-cu (short)',
    );
  });
});

test('a list of states is no place in its state', () => {
  expect(of('Envoys of Lebanon, Georgia and Armenia met.')).toEqual([
    'Lebanon -> lebanon (name)',
    'Georgia -> georgia (name)',
    'Armenia -> armenia (name)',
  ]);
});
