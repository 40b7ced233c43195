import * as v from 'valibot';
import { dayToIso } from '#lib/chronicle/index.ts';

/** Longest text of a card that a report holds, UTF-16 units; the whole then still fits a mail link. */
const LONGEST_CARD = 1200;

/** What is known of a card that a reader finds wrong. Nothing of the page but its date. */
export const reportSchema = v.object({
  /** The entry's id. */
  entry: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  name: v.pipe(v.string(), v.maxLength(300)),
  /** The day the card was drawn up for, YYYYMMDD; null: today. */
  day: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** What the card said, as text. */
  card: v.pipe(v.string(), v.maxLength(20_000)),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** The text of a report, in the language of those who keep the glossary; null: of no card, with everything left to be filled in. */
export function reportText(report: Report | null, version: string): string {
  const said = report && report.card.length > LONGEST_CARD ? `${report.card.slice(0, LONGEST_CARD).toWellFormed()}…` : report?.card;
  return [
    'Dramatis: a wrong fact',
    '',
    `Entry: ${report ? `${report.name} (${report.entry})` : ''}`,
    `Date of the article: ${report ? (report.day === null ? 'none found' : dayToIso(report.day)) : ''}`,
    `Version: ${version}`,
    '',
    'What the card said:',
    said ?? '',
    '',
    'What is wrong, and what is right:',
    '',
    '',
    'Where that can be checked:',
    '',
  ].join('\n');
}

/** A link that opens a mail with this text, to nobody where no address is known. Its first line is the subject. */
export function mailOf(written: string, to: string | null): string {
  // Of half a character no address can be made.
  const text = written.toWellFormed();
  const subject = text.split('\n')[0] ?? '';
  return `mailto:${to === null ? '' : encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
}
