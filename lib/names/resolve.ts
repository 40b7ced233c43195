import type { Gazetteer, Head, Kind, Posting } from '#lib/glossary/index.ts';
import type { Token } from '#lib/text/index.ts';
import { placedBefore, speaksAfter, titleBefore } from './context.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import type { Match } from './match.ts';
import type { Block } from './prepare.ts';
import { formOf, NOWHERE, nearness, placesAround, type Whereabouts } from './whereabouts.ts';

/** What the article as a whole says about who and where it is about; gathered from its sure names. */
export interface Company {
  /** Mentions by packed country code. */
  readonly countries: ReadonlyMap<number, number>;
  /** Mentions of the state that is named most often. */
  readonly most: number;
  /** Of forms that can be several places: how many of the mentions are their own, by packed country code. */
  readonly ownVotes: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Entries named by a form that is theirs alone or in full. */
  readonly present: ReadonlySet<number>;
  readonly whereabouts: Whereabouts;
}

/** One reading with its score: log-odds that it is meant, by the weights below. */
export interface Scored {
  readonly posting: Posting;
  readonly head: Head;
  readonly score: number;
}

/** Prior by renown, 0 (unused) to 5. */
export const RENOWN = [0, -0.2, 0.6, 1.4, 2.2, 3.2];
/** Log-odds that each piece of evidence adds. */
export const WEIGHT = {
  weak: -3.2,
  weakAlone: -2.2,
  weakPlace: -2.4,
  /** A surname that is a given name as well ("John") is somebody's given name until the full name is there. */
  weakGiven: -4.2,
  word: -0.9,
  wordOpens: -1.6,
  lowerCaseToo: -2.5,
  country: 0.9,
  /** A state against a town of its name. */
  state: 0.6,
  present: 4.5,
  presentToo: 1.5,
  titlePerson: 1.8,
  titleOther: -1.2,
  placedPlace: 0.8,
  placedPerson: -0.9,
  speaksActor: 0.4,
  beforeActive: -1.5,
  /** A war, an election or a treaty of a later year cannot be meant, only another of the same name. */
  beforeBegun: -4.5,
  afterActive: -0.6,
  foreignBody: -3.5,
  /** For each unit of log-odds by which another state is named more often than a party's or ministry's own. */
  otherState: 0.8,
  /** A party or ministry by a short form that many share, in an article about its own state. */
  atHome: 2.2,
  longer: 1.2,
  /** For each unit of log-odds by which the recogniser takes these very words for a name of the reading's kind. */
  looks: 1,
  repaired: -0.3,
} as const;
/** Whether a form can be several places, or one that is known by it only where something speaks for it. */
export function isOpenPlace({ index }: Gazetteer, { readings }: Match): boolean {
  return (readings.length > 1 || readings[0]?.weak === true) && readings.some(({ entry }) => index.head(entry).kind === 'place');
}

const NO_VOTES: ReadonlyMap<number, number> = new Map();

/** What the article's states say for a reading; what the form itself said of them (`own`) does not count. */
function support(head: Head, company: Company, own: ReadonlyMap<number, number>): number {
  const named = (country: number) => (company.countries.get(country) ?? 0) - (own.get(country) ?? 0);
  const count = Math.max(named(head.country), named(head.country2));
  return head.country === 0 || count === 0 ? 0 : Math.min(2, 0.7 + Math.log2(count) * 0.45);
}

/** A weak form costs less where it is one person's surname in all the glossary and no word or given name besides. */
function weakness(match: Match, posting: Posting, head: Head, token: Token | undefined): number {
  const alone = match.readings.length === 1 && match.first === match.last && head.kind === 'person' && !posting.word;
  if (alone && head.renown >= 3 && token && token.folded.length > 3 && !GIVEN_NAMES.has(token.folded)) return WEIGHT.weakAlone;
  if (head.kind === 'person' && token && match.first === match.last && GIVEN_NAMES.has(token.folded)) return WEIGHT.weakGiven;
  return head.kind === 'place' ? WEIGHT.weakPlace : WEIGHT.weak;
}

