import { asOf, type Day, type Period, parsePeriod } from '#lib/chronicle/index.ts';
import type { Entry, Holder } from '#lib/glossary/index.ts';

const UNKNOWN: Period = { from: null, to: null };

/** The period of anything dated in an entry; open on both ends if it cannot be read. */
export function periodOf(dated: { readonly from?: string | undefined; readonly to?: string | undefined }): Period {
  return parsePeriod(dated.from, dated.to) ?? UNKNOWN;
}

/** The title of an office without the state it is of: "President" of "President of Georgia". */
function bareTitle(title: string): string {
  return title
    .replace(/ of (?:the |al-)?\p{Lu}.*$/u, '')
    .replace(/^(?:US|UK|EU|UN) /, '')
    .replace(/^\p{Lu}\p{L}+(?:ian|an|ese|ish|i) (?=(?:President|Prime|King|Queen|Chancellor|Emir|Sultan|Premier))/u, '');
}

/** Who held the offices of a state or body on the day, each person once: "President Salome Zourabichvili". */
export function holdersOn(entry: Entry, day: Day): string[] {
  const { then } = asOf(entry.holders, periodOf, day);
  const order: Record<Holder['office'], number> = { 'head-of-state': 0, 'head-of-government': 1, leader: 2 };
  // On a day of hand-over both hold; news of that day speaks of the one who came.
  const latest = new Map<string, Holder>();
  for (const holder of [...then].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))) {
    if (holder.from === undefined) continue;
    latest.set(holder.office === 'leader' ? `${holder.office} ${holder.title}` : holder.office, holder);
  }
  const seen = new Set<string>();
  const worded: string[] = [];
  for (const holder of [...latest.values()].sort((a, b) => order[a.office] - order[b.office])) {
    if (seen.has(holder.person)) continue;
    seen.add(holder.person);
    worded.push(`${bareTitle(holder.title)} ${holder.name}`);
  }
  return worded.slice(0, 2);
}
