const ENDS_SENTENCE = /[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu;
const NOT_END =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|Rev|Fr|Msgr|Hon|Pvt|Adm|Cllr|Insp|Supt|No|vs|Jr|Sr|U\.S|U\.K|U\.N)|\b\p{Lu})\.["”’)]*\s+$/u;

/** The sentence of a text around an offset, with the sentence's own offset. */
export function sentenceAround(text: string, start: number, end: number): { sentence: string; offset: number } {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(ENDS_SENTENCE)) {
    const boundary = match.index + match[0].length;
    if (NOT_END.test(text.slice(Math.max(0, match.index - 8), boundary))) continue;
    if (boundary <= start) from = boundary;
    else if (match.index + 1 >= end) {
      to = match.index + match[0].trimEnd().length;
      break;
    }
  }
  return { sentence: text.slice(from, to).trimEnd(), offset: from };
}
