import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, dayToIso, firstDay, lastDay, parseDay, parsePartialDate, yearOf } from '#lib/chronicle/index.ts';

const days = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date as sources know it', () => {
  test('is a year, a month of a year, or a day', () => {
    expect(parsePartialDate('2018')).toEqual({ year: 2018, month: null, day: null });
    expect(parsePartialDate('2018-04')).toEqual({ year: 2018, month: 4, day: null });
    expect(parsePartialDate('2018-04-26')).toEqual({ year: 2018, month: 4, day: 26 });
  });

  test.each([
    '',
    '18',
    '201',
    '20180',
    '2018-4',
    '2018-04-6',
    '2018/04/26',
    '26.4.2018',
    ' 2018',
    '2018 ',
    '2018-',
    '2018-04-',
    '-2018',
    '2018-04-26T00:00',
    '２０１８',
    'today',
  ])('is not "%s"', (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  test.each(['0000', '2018-00', '2018-13', '2018-04-00', '2018-04-31', '2019-02-29', '1900-02-29', '2018-12-32'])(
    'has no impossible day such as %s',
    (text) => {
      expect(parsePartialDate(text)).toBeNull();
    },
  );

  test.each(['2020-02-29', '2000-02-29', '2018-12-31', '0001-01-01'])('may be the unusual day %s', (text) => {
    expect(parsePartialDate(text)).not.toBeNull();
  });

  test('spans every day that it can mean', () => {
    const spans = ['2018', '2020-02', '2019-02', '2018-04-26'].map((text) => {
      const date = parsePartialDate(text);
      return date && [firstDay(date), lastDay(date)];
    });
    expect(spans).toEqual([
      [20180101, 20181231],
      [20200201, 20200229],
      [20190201, 20190228],
      [20180426, 20180426],
    ]);
  });

  test('reads every calendar day back as it was written', () => {
    fc.assert(
      fc.property(days, (iso) => {
        const day = parseDay(iso);
        expect(day).not.toBeNull();
        expect(dayToIso(day ?? 0)).toBe(iso);
        expect(yearOf(day ?? 0)).toBe(Number(iso.slice(0, 4)));
      }),
    );
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const date = parsePartialDate(text);
        if (date) expect(firstDay(date)).toBeLessThanOrEqual(lastDay(date));
      }),
    );
  });
});

describe('a day', () => {
  test('is never read from less than a full date', () => {
    expect(parseDay('2018')).toBeNull();
    expect(parseDay('2018-04')).toBeNull();
    expect(parseDay('2018-04-26')).toBe(20180426);
  });

  test('compares as the calendar does', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign((parseDay(a) ?? 0) - (parseDay(b) ?? 0))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  test('of a clock is the day on the reader’s own wall', () => {
    expect(dayOf(new Date(2020, 9, 18, 0, 0, 1))).toBe(20201018);
    expect(dayOf(new Date(2020, 9, 18, 23, 59, 59))).toBe(20201018);
    expect(dayOf(new Date(2020, 0, 1))).toBe(20200101);
  });
});
