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

/** Audits one person of these roles against these rows (role, from, to, source). */
async function auditOf(roles: readonly string[], rows: readonly string[][], notes = '') {
  const table = rows.map(([role, from, to, source = 'every-politician']) => `Alan Beer\t\tFR\t${role}\t${from}\t${to}\t${source}\t`);
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
