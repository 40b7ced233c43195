import type { Card } from '#lib/card/index.ts';
import type { Words } from '#lib/words/index.ts';
import { lineLabel, STEP_LABELS } from './labels.ts';
import { capital, namedHere } from './wording.ts';

/** Entries of one relation that a copy names, at most. */
const MOST_NAMED = 8;

/** A card as plain text, for the clipboard. */
export function cardText(card: Card, words: Words): string {
  const { say } = words;
  const lead = card.here ? `${say('card_here')} ${card.lead}` : card.entry === null ? `“${card.lead}”` : capital(card.lead);
  const steps = card.steps.map(({ rel, to, more }) => {
    const rest = to.length - MOST_NAMED + more;
    const names = to.slice(0, MOST_NAMED).map(({ name }) => name);
    return `${say(STEP_LABELS[rel])}: ${names.join(', ')}${rest > 0 ? ` ${words.count('card_more', rest)}` : ''}`;
  });
  return [
    card.title,
    card.lead && lead,
    card.quote && `“${card.quote.sentence}”`,
    ...card.lines.map(({ label, texts }) => `${say(lineLabel(label))}: ${texts.join('; ')}`),
    ...steps,
    [...card.facts, ...namedHere(card, words)].join(' · '),
    card.wikipedia && wikipediaAddress(card.wikipedia),
  ]
    .filter(Boolean)
    .join('\n');
}

/** Address of an article of the English Wikipedia by its title with underscores. */
export function wikipediaAddress(title: string): string {
  return `https://en.wikipedia.org/wiki/${encodeURIComponent(title)}`;
}
