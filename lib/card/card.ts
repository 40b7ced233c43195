import type { Day } from '#lib/chronicle/index.ts';
import { parsePartialDate } from '#lib/chronicle/index.ts';
import type { Entry, Glossary } from '#lib/glossary/index.ts';
import type { Introduction } from '#lib/introduce/index.ts';
import type { Mention } from '#lib/names/index.ts';
import type { Card, CardLine } from './model.ts';
import { lifeFacts, personLead, personLines } from './person.ts';
import { demonymLead, metonymLead, standingLead, standingLines } from './place.ts';
import { cutTo, wordPopulation } from './wording.ts';

/** Below this confidence a card says that its reading is uncertain. */
const UNCERTAIN = 0.7;

/** The first line for an entry on a day, whatever the mention. */
export function leadOf(entry: Entry, day: Day): string {
  return entry.kind === 'person' ? personLead(entry, day) : standingLead(entry, day);
}

type Named = Pick<Mention, 'surface' | 'via' | 'entry' | 'bearer'>;

/** The first line for a mention on a day: `leadOf` its entry, seen from how the name is used here. */
export function noteOf(mention: Named, glossary: Glossary, day: Day, introduction: Introduction | null): string {
  if (mention.entry === null) return introduction ? cutTo(introduction.phrase) : '';
  const entry = glossary.entry(mention.entry);
  if (mention.via === 'metonym') {
    const principal = entry.standsFor ? glossary.byId(entry.standsFor) : null;
    if (principal) return metonymLead(entry, principal, stateOf(principal, glossary), day);
  }
  if (mention.via === 'demonym' && entry.kind === 'place') return demonymLead(entry, mention.surface, day);
  return leadOf(entry, day);
}

/** The state a body is part of. */
function stateOf(body: Entry, glossary: Glossary): Entry | null {
  const link = body.links.find((candidate) => candidate.rel === 'part-of');
  return link ? glossary.byId(link.to) : null;
}

export interface CardRequest {
  readonly mention: Mention;
  readonly day: Day;
  /** How often the article names the same. */
  readonly count: number;
  readonly introduction: Introduction | null;
}

/** What a card says of a mention. */
export function cardOf(request: CardRequest, glossary: Glossary): Card {
  const { mention, day, count, introduction } = request;
  const lead = noteOf(mention, glossary, day, introduction);
  const quote = introduction ? { phrase: introduction.phrase, sentence: introduction.sentence } : null;
  const others = mention.others.map((number) => {
    const other = glossary.entry(number);
    return { id: other.id, name: other.name, lead: leadOf(other, day) };
  });
  const remark = mention.via === 'repaired' ? 'repaired' : mention.confidence < UNCERTAIN ? 'uncertain' : null;
  const shared = { count, remark, quote } as const;
  if (mention.entry === null) {
    return {
      ...shared,
      title: mention.bearer ?? mention.surface,
      kind: mention.kind,
      subkind: null,
      lead,
      lines: [],
      facts: [],
      others: [],
      place: null,
      wikipedia: null,
      entry: null,
    };
  }
  const entry = glossary.entry(mention.entry);
  return {
    ...shared,
    title: entry.name,
    kind: entry.kind,
    subkind: entry.subkind ?? null,
    lead,
    lines: linesOf(entry, day, lead),
    facts: factsOf(entry, day),
    others: remark === 'uncertain' ? others : [],
    place: entry.lat !== undefined && entry.lon !== undefined ? { lat: entry.lat, lon: entry.lon } : null,
    wikipedia: entry.wikipedia ?? null,
    entry: entry.id,
  };
}

function linesOf(entry: Entry, day: Day, lead: string): CardLine[] {
  if (entry.kind === 'person') return personLines(entry, day);
  return standingLines(entry, day, lead);
}

function factsOf(entry: Entry, day: Day): string[] {
  if (entry.kind === 'person') return lifeFacts(entry, day);
  const facts: string[] = [];
  if (entry.population !== undefined) facts.push(wordPopulation(entry.population));
  const founded = entry.founded ? parsePartialDate(entry.founded) : null;
  if (founded && entry.kind === 'organisation') facts.push(`founded ${founded.year}`);
  return facts;
}
