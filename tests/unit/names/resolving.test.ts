import { describe, expect, test } from 'vitest';
import { annotate } from '#lib/names/index.ts';
import { caucasus } from '../support/caucasus.ts';
import { read, recogniser } from '../support/reading.ts';

const of = (text: string | string[]) => read(caucasus, text);

describe('a short form', () => {
  test('follows the full name, across blocks', () => {
    expect(of(['Sergey Lavrov spoke first.', 'Later Lavrov left.'])).toEqual([
      'Sergey Lavrov -> sergei-lavrov (alias)',
      'Lavrov -> sergei-lavrov (short)',
    ]);
  });

  test('follows a full name that comes only later', () => {
    expect(of(['Lavrov left.', 'Sergei Lavrov is the foreign minister.'])[0]).toBe('Lavrov -> sergei-lavrov (short)');
  });

  test('keeps two people of one surname apart', () => {
    expect(of(['Heydar Aliyev died in 2003. In Azerbaijan Aliyev is honoured.']).at(-1)).toBe('Aliyev -> heydar-aliyev (short)');
    expect(of(['Ilham Aliyev rules Azerbaijan. Aliyev spoke.']).at(-1)).toBe('Aliyev -> ilham-aliyev (short)');
  });

  test('without support is no mark', () => {
    expect(of('The baker Sokolov sold bread.').filter((line) => line.includes('andrei'))).toEqual([]);
  });

  test('with a title and its country is read', () => {
    expect(of('Azeri forces advanced in Azerbaijan, President Aliyev said.')).toContain('Aliyev -> ilham-aliyev (short)');
  });
});

describe('a name is maximal', () => {
  test('another given name is another person', () => {
    const lines = of('Hunter Biden testified. His father is Joe Biden.');
    expect(lines).toContain('Joe Biden -> joe-biden (name)');
    expect(lines.filter((line) => line.includes('Hunter') && line.includes('joe-biden'))).toEqual([]);
    expect(lines.some((line) => line.startsWith('Biden ->'))).toBe(false);
  });

  test('a university is not its town', () => {
    const lines = of('She teaches at Moscow State University.');
    expect(lines).toEqual(['Moscow State University -> "Moscow State University" (article)']);
  });

  test('a title stands outside', () => {
    expect(of('Russian Foreign Minister Sergey Lavrov called.')).toEqual([
      'Russian -> russia (demonym)',
      'Sergey Lavrov -> sergei-lavrov (alias)',
    ]);
  });
});

describe('a name of several', () => {
  test('is the one its company speaks for', () => {
    expect(of('Between Armenia, Azerbaijan and Turkey lies Georgia too.').at(-1)).toBe('Georgia -> georgia (name)');
    expect(
      of('Atlanta is the largest city of the US state; in Atlanta, Georgia, the US votes are counted. The US looks at Georgia.'),
    ).toContain('Georgia -> georgia-us (name)');
  });

  test('offers the others', () => {
    const mention = annotate({ blocks: ['A visit to Georgia.'], day: 20201018 }, caucasus, recogniser)[0];
    expect(mention?.others.map((other) => caucasus.entry(other).id)).toEqual(['georgia-us']);
  });
});

describe('a capital', () => {
  test.each([
    'While Ankara has openly called for talks, nobody came.',
    'Ankara denied the report.',
    "Experts criticised Ankara's support for the war.",
    'Militias loyal to Ankara fought on.',
    'The war led by Ankara went on.',
    'Ankara-backed fighters left.',
  ])('stands for its government: %s', (text) => {
    expect(of(text)).toContain('Ankara -> ankara (metonym)');
  });

  test.each([
    'He was born in Ankara in 1960.',
    'The train to Ankara was late.',
    'Ankara was covered in snow.',
    'Near Ankara two buses crashed.',
  ])('is the town: %s', (text) => {
    expect(of(text)).toContain('Ankara -> ankara (name)');
  });

  test('is read like the one it is joined to', () => {
    expect(of('There is concern in Moscow and Baku about it.')).toEqual(['Moscow -> moscow (metonym)', 'Baku -> baku (metonym)']);
  });

  test('a seat of government is its government unless one stands before it', () => {
    expect(of('This came from the Kremlin.')).toEqual(['Kremlin -> kremlin (metonym)']);
    expect(of('Tourists stood outside the Kremlin.')).toEqual(['Kremlin -> kremlin (name)']);
  });
});
