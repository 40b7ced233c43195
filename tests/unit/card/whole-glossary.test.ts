import { expect, test } from 'vitest';
import { leadOf } from '#lib/card/index.ts';
import { loadGlossary } from '#lib/commands/load-glossary.ts';

const glossary = await loadGlossary();

test('every entry has a first line on every day: one plain line of at most 160 characters, not its name again', () => {
  const wrong: string[] = [];
  for (let number = 0; number < glossary.size; number++) {
    const entry = glossary.entry(number);
    for (const day of [19700101, 20030401, 20201018, 20261101]) {
      const lead = leadOf(entry, day);
      if (lead.length === 0 || lead.length > 160 || /[\n<>]|\bundefined\b|\bNaN\b|\bnull\b/.test(lead) || lead === entry.name)
        wrong.push(`${entry.id} on ${day}: "${lead}"`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the entries that the seed of this project needs are true for 18 October 2020', () => {
  const lead = (id: string) => {
    const entry = glossary.byId(id);
    return entry ? leadOf(entry, 20201018) : `no entry ${id}`;
  };
  expect(lead('sergei-lavrov')).toBe('Foreign Minister of Russia, since March 2004');
  expect(lead('mike-pompeo')).toBe('US Secretary of State, since April 2018');
  expect(lead('joe-biden')).toMatch(/^Democratic candidate for US president/);
  expect(lead('ilham-aliyev')).toBe('President of Azerbaijan, since October 2003');
  expect(lead('recep-tayyip-erdogan')).toBe('President of Turkey, since August 2014');
  expect(lead('hulusi-akar')).toMatch(/^Defence Minister of Turkey, since July 2018/);
  expect(lead('bashar-al-assad')).toBe('President of Syria, since July 2000');
  expect(lead('khalifa-haftar')).toMatch(/Libyan (?:National Army|Arab Armed Forces)/);
  expect(lead('sanliurfa')).toMatch(/south-eastern Turkey/);
  expect(lead('georgia')).toMatch(/President Salome Zourabichvili, Prime Minister Giorgi Gakharia/);
});
