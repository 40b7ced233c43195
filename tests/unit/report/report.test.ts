import { describe, expect, test } from 'vitest';
import { mailOf, type Report, reportText } from '#lib/report/index.ts';

const REPORT: Report = { entry: 'ganja', name: 'Ganja', day: 20201018, card: 'Ganja\nCity in western Azerbaijan' };

describe('the text of a report', () => {
  test('says which entry, as of when, in which version, and what the card said', () => {
    expect(reportText(REPORT, '1.2.3')).toBe(
      [
        'Dramatis: a wrong fact',
        '',
        'Entry: Ganja (ganja)',
        'Date of the article: 2020-10-18',
        'Version: 1.2.3',
        '',
        'What the card said:',
        'Ganja',
        'City in western Azerbaijan',
        '',
        'What is wrong, and what is right:',
        '',
        '',
        'Where that can be checked:',
        '',
      ].join('\n'),
    );
  });

  test('leaves blank what is not known', () => {
    expect(reportText(null, '1.2.3')).toMatch(/^Entry: \nDate of the article: \nVersion: 1\.2\.3$/m);
    expect(reportText({ ...REPORT, day: null }, '1.2.3')).toContain('\nDate of the article: none found\n');
  });

  test('cuts a very long card', () => {
    const text = reportText({ ...REPORT, card: 'x'.repeat(20_000) }, '1.2.3');
    expect(text.length).toBeLessThan(1500);
    expect(text).toContain('x…\n');
    expect(reportText({ ...REPORT, card: 'x'.repeat(1199) + '\u{1f600}'.repeat(9) }, '1.2.3').isWellFormed()).toBe(true);
  });
});

describe('a mail with a report', () => {
  test('is to nobody where no address is known, and holds the text as mails write lines', () => {
    const mail = new URL(mailOf('Dramatis: a wrong fact\n\n50 % & more?', null));
    expect([mail.protocol, mail.pathname]).toEqual(['mailto:', '']);
    expect(mail.searchParams.get('subject')).toBe('Dramatis: a wrong fact');
    expect(mail.searchParams.get('body')).toBe('Dramatis: a wrong fact\r\n\r\n50 % & more?');
  });

  test('is a link whatever is written, half a character too', () => {
    for (const text of ['a\ud83d', '\udc00b', `${'x'.repeat(1199)}\u{1f600}`.slice(0, 1200)])
      expect(new URL(mailOf(text, null)).searchParams.get('body')).toBe(text.toWellFormed());
  });

  test('is to the address there is', () => {
    expect(mailOf('a', 'reports@example.org')).toMatch(/^mailto:reports%40example\.org\?subject=a&/);
  });
});