/** Bodies whose names many states share ("Democratic Party", "Supreme Court"). */
const DOMESTIC = new Set(['party', 'government-body', 'police', 'court']);
const isDomestic = (head: Head) => head.kind === 'organisation' && head.country !== 0 && DOMESTIC.has(head.subkind ?? '');

/** Whether an article speaks of states, but not of this one. */
function isForeign(head: Head, company: Company): boolean {
  return company.countries.size > 0 && !company.countries.has(head.country) && !company.countries.has(head.country2);
}

/** How much the words look like a name of a kind, by the recogniser: log-odds. */
export type Looks = (kind: Kind) => number;

/** What the states that an article names say for or against a body of one of them. */
function domesticity(posting: Posting, head: Head, company: Company): number {
  if (isForeign(head, company)) return WEIGHT.foreignBody;
  const own = Math.max(company.countries.get(head.country) ?? 0, company.countries.get(head.country2) ?? 0);
  const atHome = posting.weak && own > 0 && own === company.most ? WEIGHT.atHome : 0;
  return atHome + WEIGHT.otherState * Math.log((own + 1) / (company.most + 1));
}

/** Scores every reading of a match in its context, best first. */
export function scoreReadings(
  gazetteer: Gazetteer,
  block: Block,
  match: Match,
  company: Company,
  lowerCase: ReadonlySet<string>,
  year: number,
): Scored[] {
  const { tokens } = block;
  const first = tokens[match.first];
  const single = match.first === match.last;
  const titled = titleBefore(tokens, match.first) >= 0;
  const placed = placedBefore(tokens, match.first);
  const speaks = speaksAfter(tokens, match.last);
  const form = company.whereabouts !== NOWHERE && isOpenPlace(gazetteer, match) ? formOf(block, match) : null;
  const votes = form === null ? NO_VOTES : (company.ownVotes.get(form) ?? NO_VOTES);
  const scored = match.readings.map((posting) => {
    const head = gazetteer.index.head(posting.entry);
    let score = RENOWN[head.renown] ?? 0;
    if (posting.weak) score += weakness(match, posting, head, first);
    if (company.present.has(posting.entry)) score += posting.weak ? WEIGHT.present : match.readings.length > 1 ? WEIGHT.presentToo : 0;
    const opens = first?.opens === true || tokens[match.first - 1]?.opens === true;
    if (single && posting.word && !(first?.allCapitals ?? false))
      score += opens || block.style !== 'sentence' ? WEIGHT.wordOpens : WEIGHT.word;
    if (single && first && lowerCase.has(first.folded) && posting.acronyms === 0 && posting.via !== 'demonym') score += WEIGHT.lowerCaseToo;
    if (!single) score += WEIGHT.longer;
    if (posting.via === 'repaired') score += WEIGHT.repaired;
    if (isDomestic(head)) score += domesticity(posting, head, company);
    score += WEIGHT.country * support(head, company, votes);
    if (titled) score += head.kind === 'person' ? WEIGHT.titlePerson : single && !(posting.via === 'demonym') ? WEIGHT.titleOther : 0;
    if (placed) score += head.kind === 'place' ? WEIGHT.placedPlace : head.kind === 'person' ? WEIGHT.placedPerson : 0;
    if (speaks && head.kind !== 'thing') score += WEIGHT.speaksActor;
    if (year < head.fromYear) score += head.kind === 'thing' ? WEIGHT.beforeBegun : WEIGHT.beforeActive;
    else if (year > head.toYear + 1) score += WEIGHT.afterActive;
    if (head.subkind === 'country' && form !== null && posting.via !== 'demonym') score += WEIGHT.state;
    if (head.kind === 'place' && form !== null && !(posting.weak && posting.via === 'short')) {
      const cost = posting.weak ? weakness(match, posting, head, first) : 0;
      const around = placesAround(gazetteer, company.whereabouts, posting.entry, form);
      score += nearness(company.whereabouts, match, posting.entry, around, cost);
    }
    return { posting, head, score };
  });
  return sorted(scored);
}

