import { type Day, yearOf } from '#lib/chronicle/index.ts';
import type { FormVia, Glossary } from '#lib/glossary/index.ts';
import { RENOWN, WEIGHT } from './resolve.ts';

/** One reading of a surface form on its own. */
export interface Ranked {
  /** Number of the entry. */
  readonly entry: number;
  readonly via: FormVia;
  /** 0 to 1: share of the readings of this form that mean this entry, by renown and date alone. */
  readonly prior: number;
}

/** What a form can mean where nothing else is known than the day, best first. */
export function rankReadings(glossary: Glossary, form: string, day: Day): Ranked[] {
  const year = yearOf(day);
  const scored = glossary.readings(form).map(({ posting, head }) => {
    let score = RENOWN[head.renown] ?? 0;
    if (posting.weak) score += WEIGHT.weak;
    if (year < head.fromYear) score += head.kind === 'thing' ? WEIGHT.beforeBegun : WEIGHT.beforeActive;
    else if (year > head.toYear + 1) score += WEIGHT.afterActive;
    return { entry: posting.entry, via: posting.via, score };
  });
  const total = scored.reduce((sum, { score }) => sum + Math.exp(score), 0);
  return scored
    .sort((a, b) => b.score - a.score || a.entry - b.entry)
    .map(({ entry, via, score }) => ({ entry, via, prior: Math.round((100 * Math.exp(score)) / total) / 100 }));
}
