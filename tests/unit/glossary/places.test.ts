import { describe, expect, test } from 'vitest';
import { chooseKnown, parseKnownTowns } from '#lib/glossary/compile/known-towns.ts';
import { secondLevelFacts, secondLevelOf } from '#lib/glossary/compile/second-level.ts';
import { faultsOf, organisation, place } from '../support/glossary.ts';

describe('coordinates', () => {
  test('outside the named state are a fault, with the line', () => {
    expect(faultsOf(place('ganja', 'Ganja', 'city', 'AZ', 'lat: 48.9', 'lon: 2.3'))).toEqual([
      expect.stringMatching(/^test\/source\.yaml:1: ganja: lat 48.9, lon 2.3 lies outside AZ$/),
    ]);
  });

  test('on its coast, on its islets and near its border are none', () => {
    expect(faultsOf(place('baku', 'Baku', 'city', 'AZ', 'lat: 40.4', 'lon: 49.9'))).toEqual([]);
    expect(faultsOf(place('male', 'Malé', 'city', 'MV', 'lat: 4.175', 'lon: 73.509'))).toEqual([]);
  });

  test('of what is drawn under another state are none', () => {
    expect(faultsOf(place('kerch', 'Kerch', 'city', 'UA', 'lat: 45.357', 'lon: 36.468'))).toEqual([]);
  });
});

test('a name that too many entries claim is a fault that names them', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f']
    .map((id, at) => organisation(id, `Front ${at}`, 'movement', 'aliases: [The Front of All]'))
    .join('');
  expect(faultsOf(many).join('\n')).toMatch(/"the front of all" is claimed by 6 entries \(a, b, c, d, e, f\): list it under weak/);
});

describe('the list of well-known towns', () => {
  const town = (name: string, region: string, population: number, alternates: string[] = []) =>
    ({ geonameId: name, name, alternates, lat: 1, lon: 2, feature: 'PPL', country: 'US', region, population }) as const;

  test('means the largest town of the name, or that of the region, or one that is also called so', () => {
    const towns = [town('Selma', 'US.AL', 17_000), town('Selma', 'US.CA', 25_000), town('Nuevo', 'US.CA', 10, ['Newton'])];
    const { towns: known, faults } = parseKnownTowns('TOWNS.yaml', 'US:\n  - Selma, AL\n  - Selma | 3\n  - Newton | 2 | A quarter.\n');
    expect(faults).toEqual([]);
    const { chosen } = chooseKnown(towns, known);
    expect(towns.map((one) => [chosen.get(one)?.renown, chosen.get(one)?.summary])).toEqual([
      [2, undefined],
      [3, undefined],
      [2, 'A quarter.'],
    ]);
  });

  test('says which line is not understood, and which town GeoNames lacks', () => {
    expect(parseKnownTowns('TOWNS.yaml', 'US:\n  - Selma | very\n').faults).toEqual([
      { file: 'TOWNS.yaml', line: 2, message: expect.stringMatching(/must read/) },
    ]);
    const { towns } = parseKnownTowns('TOWNS.yaml', 'US:\n  - Selma\n  - Oz\nGB regions:\n  - Devon\n');
    expect(towns.map(({ level }) => level)).toEqual(['town', 'town', 'region']);
    expect(chooseKnown([town('Selma', 'US.AL', 1)], towns).faults).toEqual([
      { file: 'TOWNS.yaml', line: 3, message: 'GeoNames has no town "Oz" in US' },
    ]);
  });
});

test('second-level regions are named as news names them', () => {
  const region = (code: string, name: string) => ({ code, name, country: code.slice(0, 2), lat: 1.23456, lon: 2, townPeople: 9000 });
  const named = secondLevelOf([
    region('US.CA.059', 'Orange County'),
    region('GB.ENG.A7', 'City and Borough of Birmingham'),
    region('IN.12.010', 'Kupwara'),
    region('PK.02.1', 'Kech District'),
    region('JP.01.1', 'Yubari'),
  ]);
  expect(named.map(({ name, bare }) => [name, bare])).toEqual([
    ['Orange County', 'Orange County'],
    ['Birmingham', 'Birmingham'],
    ['Kupwara district', 'Kupwara'],
    ['Kech District', 'Kech'],
  ]);
  const [orange, , kupwara] = named;
  if (!orange || !kupwara) throw new Error('two regions are lost');
  expect(secondLevelFacts(orange, false, 'California', 'United States')).toMatchObject({
    aliases: ['Orange County, California'],
    summary: 'County in California, United States.',
    lat: 1.235,
  });
  expect(secondLevelFacts(kupwara, true, undefined, 'India')).toMatchObject({ aliases: [], summary: 'District in India.' });
});
