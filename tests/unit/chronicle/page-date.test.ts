import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayToIso, isPlausible, readAddressDate, readPageDate } from '#lib/chronicle/index.ts';

describe('a date on a page', () => {
  test.each([
    ['2020-10-18', 20201018],
    ['2020-10-18T23:30:00-07:00', 20201018],
    ['2020-10-18T01:00:00+04:00', 20201018],
    ['2020-10-18T00:00:00.000Z', 20201018],
    ['2020-10-18 14:05', 20201018],
    ['20201018', 20201018],
    ['20201018T140500Z', 20201018],
    ['18 October 2020', 20201018],
    ['18 Oct 2020', 20201018],
    ['18th October, 2020', 20201018],
    ['October 18, 2020', 20201018],
    ['Oct. 18, 2020', 20201018],
    ['Sunday, October 18th, 2020 9:41 am', 20201018],
    ['Published: 3 Sept 2020 at noon', 20200903],
    ['Sun, 18 Oct 2020 14:05:00 GMT', 20201018],
    ['1 May 2020', 20200501],
    ['Sun Oct 18 12:45:00 EDT 2020', 20201018],
    ['Sun Oct 18 12:45:00 2020', 20201018],
    ['Sun Oct 18 2020 12:45:00 GMT+0200', 20201018],
    ['  2020-10-18\n', 20201018],
    ['1603029600', 20201018],
    ['1603029600000', 20201018],
    ['20201018140500', 20201018],
  ])('"%s" is the publisher’s own day', (text, day) => {
    expect(readPageDate(text)).toBe(day);
  });

  test.each([
    '',
    '10/11/2020',
    '10.11.2020',
    '2020',
    'October 2020',
    '12 minutes ago',
    '2020-13-40',
    '32 October 2020',
    '31 February 2020',
    'call 2020-555-1234',
    '12020-10-181',
    'Dagmar 5, 2019',
  ])('"%s" is not guessed at', (text) => {
    expect(readPageDate(text)).toBeNull();
  });

  test('is read from the beginning of a text only, at little cost', () => {
    const started = performance.now();
    expect(readPageDate(`${'october '.repeat(200_000)}18 October 2020`)).toBeNull();
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('never throws, and what it gives is a calendar day', () => {
    const pieces = fc.constantFrom('2020', '18', 'Oct', '-', '/', ' ', ',', 'May', '31', '02', '9', 'T', 'st');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          const day = readPageDate(text);
          if (day !== null) expect(Number.isNaN(Date.parse(`${dayToIso(day)}T00:00:00Z`))).toBe(false);
        },
      ),
    );
  });
});

describe('a date in an address', () => {
  test.each([
    ['https://example.org/2020/10/18/title', 20201018],
    ['https://example.org/world/2020/oct/18/title', 20201018],
    ['https://example.org/2020/1/8', 20200108],
    ['https://example.org/news/2020-10-18-title', 20201018],
    ['https://example.org/article/20201018', 20201018],
    ['https://example.org/world/2020/1018/title', 20201018],
  ])('%s', (address, day) => {
    expect(readAddressDate(address)).toBe(day);
  });

  test.each([
    'https://example.org/',
    'https://example.org/2020/10/title',
    'https://example.org/article/20201399',
    'https://example.org/article/12020101845',
    'https://example.org/2020/13/18/x',
    'https://example.org/2020/foo/18/x',
  ])('%s holds none', (address) => {
    expect(readAddressDate(address)).toBeNull();
  });
});

describe('a plausible day for an article', () => {
  const now = new Date(2020, 9, 18, 12);
  test('lies between the first newspapers and tomorrow', () => {
    expect(isPlausible(20201018, now)).toBe(true);
    expect(isPlausible(20201019, now)).toBe(true);
    expect(isPlausible(20201020, now)).toBe(false);
    expect(isPlausible(17000101, now)).toBe(true);
    expect(isPlausible(16991231, now)).toBe(false);
  });
});
