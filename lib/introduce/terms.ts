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
    at = start + term.text.length;
    terms.push({ text: term.text, tags: new Set(term.tags ?? []), start, end: at });
  }
  return terms;
}

export const isPunctuated = (between: string) => /[,;:.!?()"“”—–]/.test(between);
