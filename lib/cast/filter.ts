import type { CastMember } from './model.ts';

const MARKS = /\p{M}/gu;
const folded = (text: string) => text.normalize('NFKD').replace(MARKS, '').toLocaleLowerCase('en');

/** The members that have every word of the text in their name or first line, whatever the case and accents. */
export function filterCast(members: readonly CastMember[], text: string): CastMember[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return members.filter(({ name, lead }) => {
    const all = folded(`${name} ${lead}`);
    return words.every((word) => all.includes(word));
  });
}
