import { fold } from '#lib/text/index.ts';

/** Particles that belong to the family name they stand before. */
const PARTICLES = new Set(
  'al el as ash ad an ar at az bin ben ibn bint abu umm de del della di da dos du la le van von der den ter ten of'.split(' '),
);
/** Countries whose people are written family name first, unless the given name comes first in the entry's name. */
const FAMILY_FIRST = new Set(['CN', 'KP', 'KR', 'TW', 'VN', 'HK', 'MO', 'KH']);
const GENERATIONAL = /^(?:jr|sr|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi|the|i)$/;

/** The short forms by which an article calls a person after the full name: "Assad" and "al-Assad" of "Bashar al-Assad". */
export function familyNames(name: string, country: readonly string[]): string[] {
  const parts = name.split(' ');
  if (parts.length < 2) return [];
  if (parts.some((part) => GENERATIONAL.test(fold(part)))) return [];
  const first = parts[0] ?? '';
  if (parts.length <= 3 && country.some((code) => FAMILY_FIRST.has(code)) && /^\p{Lu}\p{Ll}{0,4}$/u.test(first)) return [first];
  let start = parts.length - 1;
  while (start > 1 && PARTICLES.has(fold(parts[start - 1] ?? ''))) start--;
  const family = parts.slice(start).join(' ');
  const last = parts[parts.length - 1] ?? '';
  const found = new Set([family, last]);
  const bare = /^(?:al|el|as|ash|ad|an|ar|at|az)-(.+)$/i.exec(last)?.[1];
  if (bare) found.add(bare);
  const before = parts[start - 1] ?? '';
  if (start >= 2 && /^\p{Lu}\p{L}{2,}$/u.test(before)) found.add([before, family].join(' '));
  return [...found].filter((form) => fold(form).length > 1);
}

/** Whether a name is written as an acronym is. */
export const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}&.-]{1,7}$/u.test(text);
