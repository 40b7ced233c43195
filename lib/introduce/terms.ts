import nlp from 'compromise';

/** A word of a sentence with compromise's tags. UTF-16 units into the sentence. */
export interface Term {
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  readonly start: number;
  readonly end: number;
}

interface CompromiseTerm {
  text: string;
  pre: string;
  post: string;
  tags?: string[];
}

export function termsOf(text: string): Term[] {
  const sentences = nlp(text).json({ terms: { text: true, tags: true }, offset: false }) as { terms: CompromiseTerm[] }[];
  const terms: Term[] = [];
  let at = 0;
  for (const term of sentences.flatMap((sentence) => sentence.terms)) {
    if (!term.text) continue;
    const start = text.indexOf(term.text, at);
    if (start < 0) continue;
    const last = terms.at(-1);
    at = start + term.text.length;
    // "left-back", "team-mate": compromise takes what hyphens join apart; its last part tells what it is.
    const joins = last && text.slice(last.end, start) === '-';
    const from = joins ? last.start : start;
    if (joins) terms.pop();
    terms.push({ text: text.slice(from, at), tags: new Set(term.tags ?? []), start: from, end: at });
  }
  return terms;
}

/** A hyphen between spaces is a dash: "SAN LAZARO - President …". */
export const isPunctuated = (between: string) => /[,;:.!?()"“”—–]|\s-+\s/.test(between);
