import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf, dayToIso, type Period, parsePeriod, type Standing, standing } from '#lib/chronicle/index.ts';

const period = (from: string | undefined, to: string | undefined): Period => {
  const read = parsePeriod(from, to);
  if (!read) throw new Error(`${from} .. ${to} is no period`);
  return read;
};

const day = fc
  .record({ y: fc.integer({ min: 1900, max: 2100 }), m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 28 }) })
  .map(({ y, m, d }) => y * 10000 + m * 100 + d);
const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([value, length]) => dayToIso(value).slice(0, length));
const periods = fc
  .tuple(fc.option(date, { nil: undefined }), fc.option(date, { nil: undefined }))
  .map(([from, to]) => parsePeriod(from, to))
  .filter((read) => read !== null);

describe('a period', () => {
  test('may be open at either end or at both', () => {
    expect(period('2018', undefined).to).toBeNull();
    expect(period(undefined, '2018').from).toBeNull();
    expect(period(undefined, undefined)).toEqual({ from: null, to: null });
  });

  test('is refused where an end is no date', () => {
    expect(parsePeriod('2018-13', undefined)).toBeNull();
    expect(parsePeriod(undefined, 'soon')).toBeNull();
    expect(parsePeriod('', '2018')).toBeNull();
  });

  test('is refused where it surely ends before it begins', () => {
    expect(parsePeriod('2019', '2018')).toBeNull();
    expect(parsePeriod('2018-05', '2018-04-30')).toBeNull();
  });

  test('may begin and end within the same coarse date', () => {
    expect(parsePeriod('2018', '2018')).not.toBeNull();
    expect(parsePeriod('2018-06', '2018')).not.toBeNull();
    expect(parsePeriod('2018-04-26', '2018-04-26')).not.toBeNull();
  });

  const table: [string | undefined, string | undefined, number, Standing][] = [
    ['2018-04-26', '2021-01-20', 20180425, 'before'],
    ['2018-04-26', '2021-01-20', 20180426, 'within'],
    ['2018-04-26', '2021-01-20', 20210120, 'within'],
    ['2018-04-26', '2021-01-20', 20210121, 'after'],
    ['2018', undefined, 20171231, 'before'],
    ['2018', undefined, 20180701, 'at-edge'],
    ['2018', undefined, 20190101, 'within'],
    [undefined, '2018-04', 20180331, 'within'],
    [undefined, '2018-04', 20180401, 'at-edge'],
    [undefined, '2018-04', 20180430, 'at-edge'],
    [undefined, '2018-04', 20180501, 'after'],
    [undefined, undefined, 20180101, 'within'],
  ];
  test.each(table)('%s .. %s stands to %i as "%s"', (from, to, on, expected) => {
    expect(standing(period(from, to), on)).toBe(expected);
  });

  test('stands to the days in their order: before, then held, then after', () => {
    const rank: Record<Standing, number> = { before: 0, 'at-edge': 1, within: 1, after: 2 };
    fc.assert(
      fc.property(periods, day, day, (read, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(rank[standing(read, early)]).toBeLessThanOrEqual(rank[standing(read, late)]);
      }),
    );
  });

  test('is uncertain on a day only where one of its dates is coarse', () => {
    fc.assert(
      fc.property(periods, day, (read, on) => {
        if (standing(read, on) !== 'at-edge') return;
        expect([read.from, read.to].some((end) => end !== null && end.day === null)).toBe(true);
      }),
    );
  });
});

describe('what held as of a day', () => {
  const offices = [
    { title: 'second', ...period('2015', '2018-04-10') },
    { title: 'first', ...period('2010', '2015') },
    { title: 'fourth', ...period('2021-06-01', undefined) },
    { title: 'third', ...period('2018-04-10', '2021-05-31') },
  ];
  const titles = (on: number) => {
    const { then, before, later } = asOf(offices, (office) => office, on);
    return [then, before, later].map((list) => list.map((office) => office.title));
  };

  test('is kept apart from what ended (latest first) and what was to come (earliest first)', () => {
    expect(titles(20200101)).toEqual([['third'], ['second', 'first'], ['fourth']]);
    expect(titles(20000101)).toEqual([[], [], ['first', 'second', 'third', 'fourth']]);
    expect(titles(20300101)).toEqual([['fourth'], ['third', 'second', 'first'], []]);
  });

  test('holds both on a day of change-over, in the order given', () => {
    expect(titles(20180410)[0]).toEqual(['second', 'third']);
  });

  test('loses nothing and doubles nothing, and agrees with how each stands', () => {
    fc.assert(
      fc.property(fc.array(periods), day, (list, on) => {
        const sorted = asOf(list, (read) => read, on);
        expect(sorted.then.length + sorted.before.length + sorted.later.length).toBe(list.length);
        for (const read of sorted.then) expect(['within', 'at-edge']).toContain(standing(read, on));
        for (const read of sorted.before) expect(standing(read, on)).toBe('after');
        for (const read of sorted.later) expect(standing(read, on)).toBe('before');
      }),
    );
  });
});
