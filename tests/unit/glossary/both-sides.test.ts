import { expect, test } from 'vitest';
import { leadOf } from '#lib/card/index.ts';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { rankReadings } from '#lib/names/index.ts';

const glossary = await loadGlossary();

/** What `glossary lookup NAME --date` puts first: the entry and its first line. */
function lookup(name: string, day: number): string {
  const best = rankReadings(glossary, name, day)[0];
  if (!best) return 'nothing';
  const entry = glossary.entry(best.entry);
  return `${entry.id}: ${leadOf(entry, day)}`;
}

test.each([
  ['Burma', 19850101, /^myanmar: .*(?:Ne Win|named Burma)/],
  ['Zaire', 19900101, /^dr-congo: .*Mobutu/],
  ['Swaziland', 20170101, /^eswatini: .*Mswati III/],
  ['Eswatini', 20190101, /^eswatini: .*Mswati III/],
  ['Constantinople', 19000101, /^istanbul: /],
  ['Saigon', 19700101, /^ho-chi-minh-city: .*(?:capital of South Vietnam|Largest city of Vietnam)/],
  ['Bombay', 19800101, /^mumbai: /],
  ['Madras', 19800101, /^chennai: /],
  ['Rangoon', 19800101, /^yangon: /],
  ['Leningrad', 19800101, /^st-petersburg: .*Leningrad/],
  ['Nur-Sultan', 20200601, /^astana: .*named Nur-Sultan/],
  ['Astana', 20230601, /^astana: .*named Astana again/],
  ['Macedonia', 20180101, /^north-macedonia: .*Gjorge Ivanov/],
  ['Upper Volta', 19800101, /^burkina-faso: /],
  ['OAU', 19900101, /^organisation-of-african-unity: /],
  ['EEC', 19800101, /^european-communities: /],
  ['Twitter', 20200101, /^x-twitter: .*Jack Dorsey/],
])('the old name %s leads to the entry, on %i', (name, day, says) => {
  expect(lookup(name, day)).toMatch(says);
});

test.each([
  [
    'crimea',
    20140201,
    /autonomous republic of Ukraine/,
    20150101,
    /annexed by Russia and under its control; recognised by most states as Ukrainian/,
  ],
  ['nagorno-karabakh', 20200901, /held with seven districts/, 20240101, /under the control of Azerbaijan/],
  ['golan-heights', 19750101, /occupied by Israel/, 20200101, /only the United States recognises/],
  ['hong-kong', 19970101, /British colony/, 19980101, /Chief Executive Tung Chee-hwa/],
  ['gaza-strip', 20050101, /occupied by Israel/, 20100101, /run by Hamas/],
  ['aouzou-strip', 19900101, /occupied by Libya/, 19950101, /returned to Chad/],
  ['eastern-ghouta', 20160101, /held by rebels/, 20250101, /authorities that replaced Assad/],
])('%s: who held it on either side of a change', (id, before, then, after, later) => {
  const entry = glossary.byId(id);
  expect(entry && leadOf(entry, before)).toMatch(then);
  expect(entry && leadOf(entry, after)).toMatch(later);
});

test.each([
  ['united-kingdom', 20260719, 'keir-starmer', 20260721, 'andy-burnham'],
  ['hungary', 20260508, 'viktor-orban', 20260510, 'peter-magyar'],
  ['germany', 20250505, 'olaf-scholz', 20250507, 'friedrich-merz'],
  ['syria', 20241207, 'bashar-al-assad', 20250201, 'ahmed-al-sharaa'],
  ['united-states', 20250119, 'joe-biden', 20250121, 'donald-trump'],
  ['mali', 20110101, 'modibo-sidibe', 20130101, 'diango-cissoko'],
  ['norway', 20260827, 'harald-v', 20260829, 'crown-prince-haakon'],
])('who led %s on either side of a hand-over', (id, before, first, after, second) => {
  const holds = (day: number, person: string) => {
    const iso = `${Math.floor(day / 10000)}-${String(Math.floor(day / 100) % 100).padStart(2, '0')}-${String(day % 100).padStart(2, '0')}`;
    return glossary
      .byId(id)
      ?.holders.some((holder) => holder.person === person && (holder.from ?? '') <= iso && (holder.to ?? '9999') >= iso);
  };
  expect([holds(before, first), holds(before, second)]).toEqual([true, false]);
  expect([holds(after, first), holds(after, second)]).toEqual([false, true]);
});
