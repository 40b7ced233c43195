import { indefinite, LIKE, RELATIVE } from './indefinite.ts';
import { saysWho } from './roles.ts';
import { isPunctuated, type Term } from './terms.ts';

/** What is said behind a name, and how it joins what is said before it. */
export interface After {
  readonly phrase: string;
  readonly type: 'apposition' | 'belongs' | 'does';
}

/** What stands right behind a name and says who its bearer is, or null. `name`: where the name ends, UTF-16 units. */
export function readAfter(sentence: string, terms: readonly Term[], name: number): After | null {
  const end = name + (POST_NOMINALS.exec(sentence.slice(name))?.[0].length ?? 0);
  const apposed = apposition(sentence, terms, end) ?? madeOf(sentence, terms, end) ?? isOf(sentence, terms, end);
  if (apposed) return { phrase: apposed, type: 'apposition' };
  const does = whoDoes(sentence, end);
  if (does) return { phrase: does, type: 'does' };
  const of = belonging(sentence, terms, end) ?? actsFor(sentence, end) ?? bracketed(sentence, end);
  if (!of) return null;
  // "66, from Chessington": where nothing tells what somebody does, the age helps to tell who it is.
  const age = of.startsWith(', ') || of.startsWith('of no ') ? /^,\s+(?:aged )?\d{1,3}(?=,)/.exec(sentence.slice(end)) : null;
  return { phrase: age ? `${age[0]}, ${of.replace(/^, /, '')}` : of, type: 'belongs' };
}

/** Letters behind a name that are neither of it nor tell what its bearer does here: "Roderick Vane KC, defending,". */
const POST_NOMINALS = /^,?(?:\s+(?:KC|QC|SC|OBE|MBE|CBE|KBE|MD|PhD|Jr|Sr|RN|CPA)\b\.?)+/;

