import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DamagedGlossary, type Entry, Glossary } from '#lib/glossary/index.ts';
import { pack } from '#lib/glossary/packed/pack.ts';
import { compileText, glossaryOf, person, place } from '../support/glossary.ts';

const TEXT = [
  place('baku', 'Baku', 'city', 'AZ', 'aliases: [Bakı]', 'standsFor: government-of-azerbaijan', 'lat: 40.4', 'lon: 49.9'),
  place('azerbaijan', 'Azerbaijan', 'country', 'AZ', 'demonyms: [Azerbaijani, Azeri]'),
  person(
    'ilham-aliyev',
    'Ilham Aliyev',
    'country: AZ',
    'roles:',
    '  - 2003-10-31 .. | President of Azerbaijan | azerbaijan | head-of-state',
  ),
].join('');

const EMPTY: Entry = {
  id: '',
  kind: 'place',
  name: '',
  aliases: [],
  weak: [],
  demonyms: [],
  summary: 'A place.',
  country: [],
  roles: [],
  status: [],
  holders: [],
  links: [],
  inverse: [],
  renown: 2,
  sources: ['editor'],
};

describe('a packed glossary', () => {
  const glossary = glossaryOf(TEXT);

  test('gives back what was written, and what follows from it', () => {
    expect(glossary.byId('baku')).toMatchObject({ name: 'Baku', aliases: ['Bakı'], lat: 40.4, standsFor: 'government-of-azerbaijan' });
    expect(glossary.byId('azerbaijan')?.holders).toEqual([
      { person: 'ilham-aliyev', name: 'Ilham Aliyev', title: 'President of Azerbaijan', office: 'head-of-state', from: '2003-10-31' },
    ]);
    expect(glossary.byId('ministry-of-defence-of-azerbaijan')?.name).toBe('Ministry of Defence of Azerbaijan');
    expect(glossary.byId('france')?.country).toEqual(['FR']);
    expect(glossary.byId('nobody')).toBeNull();
  });

  test('answers all readings of a form, whatever its diacritics', () => {
    expect(glossary.readings('Bakı').map(({ posting }) => glossary.entry(posting.entry).id)).toEqual(['baku']);
    expect(glossary.readings('BAKI').length).toBe(1);
    expect(glossary.readings('Aliyev').map(({ posting }) => [posting.via, posting.weak])).toEqual([['short', true]]);
    expect(glossary.readings('')).toEqual([]);
    expect(glossary.readings('Nowhere at all')).toEqual([]);
  });

  test('keeps every case rule and every reading, the rare ones too', () => {
    const word = fc.constantFrom('ab', 'Ab', 'AB');
    const names = fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
      {
        minLength: 40,
        maxLength: 120,
      },
    );
    fc.assert(
      fc.property(names, (texts) => {
        const entries = texts.map((name, number) => ({ ...EMPTY, id: `entry-${number}`, name }));
        const forms = texts.map((text, entry) => ({ text, via: 'alias', weak: entry % 2 === 0, word: entry % 3 === 0, entry }) as const);
        const packed = pack(entries, forms);
        const read = new Glossary(packed.index, packed.entries);
        texts.forEach((text, number) => {
          expect(read.numberOf(`entry-${number}`)).toBe(number);
          const posting = read.readings(text).find((reading) => reading.posting.entry === number)?.posting;
          const bits = (of: RegExp) => text.split(' ').reduce((sum, one, at) => sum | (of.test(one) ? 1 << at : 0), 0);
          expect(posting).toEqual({
            entry: number,
            via: 'alias',
            weak: number % 2 === 0,
            word: number % 3 === 0,
            capitals: bits(/^A/),
            acronyms: bits(/^AB/),
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  test('gives back places to a thousandth of a degree, countries and titles', () => {
    const entry: Entry = {
      ...EMPTY,
      id: 'bosphorus-bridge',
      name: 'Bosphorus Bridge',
      lat: 41.045,
      lon: -0.034,
      country: ['TR', 'GR', 'BG'],
      wikipedia: 'Bosphorus_Bridge',
      population: 1,
    };
    const plain: Entry = { ...EMPTY, id: 'izmit-tr', name: 'İzmit', country: ['TR'], wikipedia: 'Izmit', sources: ['geonames'] };
    const packed = pack([plain, entry], []);
    const read = new Glossary(packed.index, packed.entries);
    expect(read.entry(0)).toEqual(plain);
    expect(read.entry(1)).toEqual(entry);
    expect(read.index.place(0)).toBeNull();
  });

  test('is the same, byte for byte, from the same sources', () => {
    const once = compileText(TEXT);
    const again = compileText(TEXT);
    expect(new Uint8Array(once.index)).toEqual(new Uint8Array(again.index));
    expect(new Uint8Array(once.packedEntries)).toEqual(new Uint8Array(again.packedEntries));
  });
});

describe('a damaged file', () => {
  const { index, packedEntries } = compileText(TEXT);

  test('cut short is told', () => {
    for (const length of [0, 3, 16, 32, 36, index.byteLength - 4])
      expect(() => new Glossary(index.slice(0, length), packedEntries)).toThrow(DamagedGlossary);
    for (const length of [0, 16, 64, packedEntries.byteLength - 400])
      expect(() => new Glossary(index, packedEntries.slice(0, length))).toThrow(DamagedGlossary);
  });

  test('of another build is told', () => {
    const other = compileText(place('ganja', 'Ganja', 'city', 'AZ'));
    expect(() => new Glossary(index, other.packedEntries)).toThrow(/different builds/);
  });

  test('with flipped bytes gives an answer or says that it is damaged; it never hangs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (flips, inIndex) => {
          const broken = (inIndex ? index : packedEntries).slice(0);
          const bytes = new Uint8Array(broken);
          for (const [at, mask] of flips) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask;
          try {
            const glossary = new Glossary(inIndex ? broken : index, inIndex ? packedEntries : broken);
            for (const { posting } of glossary.readings('Baku')) glossary.entry(posting.entry);
            glossary.byId('baku');
          } catch (error) {
            expect(error instanceof DamagedGlossary || error instanceof RangeError).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a bracket that tells namesakes apart is for editors: readers see the bare name, which is a weak form', () => {
  const glossary = glossaryOf(
    person('ben-johnson-sprinter', 'Ben Johnson (sprinter)', 'country: CA') + person('ben-johnson', 'Ben Johnson', 'country: US'),
  );
  expect(glossary.byId('ben-johnson-sprinter')?.name).toBe('Ben Johnson');
  const readings = glossary.readings('Ben Johnson').map(({ posting }) => [glossary.entry(posting.entry).id, posting.weak]);
  expect(readings).toEqual(
    expect.arrayContaining([
      ['ben-johnson', false],
      ['ben-johnson-sprinter', true],
    ]),
  );
  expect(glossary.readings('Ben Johnson (sprinter)').length).toBe(0);
});
