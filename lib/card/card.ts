import type { Day } from '#lib/chronicle/index.ts';
import { parsePartialDate } from '#lib/chronicle/index.ts';
import type { Entry, Glossary } from '#lib/glossary/index.ts';
import type { Introduction } from '#lib/introduce/index.ts';
import type { Mention } from '#lib/names/index.ts';
import { shownText } from '#lib/text/index.ts';
import type { Card, CardLine, CardSteps, Quote } from './model.ts';
import { foldedWords, newWords } from './novelty.ts';
import { lifeFacts, personLead, personLines } from './person.ts';
import { demonymLead, demonymWhose, metonymLead, metonymMeant, standingLead, standingLines, standingWhat } from './place.ts';
import { leadersStep, peopleOf, stepsOf } from './steps.ts';
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
export function cardOf({ mention, day, count, introduction }: CardRequest, glossary: Glossary): Card {
  if (mention.entry === null) return strangerCard(mention, count, introduction);
  const entry = glossary.entry(mention.entry);
  const remark = mention.via === 'repaired' ? 'repaired' : mention.confidence < UNCERTAIN ? 'uncertain' : null;
  const others = mention.others.map((number) => {
    const other = glossary.entry(number);
    const { id, name, kind, subkind, country } = other;
    return { id, name, lead: leadOf(other, day), kind, subkind: subkind ?? null, country };
  });
  const seen = asMet(mention, entry, day, glossary) ?? { lead: cardLead(entry, day) };
  const card = { ...entryCard(entry, day, count, glossary, seen), remark, others, met: formMet(mention, entry) } as const;
  const known = mention.others.findIndex((number) => glossary.index.head(number).renown >= NAMESAKE_RENOWN);
  const other = others[known];
  const namesake =
    other && remark !== 'uncertain' && folded(other.name) === folded(entry.name) && !TELLS_OFF.test(card.lead) ? other : null;
  const lines: readonly CardLine[] = namesake
    ? [...card.lines, { label: 'not', texts: [cutTo(namesake.lead.replace(TELLS_OFF, ''), NAMESAKE_LIMIT)] }]
    : card.lines;
  return { ...card, lines, quote: introduction && addsTo(introduction, card) ? quoteOf(introduction) : null };
}

/** What a card says of an entry that one stepped to. */
export function cardOfEntry(entry: Entry, day: Day, count: number, glossary: Glossary): Card {
  return entryCard(entry, day, count, glossary, { lead: cardLead(entry, day) });
}

/** How the use of a name in the article changes what its card says first. */
interface Seen {
  readonly title?: string;
  readonly here?: true;
  readonly lead: string;
  /** Entries to step to before the entry's own. */
  readonly steps?: readonly CardSteps[];
}

function asMet(mention: Mention, entry: Entry, day: Day, glossary: Glossary): Seen | null {
  if (mention.via === 'metonym') {
    const principal = entry.standsFor ? glossary.byId(entry.standsFor) : null;
    const state = principal && stateOf(principal, glossary);
    if (!principal) return null;
    return {
      here: true,
      lead: cutTo(metonymMeant(principal, state, day)),
      steps: leadersStep(state ? [principal, state] : [principal], day),
    };
  }
  if (mention.via !== 'demonym' || entry.kind !== 'place') return null;
  const people = peopleOf(entry.demonyms, glossary);
  return {
    title: entry.demonyms[0] ?? entry.name,
    lead: demonymWhose(entry, mention.surface),
    steps: [
      { rel: 'country', to: [{ id: entry.id, name: entry.name }], more: 0 },
      ...(people ? [{ rel: 'people' as const, to: [{ id: people.id, name: people.name }], more: 0 }] : []),
    ],
  };
}

const cardLead = (entry: Entry, day: Day) => (entry.kind === 'person' ? personLead(entry, day) : standingWhat(entry, day));

