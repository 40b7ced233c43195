import { type Gazetteer, numberOfId } from '#lib/glossary/index.ts';
import type { Mention } from '#lib/names/index.ts';
import { strangerKey } from './card.ts';

/** What the reader said of a name in one article: it means another entry (`to`), or is not to be marked (null). */
export interface Choice {
  /** The card's key: an entry's id, or `=` and the folded name. */
  readonly from: string;
  readonly to: string | null;
}

/**
 * The mentions after the reader's choices, each at its own number; null for one that is not to be marked. A choice of another
 * entry holds wherever the form can mean that one.
 */
export function chosen(mentions: readonly Mention[], choices: readonly Choice[], gazetteer: Gazetteer): (Mention | null)[] {
  if (choices.length === 0) return [...mentions];
  const byEntry = new Map<number, Choice[]>();
  const byName = new Map<string, Choice>();
  for (const choice of choices) {
    const number = choice.from.startsWith('=') ? null : numberOfId(gazetteer.index, choice.from);
    if (number !== null) byEntry.set(number, [...(byEntry.get(number) ?? []), choice]);
    else byName.set(choice.from, choice);
  }
  return mentions.map((mention) => {
    if (mention.entry === null) return byName.size > 0 && byName.has(strangerKey(mention.bearer ?? mention.surface)) ? null : mention;
    const entry = mention.entry;
    for (const { to } of byEntry.get(entry) ?? []) {
      if (to === null) return null;
      const number = numberOfId(gazetteer.index, to);
      if (number === null || !mention.others.includes(number)) continue;
      const others = [entry, ...mention.others.filter((other) => other !== number)];
      return { ...mention, entry: number, kind: gazetteer.index.head(number).kind, via: 'alias', confidence: 1, others };
    }
    return mention;
  });
}
