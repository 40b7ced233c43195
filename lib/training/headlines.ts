import type { GoldText } from './corpus.ts';

/** Small words that headlines leave small. */
const SMALL = /^(?:a|an|the|and|but|or|for|nor|as|at|by|in|of|on|to|up|with|from|over|after)$/;

/** A sentence as a headline In Title Case or IN CAPITALS would have it; offsets stay. */
function recase(text: string, how: 'title' | 'shouting'): string {
  const cased =
    how === 'shouting'
      ? text.toUpperCase()
      : text.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (word, at: number) =>
          at > 0 && SMALL.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
        );
  return cased.length === text.length ? cased : text;
}

/** Share of paragraphs whose first sentence is made a headline too. */
const SHARE = 0.12;

/** The text with some of its sentences before it as headlines: what capitals do not say there must come from the words. */
export function withHeadlines(gold: GoldText, random: () => number): GoldText {
  let text = '';
  const spans: GoldText['spans'][number][] = [];
  for (const match of gold.text.matchAll(/[^\n]+/g)) {
    const sentence = /^.{25,110}?(?=[.!?](?:\s|$))/.exec(match[0])?.[0];
    if (!sentence || random() > SHARE) continue;
    const from = match.index;
    const to = from + sentence.length;
    if (gold.open.some(([start, end]) => start < to && end > from)) continue;
    if (gold.spans.some((span) => span.start < to && span.end > to)) continue;
    for (const span of gold.spans)
      if (span.start >= from && span.end <= to)
        spans.push({ ...span, start: text.length + span.start - from, end: text.length + span.end - from });
    text += `${recase(sentence, random() < 0.75 ? 'title' : 'shouting')}\n\n`;
  }
  const shift = text.length;
  return {
    ...gold,
    text: text + gold.text,
    spans: [...spans, ...gold.spans.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift }))],
    open: gold.open.map(([start, end]) => [start + shift, end + shift] as const),
  };
}
