/** Longest first line, in UTF-16 units (contract). */
export const LEAD_LIMIT = 160;

/** Cuts a text at the end of a sentence or clause, at the latest at a word, so that it fits. */
export function cutTo(text: string, limit: number = LEAD_LIMIT): string {
  const trimmed = text.trim();
  if (trimmed.length <= limit) return trimmed;
  const head = trimmed.slice(0, limit);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '));
  if (sentence > limit * 0.4) return head.slice(0, sentence);
  const clause = head.lastIndexOf(', ');
  if (clause > limit * 0.5) return head.slice(0, clause);
  const word = head.lastIndexOf(' ', limit - 1);
  return `${head.slice(0, word > 0 ? word : limit - 1)}…`;
}

/** Cuts a text at the last clause that fits, so that what is left is whole; empty where even the first does not fit. */
export function cutAtClause(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.max(0, limit));
  return head.slice(0, Math.max(head.lastIndexOf('; '), head.lastIndexOf(', '), 0));
}

/** Joins parts with a separator as long as they fit; the first is cut if it alone does not. */
export function joinFitting(parts: readonly string[], separator = '; ', limit: number = LEAD_LIMIT): string {
  let joined = '';
  for (const part of parts) {
    if (!part) continue;
    const next = joined ? joined + separator + part : cutTo(part, limit);
    if (next.length > limit) break;
    joined = next;
  }
  return joined;
}

/**
 * A description as it could have been given on a day: without the clauses that speak of a later year. The first clause
 * stays whatever it says; what was cut is told further down the card.
 */
export function asKnownIn(text: string, year: number): string {
  const clauses = text.split(/(?<=[;,.]) /);
  const later = (clause: string) => [...clause.matchAll(/\b(?:1[5-9]|20)\d{2}\b/g)].some((match) => Number(match[0]) > year);
  const first = clauses.findIndex((clause, at) => at > 0 && later(clause));
  if (first < 0) return text;
  // Clauses hang together: what follows a cut one may lean on it, up to the next sentence or semicolon.
  const kept = clauses.slice(0, first);
  for (let at = first + 1; at < clauses.length; at++) {
    const clause = clauses[at] ?? '';
    if (/[;.]$/.test(clauses[at - 1] ?? '') && !later(clause)) kept.push(clause);
  }
  return kept.join(' ').replace(/[;,]$/, '');
}

/** Without the full stop at its end. */
export function withoutStop(text: string): string {
  return text.replace(/(?<!\b\p{Lu})\.$/u, '');
}

/** "335,000": digits in groups, as English news writes them. */
function wordCount(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "about 335,000 people", "about 10 million people". */
export function wordPopulation(population: number): string {
  if (population >= 1_000_000) {
    const millions = population / 1_000_000;
    return `about ${millions >= 20 ? Math.round(millions) : Math.round(millions * 10) / 10} million people`;
  }
  return population > 0 ? `about ${wordCount(population)} people` : 'uninhabited';
}
