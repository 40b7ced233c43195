import { leadOf } from '#lib/card/index.ts';
import type { Day } from '#lib/chronicle/index.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import type { Mention } from '#lib/names/index.ts';
import { shownText } from '#lib/text/index.ts';
import { factsAround } from './facts.ts';
import type { Cast, CastMember } from './model.ts';

/** Of an article's own name, UTF-16 units that the list shows. */
const LONGEST_NAME = 160;

/** A mention with its number among all of the page. */
export interface NumberedMention {
  readonly number: number;
  readonly mention: Pick<Mention, 'surface' | 'kind' | 'entry' | 'bearer'>;
}

/** Lists who and what is named: once each, the most often named first, then in the order of the text. */
export function castOf(mentions: readonly NumberedMention[], day: Day, glossary: Glossary): Cast {
  const grouped = new Map<number | string, NumberedMention[]>();
  for (const one of mentions) {
    const { entry, bearer, surface, kind } = one.mention;
    const key = entry ?? `=${kind} ${bearer ?? surface}`;
    const group = grouped.get(key);
    if (group) group.push(one);
    else grouped.set(key, [one]);
  }
  const order = [...grouped].sort(([, a], [, b]) => b.length - a.length || (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
  const members: CastMember[] = [];
  const entries: { key: string; number: number }[] = [];
  for (const [key, group] of order) {
    const numbers = group.map(({ number }) => number);
    const first = group[0]?.mention;
    if (!first) continue;
    if (typeof key === 'string') {
      const { kind, bearer, surface } = first;
      members.push({
        key,
        name: shownText(bearer ?? surface, LONGEST_NAME),
        kind,
        entry: null,
        lead: '',
        mentions: numbers,
        isPlace: false,
        wikipedia: null,
      });
      continue;
    }
    const entry = glossary.entry(key);
    entries.push({ key: entry.id, number: key });
    members.push({
      key: entry.id,
      name: entry.name,
      kind: entry.kind,
      entry: entry.id,
      lead: leadOf(entry, day),
      mentions: numbers,
      isPlace: entry.lat !== undefined && entry.lon !== undefined,
      wikipedia: entry.wikipedia ?? null,
    });
  }
  return {
    day,
    members,
    facts: factsAround(
      entries.map(({ number }) => glossary.entry(number)),
      day,
    ),
  };
}
