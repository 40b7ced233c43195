import nlp from 'compromise';
import type { Introduction } from './model.ts';

/** Sentences longer than this are not read: compromise's cost grows faster than their length. */
const LONGEST_SENTENCE = 600;
/** An introduction longer than this tells a story, not a role. */
const LONGEST_PHRASE = 140;
const ENDS_SENTENCE = /[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu;
const NOT_END = /(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|Rev|No|vs|Jr|Sr|U\.S|U\.K|U\.N)|\b\p{Lu})\.["”’)]*\s+$/u;

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

interface Term {
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

function termsOf(text: string): Term[] {
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

const SOMEBODY =
  /^(?:[\p{L}-]*(?:man|woman|men|women|person|ist|ian|or|er|ant|ent|crat|ee|ess|ologist|grapher|ive|general|chief|head|boss|aide|envoy|expert|king|queen|prince|guard|pilot|judge|cleric|critic|analyst|official|spokes\p{L}+|activist|lawyer|captain|doctor|coach|actor|author|poet|nurse|spy|guide|host|ally|rival|son|daughter|wife|husband|mother|father|brother|sister|widow|partner|colleague|friend|resident|student|graduate|veteran|survivor|victim|witness|founder|co-founder|ceo|mp|deputy|secretary|ambassador|diplomat|attorney|sheriff|mayor|governor|senator|representative|member|fellow|lecturer|candidate|native|refugee|monk|priest|bishop|rabbi|imam))s?$/iu;
/** Words with the ending of a doer that are none, met before names. */
const NOBODY =
  /^(?:former|other|another|after|under|over|never|however|whether|rather|together|either|neither|later|earlier|or|nor|for|per|her|their|your|our|number|member's|order|water|war|weather|matter|paper|letter|summer|winter|september|october|november|december|major|minor|senior|junior|prior|different|recent|present|current|important|government|parliament|moment|statement|agreement|president's|when|then|than|even|often|asian|indian|russian|iranian|syrian|ukrainian|european|american|african|australian|canadian|armenian|azerbaijani|georgian|belgian|italian|brazilian|egyptian|jordanian|libyan|norwegian|austrian|hungarian|romanian|bulgarian|palestinian|christian|million|billion|percent|client|accident|incident|event|continent|computer|center|power|tower|river|border|corner|dinner|offer|answer|easter|customer|consumer)$/i;

/** Words that compromise may take for nouns before a name, and that end what is said of it. */
const JOINS =
  /^(?:including|like|such|as|than|with|by|and|or|but|while|when|after|before|since|the|a|an|told|says|said|named|called|following|via|per|both|among|between|its|his|her|their|our|my|your|whose|this|that)$/i;

function saysWho(text: string): boolean {
  const bare = text.replace(/['’]s$|[^\p{L}-]+$/gu, '').replace(/^[^\p{L}]+/u, '');
  return SOMEBODY.test(bare) && !NOBODY.test(bare);
}

const isPunctuated = (between: string) => /[,;:.!?()"“”—–]/.test(between);

/** The run of nouns and adjectives right before the name, if its last noun says what somebody is: "US military analyst". */
function titleBefore(sentence: string, terms: readonly Term[], start: number, end: number): string | null {
  const before = terms.filter((term) => term.end <= start);
  let first = before.length;
  while (first > 0) {
    const term = before[first - 1];
    const next = before[first]?.start ?? start;
    if (!term) break;
    const between = sentence.slice(term.end, next);
    // "its secretary general, Stanislav Zas.": one comma between the role and a name that ends the clause.
    const apposed = first === before.length && /^,\s$/.test(between) && /^(?:['’]s)?[.,;:!?]/.test(sentence.slice(end));
    if (isPunctuated(between) && !apposed) break;
    const { tags } = term;
    const nominal = tags.has('Noun') || tags.has('Adjective') || tags.has('Acronym') || tags.has('Demonym') || saysWho(term.text);
    const stops =
      tags.has('Pronoun') ||
      tags.has('Determiner') ||
      tags.has('Preposition') ||
      tags.has('Conjunction') ||
      (tags.has('Verb') && !saysWho(term.text)) ||
      tags.has('Date') ||
      tags.has('Adverb');
    if (!nominal || stops || /['’]s?$/.test(term.text) || JOINS.test(term.text)) break;
    first--;
  }
  const run = before.slice(first);
  const last = run[run.length - 1];
  if (!last || !saysWho(last.text)) return null;
  return sentence.slice(run[0]?.start ?? 0, last.end);
}

/** The apposition right behind the name: ", an official at the Centre for … in Baku,". */
function appositionAfter(sentence: string, terms: readonly Term[], end: number): string | null {
  const opening = /^\s*(?:,|—|–|\()\s*(?=\p{L})/u.exec(sentence.slice(end));
  if (!opening) return null;
  const from = end + opening[0].length;
  const rest = terms.filter((term) => term.start >= from);
  const lead = rest[0];
  if (!lead) return null;
  if (
    /^(?:and|or|but|while|who|whose|which|when|where|as|in|on|at|from|for|with|after|before|said|says|told|he|she|they|it|to|including|according)$/i.test(
      lead.text,
    )
  )
    return null;
  let to = from;
  let who = false;
  for (const term of rest) {
    const between = sentence.slice(to, term.start);
    if (to > from && isPunctuated(between)) break;
    if (to > from && term.tags.has('Verb') && !term.tags.has('Gerund') && !term.tags.has('Noun') && !saysWho(term.text) && who) {
      if (
        !/^(?:based|born|known|led|backed|affiliated|appointed|elected|named|nicknamed|wanted|accused|held|detained|charged)$/i.test(
          term.text,
        )
      )
        return null;
    }
    if (saysWho(term.text) && to - from < 70) who = true;
    to = term.end;
  }
  const phrase = sentence.slice(from, to).replace(/[^\p{L}\p{N})]+$/u, '');
  return who && phrase.includes(' ') ? phrase : null;
}

/**
 * What a sentence says of a name in it, in the article's own words: the title before it or the apposition behind it.
 * Offsets are UTF-16 units into `text`. Null where the sentence does not introduce the name.
 */
export function introduce(text: string, start: number, end: number): Introduction | null {
  const { sentence, offset } = sentenceAround(text, start, end);
  if (sentence.length > LONGEST_SENTENCE || end - offset > sentence.length) return null;
  const terms = termsOf(sentence);
  const phrase =
    titleBefore(sentence, terms, start - offset, end - offset) ?? appositionAfter(sentence, terms, afterPossessive(sentence, end - offset));
  if (!phrase || phrase.length > LONGEST_PHRASE) return null;
  return { phrase: phrase.replace(/\s+/g, ' ').replace(/^the /i, '').trim(), sentence: sentence.replace(/\s+/g, ' ').trim() };
}

function afterPossessive(sentence: string, end: number): number {
  return /^['’]s/.test(sentence.slice(end)) ? end + 2 : end;
}
