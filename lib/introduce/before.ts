import { COURTESY, JOINS, QUALIFIERS, RANK, SHORT_TITLES, saysWho, singular } from './roles.ts';
import { isPunctuated, type Term } from './terms.ts';

/** Longest way back from a name to the role that names its bearer, in words. */
const FARTHEST = 14;

const says = ({ text, start }: Term): boolean => saysWho(text, start === 0);

const stops = (term: Term): boolean => {
  const { tags } = term;
  return (
    tags.has('Pronoun') ||
    tags.has('Determiner') ||
    tags.has('Preposition') ||
    tags.has('Conjunction') ||
    (tags.has('Verb') && !says(term)) ||
    tags.has('Date') ||
    (tags.has('Adverb') && !says(term))
  );
};

const qualifies = (term: Term): boolean => {
  const { text, tags } = term;
  if (QUALIFIERS.test(text)) return true;
  const nominal = tags.has('Noun') || tags.has('Adjective') || tags.has('Acronym') || tags.has('Demonym') || says(term);
  return nominal && !stops(term) && !/['’]s?$/.test(text) && !JOINS.test(text);
};

/** What is said before a name: the words themselves, and where the name with its courtesies begins. */
export interface Before {
  readonly phrase: string | null;
  readonly start: number;
}

/**
 * What stands right before a name and says what its bearer is: "US military analyst", "the president of the Lombardy region,",
 * "Sen.". `start` and `end`: the name in the sentence, UTF-16 units.
 */
export function readBefore(sentence: string, terms: readonly Term[], start: number, end: number): Before {
  let from = start;
  let short: string | null = null;
  for (;;) {
    const last = terms.findLast((term) => term.end <= from);
    const bare = last?.text.replace(/\W+$/, '').toLowerCase() ?? '';
    if (!last || !/^[.\s]*$/.test(sentence.slice(last.end, from)) || !/^\p{Lu}/u.test(last.text)) break;
    const title = SHORT_TITLES.get(bare);
    if (!title && !COURTESY.test(bare)) break;
    short = title && short ? `${title} ${short}` : (title ?? short);
    from = last.start;
  }
  // "The store's manager, one Titus Mulwa", "the parish clerk, a Mrs Wagstaff"
  from -=
    (from < start ? /(?<=,\s+)(?:one|an?|a certain)\s+$/ : /(?<=,\s+)(?:one|a certain)\s+$/).exec(sentence.slice(0, from))?.[0].length ?? 0;
  const before = terms.filter((term) => term.end <= from).slice(-FARTHEST);
  const phrase =
    namedAs(sentence.slice(0, from)) ??
    isNamed(sentence.slice(0, from)) ??
    bodyRole(sentence, before, from, end) ??
    postBeforeRank(sentence, before, from, end) ??
    joinedRole(sentence.slice(0, from)) ??
    titleRun(sentence, before, from, end) ??
    inCourt(sentence.slice(0, from)) ??
    short ??
    ownerBefore(sentence, before, from, end);
  return { phrase, start: from };
}

/** "A spokesman for the army, Lieutenant Colonel Ade": the post says more than the rank between. */
function postBeforeRank(sentence: string, before: readonly Term[], start: number, end: number): string | null {
  const rank = titleRun(sentence, before, start, end);
  if (!rank || !RANK.test(rank)) return null;
  const from = sentence.lastIndexOf(rank, start);
  const earlier = before.filter((term) => term.end <= from);
  return from > 0 && /,\s+$/.test(sentence.slice(0, from)) ? bodyRole(sentence, earlier, from, end) : null;
}

/** "Mum-of-five Doreen Huxley", "Her son-in-law Mathieu": roles of several words that hyphens join. */
const joinedRole = (before: string): string | null =>
  /(?:^|\s)((?:mum|mother|dad|father|gran|grandmother)-of-\p{L}+|(?:son|daughter|brother|sister|mother|father)-in-law|sub-officer),?\s+$/iu.exec(
    before,
  )?.[1] ?? null;

/** "Prosecuting, Sunita Ray said": court reports say so what a lawyer or a judge does. */
const inCourt = (before: string): string | null =>
  /(?:^|[.!?]["”’)]?\s+)((?:Prosecuting|Defending|Presiding|Officiating)(?: for [^,]{3,40})?),\s+$/u.exec(before)?.[1] ?? null;

/** "The architect is Selin Kaya", "My partner in it was …": the role is the subject. */
function isNamed(before: string): string | null {
  const role =
    /(?:^|[,;.]\s+|\b(?:and|but|while)\s+)(?:the|my|our|its|their|his|her)\s+([^,;:.!?()“”"]{3,60}?)\s+(?:is|was|remains)\s+$/iu.exec(
      before,
    )?.[1];
  const [head = ''] = role?.split(/\s(?:of|in|for|at|to|on|with)\s/) ?? [];
  return role && saysWho(head.split(' ').at(-1) ?? '') ? role : null;
}

/** "The driver, named by the police as", "a night watchman called": the role stands before the naming. */
function namedAs(before: string): string | null {
  const found =
    /\b(?:the|an?)\s+((?:(?!\s(?:the|an?)\s)[^,.;:!?()“”"]){3,60}?),?\s+(?:(?:(?:was|has been|were)\s+)?(?:later\s+)?(?:named|identified)(?:\s+by\s+[^,;.]{3,60})?\s+as|named|called)\s+$/iu.exec(
      before,
    );
  const role = found?.[1] ?? '';
  // "a Canadian called Blair Hutchings"
  const people = /^\p{Lu}\p{L}+(?:an|ese|i)$/u.test(role);
  return people || saysWho(role.split(' ').at(-1) ?? '') ? role : null;
}

/** The run of nouns and adjectives right before the name, if its last noun says what somebody is: "US military analyst". */
function titleRun(sentence: string, before: readonly Term[], start: number, end: number): string | null {
  let first = before.length;
  while (first > 0) {
    const term = before[first - 1];
    const next = before[first]?.start ?? start;
    if (!term) break;
    const between = sentence.slice(term.end, next);
    // "its secretary general, Stanislav Zas.": one comma between the role and a name that ends the clause.
    const apposed = first === before.length && /^,\s$/.test(between) && closesClause(sentence, end);
    if (isPunctuated(between) && !apposed) break;
    // "Transport Minister": a capital between capitals is part of the title, whatever else the word can be.
    const titled =
      /^\p{Lu}/u.test(term.text) && /^\p{Lu}/u.test(before[first]?.text ?? '') && !COURTESY.test(term.text) && !JOINS.test(term.text);
    if (!qualifies(term) && !(titled && term.tags.has('Verb'))) break;
    first--;
  }
  const run = before.slice(first);
  // "to witness city mayor": the first word is what is done.
  if (run.length > 1 && before[first - 1]?.text.toLowerCase() === 'to') run.shift();
  const last = run[run.length - 1];
  if (!last || !says(last)) return null;
  const from = run[0]?.start ?? 0;
  return sentence.slice(ownerFrom(sentence, before, from) ?? from, from) + singular(sentence.slice(from, last.end));
}

/** The nouns and adjectives right before a name: "Portuguese builder", "local radio station". */
export function nounsBefore(sentence: string, terms: readonly Term[], start: number): string | null {
  const before = terms.filter((term) => term.end <= start).slice(-FARTHEST);
  let first = before.length;
  while (first > 0) {
    const term = before[first - 1];
    if (!term || !/^\s+$/.test(sentence.slice(term.end, before[first]?.start ?? start)) || !qualifies(term)) break;
    first--;
  }
  const from = before[first]?.start;
  return from === undefined ? null : sentence.slice(from, start).trim();
}

/** Where "Namibia's" or "the Afghan team's" begins right before an offset; null where no owner stands there. */
function ownerFrom(sentence: string, before: readonly Term[], start: number): number | null {
  let at = before.findIndex((term) => term.end <= start && /^\s+$/.test(sentence.slice(term.end, start)));
  const owner = before[at];
  if (!owner || !/\p{L}['’]s?$/u.test(owner.text) || owner.tags.has('Pronoun') || owner.tags.has('Date')) return null;
  const capital = /^\p{Lu}/u.test(owner.text);
  for (; at > 0; at--) {
    const term = before[at - 1];
    const next = before[at];
    if (!term || !next || isPunctuated(sentence.slice(term.end, next.start))) break;
    if (/^(?:its|his|her|their|our|my|your|whose)$/i.test(term.text)) return capital ? next.start : null;
    if (stops(term) || JOINS.test(term.text) || /['’]s?$/.test(term.text)) break;
    if (capital ? !/^\p{Lu}/u.test(term.text) : !qualifies(term)) break;
  }
  return before[at]?.start ?? null;
}

/** "DAB's Ben Chan": whose somebody is, where the article says no more. */
function ownerBefore(sentence: string, before: readonly Term[], start: number, end: number): string | null {
  const from = ownerFrom(sentence, before, start);
  if (from === null || !/\s/.test(sentence.slice(start, end)) || !/^\p{Lu}/u.test(sentence.slice(from))) return null;
  const owner = sentence.slice(from, start).replace(/(?:['’]s?)?\s*$/, '');
  return owner.length > 1 ? `of ${owner}` : null;
}

const closesClause = (sentence: string, end: number) => /^(?:['’]s)?\s*(?:[.,;:!?)”"]|$)/.test(sentence.slice(end));

/**
 * A role with what it is of: "the president of the Lombardy region, Roberto Maroni, has", "Minister of Mines Jane Doe". Between the
 * two no verb, and a comma before the name unless all is in capitals.
 */
function bodyRole(sentence: string, before: readonly Term[], start: number, end: number): string | null {
  const last = before[before.length - 1];
  if (!last) return null;
  const gap = sentence.slice(last.end, start);
  const apposed = /^\)?,\s$/.test(gap) && closesClause(sentence, end);
  const joined = /^\s$/.test(gap);
  if (!apposed && !joined) return null;
  for (let at = before.length - 2; at >= 0; at--) {
    const term = before[at];
    const next = before[at + 1];
    if (!term || !next) return null;
    const between = sentence.slice(term.end, next.start);
    if (/[;:!?“”"—–,]/.test(between)) return null;
    if (term.tags.has('Verb') && !says(term) && !/^\p{Lu}/u.test(term.text)) return null;
    if (!says(term) || !/^(?:of|for|at|to|in|on|with)$/i.test(next.text)) continue;
    const rest = before.slice(at + 1);
    const capitals = rest.every(({ text }) => /^\p{Lu}/u.test(text) || /^(?:of|for|and|the|on|at|in|to)$/.test(text));
    // "Special Advisor to Ambassador Saperstein" is two persons.
    if (joined && (!(capitals && /^\p{Lu}/u.test(term.text)) || says(last))) return null;
    // "the daughter of a silk dyer, Rahim": the name belongs to what stands next to it.
    const inner = rest.findLastIndex(({ text }) => /^an?$/i.test(text));
    if (apposed && inner >= 0 && says(last)) return sentence.slice(rest[inner + 1]?.start ?? last.start, last.end);
    let first = at;
    while (first > 0) {
      const earlier = before[first - 1];
      if (!earlier || isPunctuated(sentence.slice(earlier.end, before[first]?.start)) || !qualifies(earlier)) break;
      first--;
    }
    const from = before[first]?.start ?? 0;
    return sentence.slice(ownerFrom(sentence, before, from) ?? from, last.end + (gap.startsWith(')') ? 1 : 0));
  }
  return null;
}