function entryCard(entry: Entry, day: Day, count: number, glossary: Glossary, seen: Seen): Card {
  const own = stepsOf(entry, day, glossary);
  const first = seen.steps ?? [];
  return {
    name: entry.name,
    title: seen.title ?? entry.name,
    kind: entry.kind,
    subkind: entry.subkind ?? null,
    here: seen.here ?? false,
    lead: seen.lead,
    lines: entry.kind === 'person' ? personLines(entry, day) : standingLines(entry, day, seen.lead),
    facts: factsOf(entry, day),
    quote: null,
    met: null,
    count,
    remark: null,
    others: [],
    steps: [...first, ...own.filter(({ rel }) => !first.some((given) => given.rel === rel))],
    place: entry.lat !== undefined && entry.lon !== undefined ? { lat: entry.lat, lon: entry.lon } : null,
    wikipedia: entry.wikipedia ?? null,
    entry: entry.id,
    key: entry.id,
  };
}

function strangerCard(mention: Mention, count: number, introduction: Introduction | null): Card {
  const name = shownText(mention.bearer ?? mention.surface, LONGEST_NAME);
  return {
    name,
    title: name,
    kind: mention.kind,
    subkind: null,
    here: false,
    lead: introduction ? cutTo(shownText(introduction.phrase, LONGEST_SAID)) : '',
    lines: [],
    facts: [],
    quote: introduction && quoteOf(introduction),
    met: null,
    count,
    remark: null,
    others: [],
    steps: [],
    place: null,
    wikipedia: null,
    entry: null,
    key: strangerKey(name),
  };
}

/** By which the reader's choices know a name that only articles speak of. */
export function strangerKey(name: string): string {
  return `=${folded(name).replaceAll('/', ' ').slice(0, LONGEST_KEY)}`;
}

const LONGEST_KEY = 110;
/** Of an article's own words, UTF-16 units that a card shows. */
const LONGEST_NAME = 160;
const LONGEST_SAID = 640;
const NAMESAKE_LIMIT = 90;
/** One of the same name that a reader could think of. */
const NAMESAKE_RENOWN = 3;
/** Where a description itself tells the namesake off ("…; not the US state of Georgia"). */
const TELLS_OFF = /[;,] not the .*$/;
const folded = (text: string) => foldedWords(text).join(' ');
const quoteOf = ({ phrase, sentence }: Introduction): Quote => ({
  phrase: shownText(phrase, LONGEST_SAID),
  sentence: shownText(sentence, LONGEST_SAID),
});

/** The form that was met, where the title does not hold its words: an acronym, an alias. */
function formMet(mention: Mention, entry: Entry): string | null {
  if (mention.via === 'demonym' || mention.via === 'metonym' || mention.via === 'repaired') return null;
  const title = foldedWords(entry.name);
  const isThere = (word: string) =>
    title.some((other) => other === word || (word.length > 2 && other.slice(0, 4) === word.slice(0, 4)) || word === `${other}s`);
  return foldedWords(mention.surface).every(isThere) ? null : shownText(mention.surface, LONGEST_NAME);
}

/** Words by which a phrase is more than who somebody is. */
const TELLS_A_STORY = /\b(?:against|by|with|to|from|that|said|told|who)\b/;

/** Whether what the article says of a name tells more than the card: two words at least that the card does not have. */
export function addsTo({ phrase }: Pick<Introduction, 'phrase'>, card: Pick<Card, 'title' | 'lead' | 'lines'>): boolean {
  if (TELLS_A_STORY.test(phrase)) return false;
  return newWords(phrase, [card.title, card.lead, ...card.lines.flatMap(({ texts }) => texts)]) >= 2;
}

function factsOf(entry: Entry, day: Day): string[] {
  if (entry.kind === 'person') return lifeFacts(entry, day);
  const facts: string[] = [];
  if (entry.population !== undefined) facts.push(wordPopulation(entry.population));
  const founded = entry.founded ? parsePartialDate(entry.founded) : null;
  if (founded && entry.kind === 'organisation' && !entry.summary.includes(String(founded.year))) facts.push(`founded ${founded.year}`);
  return facts;
}
