import { describe, expect, test } from 'vitest';
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
