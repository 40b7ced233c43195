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

const ORDER: Record<Holder['office'], number> = { 'head-of-state': 0, 'head-of-government': 1, leader: 2 };

/** Who held the offices of a state or body on the day, each person once, the highest office first. */
export function holdingOn(entry: Entry, day: Day): Holder[] {
  const { then } = asOf(entry.holders, periodOf, day);
  // On a day of hand-over both hold; news of that day speaks of the one who came.
  const latest = new Map<string, Holder>();
  for (const holder of [...then].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))) {
    if (holder.from === undefined) continue;
    latest.set(holder.office === 'leader' ? `${holder.office} ${holder.title}` : holder.office, holder);
  }
  const seen = new Set<string>();
  const holding = [...latest.values()].sort((a, b) => ORDER[a.office] - ORDER[b.office]);
  return holding.filter(({ person }) => !seen.has(person) && seen.add(person)).slice(0, 2);
}

/** The same in words: "President Salome Zourabichvili". */
export function holdersOn(entry: Entry, day: Day): string[] {
  return holdingOn(entry, day).map(titled);
}

/** A holder with the office: "President Salome Zourabichvili". */
export function titled(holder: Holder): string {
  return `${bareTitle(holder.title)} ${holder.name}`;
}
