import { readPageDate } from '#lib/chronicle/index.ts';
import type { Candidate, DateClues } from './clues.ts';

/** How much of a script is looked through, in UTF-16 units. */
const LONGEST_SCRIPT = 100_000;

/** What scripts of the page were told, if it is but one day. */
export function* inScripts({ document }: DateClues): Generator<Candidate> {
  const days = new Set<number | null>();
  for (const { textContent } of [...document.querySelectorAll('script:not([src])')].slice(0, 100)) {
    const text = (textContent ?? '').slice(0, LONGEST_SCRIPT);
    for (const [, date] of text.matchAll(/publi(?:sh|cation)[a-z]*_?(?:date|at|time|on)\\?["']\s*:\s*\\?["']([\dT:.+Z-]{8,30})/gi))
      days.add(readPageDate(date ?? ''));
  }
  if (days.size === 1) for (const day of days) yield ['meta', day];
}
