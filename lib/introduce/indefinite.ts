import { isPunctuated, type Term } from './terms.ts';

/** Words that open a clause about what was said. */
export const RELATIVE = /^(?:who|whose|whom|which|that|where|when|because|while|after|before|until)$/i;
/** Taken for a verb by compromise: "a midwife with forearms like a stevedore". */
export const LIKE = /^like$/i;

/** Nouns that stand behind "a" in a clause between commas and tell when, how much, or what happened instead of who. */
const NO_ONE =
  /^(?:day|week|month|year|decade|century|minute|second|moment|while|time|bit|lot|few|total|third|quarter|half|dozen|pair|number|series|step|move|sign|fact|figure|claim|charge|decision|statement|way|kind|sort|further|mile|point|goal|victory|win|defeat|loss|deal|rise|fall|record|result|report|word|phrase|book|film|song|letter|gift|city|town|village|company|firm|party|team|club|band|group)s?$/i;

/** ", a junior at Mettawee High School,": behind a name, "a" and a noun say who somebody is even where the noun is not known as a role. */
export function indefinite(sentence: string, rest: readonly Term[], from: number): string | null {
  if (!/^an?$/i.test(rest[0]?.text ?? '')) return null;
  let to = from;
  let head: Term | null = null;
  for (const [number, term] of rest.entries()) {
    if (number > 0 && isPunctuated(sentence.slice(to, term.start))) break;
    if (head && RELATIVE.test(term.text)) break;
    const preposition = term.tags.has('Preposition') || LIKE.test(term.text);
    if (!head && (preposition || term.tags.has('Conjunction') || term.tags.has('Verb') || term.tags.has('Determiner')) && number > 0) {
      const noun = rest[number - 1];
      if (number < 2 || !preposition || !noun) return null;
      head = noun;
    } else if (term.tags.has('Verb') && !preposition) return null;
    to = term.end;
  }
  head ??= rest.findLast((term) => term.end <= to) ?? null;
  const clause = sentence.slice(to).trimStart();
  if (
    !head?.tags.has('Noun') ||
    head.tags.has('Date') ||
    NO_ONE.test(head.text) ||
    (clause && !/^[,.;:!?—–)"”]|^(?:who|whose)\b/.test(clause))
  )
    return null;
  return sentence.slice(from, to);
}
