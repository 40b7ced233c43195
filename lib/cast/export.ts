import { dayToIso } from '#lib/chronicle/index.ts';
import type { Kind } from '#lib/glossary/index.ts';
import { shownText } from '#lib/text/index.ts';
import type { Cast } from './model.ts';

/** What stands over the parts of an exported list, in the reader's language. */
export interface ExportWords {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly dates: string;
}

export interface ArticleName {
  readonly title: string;
  readonly address: string;
}

/** Longest text of one field; a summary has 240. */
const LONGEST = 2000;
const line = (text: string) => shownText(text, LONGEST);

/** Text that stays text in Markdown. */
function plain(text: string): string {
  return line(text)
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^([-+=:]|\d+[.)])/, '\\$1');
}

const link = (title: string) =>
  `https://en.wikipedia.org/wiki/${encodeURIComponent(title).replace(/[()]/g, (it) => (it === '(' ? '%28' : '%29'))}`;

/** The cast as Markdown: a heading, a list for each kind, the dates. */
export function castAsMarkdown(cast: Cast, article: ArticleName, words: ExportWords): string {
  const address = /^https?:\/\/[^\s<>]+$/.test(article.address) ? `<${article.address}>` : plain(article.address);
  const parts = [`# ${plain(article.title)}`, [dayToIso(cast.day), address].filter(Boolean).join(' · ')];
  for (const [kind, heading] of Object.entries(words.kinds)) {
    const members = cast.members.filter((member) => member.kind === kind);
    if (members.length === 0) continue;
    const items = members.map(({ name, lead, mentions, wikipedia }) => {
      const named = wikipedia ? `[${plain(name)}](${link(wikipedia)})` : `**${plain(name)}**`;
      return `- ${named}${lead ? `: ${plain(lead)}` : ''} (×${mentions.length})`;
    });
    parts.push(`## ${plain(heading)}`, items.join('\n'));
  }
  if (cast.facts.length > 0) {
    parts.push(`## ${plain(words.dates)}`, cast.facts.map(({ date, name, text }) => `- ${date}: ${plain(`${name} ${text}`)}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;

/** A field after RFC 4180, always quoted; what a spreadsheet would reckon with is kept text by an apostrophe. */
function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = line(value);
  return `"${(FORMULA.test(value) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** The cast as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read accents): one member a line. */
export function castAsCsv(cast: Cast): string {
  const rows: (string | number)[][] = [['kind', 'name', 'as of the article', 'mentions', 'wikipedia', 'entry']];
  for (const { kind, name, lead, mentions, wikipedia, entry } of cast.members) {
    rows.push([kind, name, lead, mentions.length, wikipedia ? link(wikipedia) : '', entry ?? '']);
  }
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