const sorted = (scored: Scored[]) =>
  scored.sort((a, b) => b.score - a.score || b.head.renown - a.head.renown || a.posting.entry - b.posting.entry);

/** The same readings with what the recogniser says of their kinds, best first. */
export function withLooks(scored: readonly Scored[], looks: Looks): Scored[] {
  return sorted(
    scored.map((one) => ({ ...one, score: one.score + WEIGHT.looks * looks(one.posting.via === 'demonym' ? 'group' : one.head.kind) })),
  );
}

/** Confidence that the best reading is meant: its own odds, shared with the rest. */
export function confidenceOf(scored: readonly Scored[]): number {
  const best = scored[0];
  if (!best) return 0;
  const own = 1 / (1 + Math.exp(-(best.score + 0.6)));
  const rest = scored.slice(1).filter((other) => !sameReferent(best, other));
  const share = 1 / (1 + rest.reduce((sum, other) => sum + Math.exp(Math.min(0, other.score - best.score) * 1.6), 0));
  return Math.round(Math.min(0.99, own * share) * 100) / 100;
}

/** Readings of one name between which to choose is no doubt about who is meant. */
function sameReferent(a: Scored, b: Scored): boolean {
  return isSeatOf(a.head, b.head) || isSeatOf(b.head, a.head) || isAdjectiveOf(a, b);
}

/** A town and the region around it that has its name from it. */
const isSeatOf = (town: Head, region: Head): boolean =>
  town.subkind === 'city' && region.subkind === 'region' && town.country !== 0 && town.country === region.country;

/** A people and its state share their adjective. */
function isAdjectiveOf(a: Scored, b: Scored): boolean {
  return a.posting.via === 'demonym' && (b.head.kind === 'group' || b.posting.via === 'demonym') && a.head.country === b.head.country;
}

/** Gathers the company from the matches that need no context to be understood. */
export function companyOf(gazetteer: Gazetteer, blocks: readonly Block[], matches: readonly (readonly Match[])[]): Company {
  const countries = new Map<number, number>();
  const ownVotes = new Map<string, Map<number, number>>();
  const present = new Set<number>();
  blocks.forEach((block, number) => {
    for (const match of matches[number] ?? []) {
      const single = match.first === match.last;
      const strong = match.readings.filter((reading) => !reading.weak && !(single && reading.word && block.tokens[match.first]?.opens));
      const heads = strong.map((reading) => gazetteer.index.head(reading.entry));
      const sure = strong.filter((_, at) => (heads[at]?.renown ?? 0) >= 2 || !single);
      if (sure.length !== 1 && !strong.some((reading) => reading.via === 'demonym')) continue;
      const open = isOpenPlace(gazetteer, match);
      const own = open ? votesOf(ownVotes, formOf(block, match)) : null;
      for (const reading of sure) {
        const head = gazetteer.index.head(reading.entry);
        if (!isDomestic(head))
          for (const country of [head.country, head.country2]) {
            if (country === 0) continue;
            countries.set(country, (countries.get(country) ?? 0) + 1);
            own?.set(country, (own.get(country) ?? 0) + 1);
          }
        // "Democratic Party" is at first any state's.
        const shared = (isDomestic(head) && match.readings.length > 1) || (open && head.kind === 'place');
        if ((!single || head.kind !== 'person') && !shared) present.add(reading.entry);
      }
    }
  });
  return { countries, most: Math.max(0, ...countries.values()), ownVotes, present, whereabouts: NOWHERE };
}

function votesOf(votes: Map<string, Map<number, number>>, form: string): Map<number, number> {
  const known = votes.get(form) ?? new Map<number, number>();
  votes.set(form, known);
  return known;
}
