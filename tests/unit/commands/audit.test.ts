import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '#lib/commands/audit.ts';
import { compileText, person } from '../support/glossary.ts';

const HEAD = 'name\taliases\tcountry\trole\tfrom\tto\tsource\twikidata';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'audit-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Audits one person of these roles against these rows (role, from, to, source, country, name). */
async function auditOf(roles: readonly string[], rows: readonly string[][], notes = '') {
  const table = rows.map(
    ([role, from, to, source = 'every-politician', country = 'FR', name = 'Alan Beer']) =>
      `${name}\t\t${country}\t${role}\t${from}\t${to}\t${source}\t`,
  );
  await writeFile(path.join(folder, 'people-with-roles.tsv'), [HEAD, ...table, ''].join('\n'));
  await writeFile(path.join(folder, 'AUDIT.yaml'), notes);
  const compiled = compileText(person('alan-beer', 'Alan Beer', 'country: FR', 'roles:', ...roles.map((role) => `  - ${role}`)));
  expect(compiled.faults).toEqual([]);
  return audit(compiled, folder, folder);
}

describe('the audit', () => {
  test('confirms dates that agree within a week, in the table’s precision', async () => {
    const found = await auditOf(
      ['2015-06-03 .. 2018-05-04 | Foreign Minister of France'],
      [['Minister of Foreign Affairs', '2015-06-01', '2018']],
    );
    expect(found).toMatchObject({ compared: 1, agreeing: 1, disagreements: [] });
  });

  test('names both dates, the row and the place in the sources', async () => {
    const { agreeing, disagreements } = await auditOf(
      ['2015-06-03 .. 2018-05-04 | Foreign Minister of France'],
      [['Minister of Foreign Affairs', '2015-07-12', '2018-05-04']],
    );
    expect(agreeing).toBe(0);
    expect(disagreements).toEqual([
      {
        entry: 'alan-beer',
        where: 'test/source.yaml:1',
        role: 'Foreign Minister of France',
        which: 'from',
        ours: '2015-06-03',
        theirs: '2015-07-12 (every-politician: Minister of Foreign Affairs)',
        note: null,
      },
    ]);
  });

  test('does not compare another term of the same office, nor another office', async () => {
    const found = await auditOf(
      ['2022-05-21 .. 2023-01-01 | Prime Minister of France'],
      [
        ['Prime Minister', '1997-06-02', '2002-05-06'],
        ['Deputy Prime Minister', '2022-01-01', '2022-12-01'],
      ],
    );
    expect(found).toMatchObject({ compared: 0, disagreements: [] });
  });

  test('reads terms that follow each other as one, on both sides', async () => {
    const renamed = ['2019-02-12 .. 2022-05-12 | President of New France', '2017-05-12 .. 2019-02-12 | President of France'];
    expect(await auditOf(renamed, [['President', '2017-05-12', '2022-05-12']])).toMatchObject({ compared: 1, disagreements: [] });
    const whole = ['2017-05-12 .. 2022-05-12 | President of France'];
    const rows = [
      ['President', '2017-05-12', '2019-02-12'],
      ['President', '2019-02-14', '2022-05-12'],
    ];
    expect(await auditOf(whole, rows)).toMatchObject({ compared: 1, disagreements: [] });
  });

  test('tells an end before a day on which the table still has the person in office', async () => {
    const { disagreements } = await auditOf(['2017-05-12 .. 2021-01-01 | President of France'], [['President', '2017-05-12', '>=2022-07']]);
    expect(disagreements).toMatchObject([{ which: 'to', theirs: 'still on 20220701 (every-politician: President)' }]);
  });

  test('takes a note for an answer, and tells notes that no longer answer anything', async () => {
    const rows = [['President', '2017-05-12', '2022-03-12']];
    const notes = '- alan-beer | to 2022-05-12 | a slip in the table\n- alan-beer | from 2017-05-12 | why not\n';
    const found = await auditOf(['2017-05-12 .. 2022-05-12 | President of France'], rows, notes);
    expect(found).toMatchObject({ agreeing: 0, disagreements: [{ note: 'a slip in the table' }] });
    expect(found.stale).toEqual(['AUDIT.yaml:2: alan-beer from 2017-05-12: no table disagrees']);
  });
});

describe('the reach of the tables to a main role that rests on the editor', () => {
  const court = ['2012-02-06 .. 2015-02-05 | President of the International Court of Justice'];
  const reachOf = async (roles: readonly string[], ...row: string[]) => (await auditOf(roles, row.length > 0 ? [row] : [])).reach;

  test('name, office and both dates agree, under whatever code the table files the office', async () => {
    const { confirmed } = await reachOf(
      court,
      'President of the International Court of Justice',
      '2012-02-06',
      '2015-02-06',
      'every-politician',
      '(UN)',
    );
    expect(confirmed).toEqual(['alan-beer (every-politician)']);
  });

  test('one end that differs, or that the table does not tell, confirms nothing', async () => {
    for (const to of ['2015-03-06', '', '>=2022-07']) {
      const reach = await reachOf(court, 'President of the International Court of Justice', '2012-02-06', to, 'every-politician', '(UN)');
      expect(reach).toMatchObject({ confirmed: [], datesDiffer: 1 });
    }
  });

  test('"still in office then" confirms what goes on, or ended later', async () => {
    for (const role of ['2020-01-01 .. | Mayor of Lyon', '2020-01-01 .. 2024-05 | Mayor of Lyon'])
      expect((await reachOf([role], 'Mayor of Lyon', '2020-01-03', '>=2022-07')).confirmed).toHaveLength(1);
  });

  test('offices are told apart, and written in more than one way', async () => {
    expect(await reachOf(court, 'Judge of the International Court of Justice', '2012-02-06', '2015-02-05')).toMatchObject({
      otherOfficesOnly: 1,
    });
    const advisor = ['2010-01-01 .. 2011-01-01 | Chairman of the Defence Board'];
    expect((await reachOf(advisor, 'Chair, Defense Board', '2010-01-01', '2011-01-01')).confirmed).toHaveLength(1);
  });

  test('who is in no table is counted, and whose role began after the tables end', async () => {
    expect(await reachOf(['2023-05-01 .. | Mayor of Lyon'])).toMatchObject({ nameInNoTable: 1, afterTables: 1, confirmed: [] });
    const namesake = await reachOf(
      ['2010-01-01 .. 2011-01-01 | Mayor of Lyon'],
      'Mayor of Lyon',
      '2010-01-01',
      '2011-01-01',
      'every-politician',
      'FR',
      'Alma Beer',
    );
    expect(namesake).toMatchObject({ nameInNoTable: 1, afterTables: 0, confirmed: [] });
  });
});