/** ", for the prosecution,", ", representing the family,": what somebody does here for whom. */
const actsFor = (sentence: string, end: number): string | null =>
  /^,\s+(?:(?:aged )?\d{1,3},\s+)?((?:for the (?:prosecution|defen[cs]e|crown|state|plaintiffs?|respondents?|appellants?|claimants?)|(?:representing|prosecuting|defending|mitigating|acting for|appearing for|speaking for)\b|of no fixed (?:address|abode))[^,.;:!?()—–"“”]{0,60})(?=[,.;:!?—–])/iu
    .exec(sentence.slice(end))?.[1]
    ?.trim() ?? null;

const NO_APPOSITION =
  /^(?:and|or|but|while|who|whose|which|when|where|as|in|on|at|from|for|with|after|before|said|says|told|he|she|they|it|to|including|according|of|also|left|right|then|now)$/i;
const PARTICIPLES = /^(?:based|born|known|led|backed|affiliated|appointed|elected|named|nicknamed|wanted|accused|held|detained|charged)$/i;

/** The apposition right behind the name: ", an official at the Centre for … in Baku,"; an age may stand between. */
function apposition(sentence: string, terms: readonly Term[], end: number): string | null {
  const opening = /^\s*(?:\([^()]{1,60}\))?\s*(?:,|—|–|\((?=[^()\d]*\)))\s*(?:(?:aged )?\d{1,3}, )?(?=\p{L})/u.exec(sentence.slice(end));
  if (!opening) return null;
  const from = end + opening[0].length;
  const rest = terms.filter((term) => term.start >= from);
  const [lead, second] = rest;
  // "then a doctoral student"
  const dated = /^(?:then|now|also|once|still|today)$/i.test(lead?.text ?? '') && /^(?:an?|the)$/i.test(second?.text ?? '');
  if (!lead || (NO_APPOSITION.test(lead.text) && !dated) || lead.tags.has('Value')) return null;
  // "project manager": a verb in its base form that a role follows is part of the role.
  const compound = (lead.tags.has('Imperative') || lead.tags.has('Infinitive')) && second !== undefined && saysWho(second.text);
  if (lead.tags.has('Verb') && !lead.tags.has('Gerund') && !saysWho(lead.text) && !PARTICIPLES.test(lead.text) && !compound) return null;
  return roleFrom(sentence, compound ? rest.slice(1) : rest, from) ?? indefinite(sentence, rest, from);
}

/** "is a planetary scientist at …", "was the founder of …": the sentence says itself who somebody is. */
function isOf(sentence: string, terms: readonly Term[], end: number): string | null {
  const opening = /^(?:\s+\([^()]{1,60}\))?,?\s+(?:is|was)\s+(?=(?:an?|the)\s+\p{L})/u.exec(sentence.slice(end));
  if (!opening) return null;
  const from = end + opening[0].length;
  return roleFrom(
    sentence,
    terms.filter((term) => term.start >= from),
    from,
  );
}

/** "named Ada Kalu as head of its business in Accra" */
function madeOf(sentence: string, terms: readonly Term[], end: number): string | null {
  const opening = /^\s+as\s+(?:(?:an?|the|its|his|her|their)\s+)?(?=\p{L})/u.exec(sentence.slice(end));
  if (
    !opening ||
    !/\b(?:named|names|appoint\w+|elect\w+|nominat\w+|hired|installed|sworn)\b/.test(sentence.slice(Math.max(0, end - 80), end))
  )
    return null;
  const from = end + opening[0].length;
  return roleFrom(
    sentence,
    terms.filter((term) => term.start >= from),
    from,
  );
}

/** The words from here on up to the end of the clause, if they say who somebody is. */
function roleFrom(sentence: string, rest: readonly Term[], from: number): string | null {
  let to = from;
  let who: Term | null = null;
  for (const term of rest) {
    const between = sentence.slice(to, term.start);
    if (to > from && isPunctuated(between)) break;
    if (who && RELATIVE.test(term.text)) break;
    if (
      to > from &&
      who &&
      !LIKE.test(term.text) &&
      term.tags.has('Verb') &&
      !term.tags.has('Gerund') &&
      !term.tags.has('Noun') &&
      !saysWho(term.text)
    ) {
      const before = sentence.slice(from, to);
      // "a senior fellow at the Forum and teaches in Győr": the role ends where another verb joins.
      const joint = /\s+(?:and|but|or)$/.exec(before);
      if (joint) {
        to -= joint[0].length;
        break;
      }
      // "an ethnographer evacuated from Leningrad," is still the ethnographer; "an official said" is not.
      const passive = /ed$/.test(term.text) && /^\s+(?:from|by|in|at|to|for|with|as)\s/.test(sentence.slice(term.end));
      if (!PARTICIPLES.test(term.text) && !passive) return null;
    }
    // "FTU's Alice Mak and nonpartisan Junius Ho": a role that goes on with a name is somebody else's.
    if (who && to === who.end && /^\p{Lu}/u.test(term.text) && /^\p{Ll}/u.test(who.text)) return null;
    if (saysWho(term.text) && to - from < 70) who = term;
    to = term.end;
  }
  const phrase = sentence.slice(from, to).replace(/[^\p{L}\p{N})]+$/u, '');
  return who && (phrase.includes(' ') || /^\p{Ll}/u.test(phrase)) ? phrase : null;
}

/** ", who teaches politics at Chinese University,": what somebody does or was, but not what is said or done in this story. */
function whoDoes(sentence: string, end: number): string | null {
  const found =
    /^,\s+(?:(?:aged )?\d{1,3},\s+)?((?:whose\s+|who\s+(?:has\s+)?(?=died\s+aged\b)|who\s+(?!(?:said|says|told|added|asked|has|had|have|did|spoke|also|then|later|declined|called|will|would|is \d)\b))[^,.;:!?()—–"“”]{8,110})(?=[,.;:!?—–)]|$)/u.exec(
      sentence.slice(end),
    );
  const said = found?.[1]?.trim() ?? null;
  const clause = said?.replace(/ and (?:he|she|they|it|who)\b.*$/, '') ?? null;
  return clause === null || /^who (?:is|was|are|were) \p{L}+(?:ing|ed)$/u.test(clause) ? null : clause;
}

/** What is said or thought is no noun, though compromise may take it for one. */
const SPEAKS =
  /^(?:add|argue|believe|call|claim|doubt|estimate|fear|hope|note|plan|predict|praise|recall|report|say|see|think|urge|warn|want)s$/i;
const BASED = /^\p{Lu}.*-based$/u;
/** Who comes or goes from a club or a firm does not belong to it: "the signing of Bah from Midtjylland". */
const MOVES =
  /\b(?:sign(?:s|ed|ing)?|buy(?:s|ing)?|bought|recruit(?:s|ed|ing)?|loan|transfer(?:red)?|poach(?:es|ed)?|arriv(?:al|es|ed)|lur(?:es|ed))\b/i;
const SMALL = /^(?:of|the|for|and|in|at|de|del|di|la|y|e|&)$/;
/** Bodies whose names go on over "and". */
const GOES_ON = /\b(?:ministry|department|institute|centre|center|committee|office|council|faculty|bureau|school|commission|college)\b/i;

/** "of the Civic Party", ", of the University of …", ", 61, of Gladstone": whose or from where somebody is. */
function belonging(sentence: string, terms: readonly Term[], end: number): string | null {
  const opening =
    /^(?:,\s+(?:(?:aged )?\d{1,3},\s+)?)?\s*(?=(?:of|from)\s+(?:the\s+)?(?:(?!course|which|whom|those|his|her|their|its)\p{Ll}+\s+){0,2}\p{Lu})/u.exec(
      sentence.slice(end),
    );
  if (!opening) return null;
  const from = end + opening[0].length;
  if (!opening[0].includes(',') && sentence.startsWith('from', from) && MOVES.test(sentence.slice(0, end))) return null;
  const rest = terms.filter((term) => term.start >= from);
  let to = from;
  for (const [number, term] of rest.entries()) {
    if (number > 0 && isPunctuated(sentence.slice(to, term.start))) break;
    const after = rest[number + 2];
    // "of DAB and Eunice Yung of …": another person's name goes on there.
    const said = sentence.slice(from, to);
    if (term.text === 'and' && !/\bThe \S+$/.test(said) && (!GOES_ON.test(said) || (after && /^(?:of|from)$/.test(after.text)))) break;
    if (/^(?:In|On|At|By|For)$/.test(term.text)) break;
    // "of brokers Petrie & Sons": what the body is may stand before its name.
    const named = rest.slice(0, number).some(({ text }) => /^\p{Lu}/u.test(text));
    if (number > 0 && named && !BASED.test(term.text) && !SMALL.test(term.text) && !/^[\p{Lu}\p{N}]/u.test(term.text)) {
      // "of the Social Welfare constituency"
      if (rest[1]?.text === 'the' && term.tags.has('Noun') && !term.tags.has('Verb') && !SPEAKS.test(term.text)) to = term.end;
      break;
    }
    to = term.end;
  }
  const listed = /^of the \p{Lu}\p{L}+(?:, \p{Lu}\p{L}+)+,? and \p{Lu}\p{L}+ \p{Ll}+/u.exec(sentence.slice(from));
  const phrase = (listed ? listed[0] : sentence.slice(from, to))
    .replace(/['’]s\s+\p{Ll}.*$/u, '')
    .replace(/(?:\s+(?:of|the|for|and|in|at|de|del|di|la|y|e))+$/, '')
    .replace(/['’]s$/, '')
    .replace(/[^\p{L}\p{N})]+$/u, '');
  return / \S/.test(phrase) ? `${opening[0].startsWith(',') ? ', ' : ''}${phrase}` : null;
}

/** "(SNP, Buchan and Deveron)", "(Movistar)": a party, a constituency, a team. */
function bracketed(sentence: string, end: number): string | null {
  const found = /^\s*\((\p{Lu}[\p{L}\p{M} ,.&'’-]{1,60})\)/u.exec(sentence.slice(end));
  const phrase = found?.[1]?.trim();
  return phrase && !/\b(?:pictured|left|right|photo|above|below)\b/i.test(phrase) ? phrase : null;
}
