import type { DateClues } from './clues.ts';

/**
 * Whether a page is one of an encyclopaedia, which is written on for years: its text is of the day of its last change, and its head tells
 * the day on which somebody began it. Wikinews is made by the same program, but of news.
 */
export function isEncyclopaedia({ metas, address }: DateClues): boolean {
  const made = metas.first(({ name }) => name === 'generator') ?? '';
  const site = metas.of('og:site_name') ?? '';
  return (/^MediaWiki/.test(made) || /encyclop|wikipedia/i.test(site)) && !/\bwikinews\b/.test(address);
}
