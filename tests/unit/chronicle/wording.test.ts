import { describe, expect, test } from 'vitest';
import { parsePartialDate, parsePeriod, wordDate, wordDay, wordMonth, wordPeriod, wordSince } from '#lib/chronicle/index.ts';

const dated = (text: string) => {
  const date = parsePartialDate(text);
  if (!date) throw new Error(`${text} is no date`);
  return date;
};
const period = (from?: string, to?: string) => {
  const read = parsePeriod(from, to);
  if (!read) throw new Error(`${from} .. ${to} is no period`);
  return read;
};

describe('dates are worded for people', () => {
  test('as precisely as they are known', () => {
    expect(['2020', '2020-10', '2020-10-08'].map((text) => wordDate(dated(text)))).toEqual(['2020', 'October 2020', '8 October 2020']);
    expect(wordDay(20201018)).toBe('18 October 2020');
    expect(wordDay(20200101)).toBe('1 January 2020');
  });

  test('without the day where a glance is enough', () => {
    expect(['2020', '2020-10', '2020-12-31'].map((text) => wordMonth(dated(text)))).toEqual(['2020', 'October 2020', 'December 2020']);
  });

  test('"since" names the month, and says nothing where the start is unknown', () => {
    expect(wordSince(period('2018-04-26'))).toBe('since April 2018');
    expect(wordSince(period('2018'))).toBe('since 2018');
    expect(wordSince(period(undefined, '2018'))).toBe('');
  });

  test.each([
    [undefined, undefined, ''],
    [undefined, '2018-05', 'until 2018'],
    ['2021-01-20', undefined, 'from 2021'],
    ['2017', '2018-03', '2017 to 2018'],
    ['2018-04-26', '2018-05-01', 'April to May 2018'],
    ['2018-04-26', '2018-04-30', 'April 2018'],
    ['2019', '2019', '2019'],
    ['2019-02', '2019', '2019'],
  ])('the period %s .. %s is "%s"', (from, to, expected) => {
    expect(wordPeriod(period(from, to))).toBe(expected);
  });
});
