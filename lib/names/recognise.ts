import type { Kind } from '#lib/glossary/index.ts';
import type { Token } from '#lib/text/index.ts';
import { isInstitutionHead, placedBefore, speaksAfter, titleBefore } from './context.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { COMMON_ACRONYMS, INSTITUTION_HEADS, INSTITUTION_OPENERS, OPENERS, PLACE_HEADS } from './lexicon/institutions.ts';
import { isRoleNoun, TITLES } from './lexicon/titles.ts';
import type { Block } from './prepare.ts';
import type { Run } from './runs.ts';

/** A name found by its looks and company alone. Ends are included. */
export interface Guess {
  readonly first: number;
  readonly last: number;
  readonly kind: Kind;
  readonly confidence: number;
}

/** What of a stretch is known from elsewhere in the text. */
export interface Evidence {
  readonly lowerCase: ReadonlySet<string>;
  /** Folded words that stand alone with a capital within a sentence. */
  readonly alone: ReadonlySet<string>;
}

/** Institution words that are as often a mere noun after another name ("Biden Administration", "Syrian Army"). */
const LOOSE_HEADS = new Set(
  'administration government forces force army media police cabinet troops press parliament office league times union service'.split(' '),
);

/** Without leading openers ("Yesterday", "The") and titles ("President"); null if nothing is left. */
export function strip(block: Block, run: Run, lowerCase: ReadonlySet<string>): Run | null {
  const { tokens } = block;
  let { first, last } = run;
  while (first <= last) {
    const token = tokens[first];
    if (!token) return null;
    const opener = OPENERS.has(token.folded) || (token.opens && first < last && lowerCase.has(token.folded));
    const title = TITLES.has(token.folded) && !headAhead(tokens, first, last);
    if (!opener && !title) break;
    first++;
  }
  while (last > first && OPENERS.has(tokens[last]?.folded ?? '')) last--;
  while (last >= first && !tokens[last]?.capital && tokens[last]?.gap !== 'hyphen') last--;
  while (last > first && tokens[last] && TITLES.has(tokens[last]?.folded ?? '') && !INSTITUTION_HEADS.has(tokens[last]?.folded ?? ''))
    last--;
  return first <= last ? { first, last } : null;
}

/** "State University": a word that can be a title belongs to an institution's name when its head follows directly. */
function headAhead(tokens: readonly Token[], first: number, last: number): boolean {
  return first + 1 <= last && isInstitutionHead(tokens[first + 1]) && !TITLES.has(tokens[first + 1]?.folded ?? '');
}

/** Whether a run is headed like an organisation ("... University", "Centre for ..."). */
export function namesInstitution(tokens: readonly Token[], run: Run): boolean {
  if (run.first === run.last) return false;
  if (isInstitutionHead(tokens[run.last])) return true;
  for (let at = run.first; at < run.last; at++) {
    const token = tokens[at];
    if (token && INSTITUTION_OPENERS.has(token.folded) && /^(?:of|for|on)$/.test(tokens[at + 1]?.folded ?? '')) return true;
  }
  return false;
}

/** Whether all that an institution's word adds to a glossary name is a loose noun. */
export function looseTail(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (!LOOSE_HEADS.has(tokens[at]?.folded ?? '')) return false;
  return true;
}

/** "…, an official at", "…, 34,", "…, the group's spokesman": what follows a person's name. */
function apposition(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  if (next?.gap !== 'comma') return false;
  if (/^\d{1,2}$/.test(next.text)) return true;
  if (/^(?:who|whose)$/.test(next.folded)) return true;
  for (let at = last + 1; at <= last + 6; at++) {
    const token = tokens[at];
    if (!token || (at > last + 1 && token.gap !== 'space' && token.gap !== 'hyphen')) return false;
    if (isRoleNoun(token.folded)) return true;
  }
  return false;
}

/** The likeliest kind of a capitalised stretch that the glossary lacks, or null where the evidence is thin. */
export function judge(block: Block, run: Run, evidence: Evidence): Guess | null {
  const { tokens } = block;
  const { first, last } = run;
  const head = tokens[first];
  const tail = tokens[last];
  if (!head || !tail || tail.damaged) return null;
  if (first === last && TITLES.has(head.folded)) return null;
  const length = last - first + 1;
  const inner = tokens.slice(first, last + 1).filter((token) => token.capital);
  const ordinary = inner.filter((token) => evidence.lowerCase.has(token.folded)).length;
  const given = GIVEN_NAMES.has(head.folded);
  const titled = titleBefore(tokens, first) >= 0;
  const institution = namesInstitution(tokens, run);

  let person = length >= 2 && length <= 4 ? 0.8 : -1.2;
  if (given) person += length >= 2 ? 1.9 : 0.3;
  if (titled) person += 2.4;
  if (apposition(tokens, last)) person += 1.4;
  if (speaksAfter(tokens, last)) person += 0.9;
  if (length >= 2 && evidence.alone.has(tail.folded)) person += 1.1;
  if (inner.some((token) => token.text.length === 1 && token !== head)) person += 0.8;
  if (tokens[first - 1]?.folded === 'by' || head.opens) person += 0.2;
  if (inner.some((token) => token.allCapitals && token.text.length > 2)) person -= 1.6;
  if (inner.some((token) => INSTITUTION_HEADS.has(token.folded) || PLACE_HEADS.has(token.folded))) person -= 2.2;
  if (tokens[first - 1]?.folded === 'the') person -= 2;

  let organisation = institution ? 2.6 : -0.6;
  const acronym =
    length === 1 && head.allCapitals && head.text.length <= 7 && !COMMON_ACRONYMS.has(head.folded) && block.style === 'sentence';
  if (acronym) organisation += head.text.length >= 3 ? 1.4 : 0.4;
  if (acronym && /^(?:radio|television|channel|network|newspaper|group|party|agency|union)$/.test(tokens[last + 1]?.folded ?? ''))
    organisation += 1.2;
  if (tokens[first - 1]?.folded === 'the') organisation += acronym ? 0.9 : 0.5;
  if (acronym && speaksAfter(tokens, last)) organisation += 0.6;
  if (speaksAfter(tokens, last)) organisation += 0.4;

  let place = -0.8;
  if (length >= 2 && (PLACE_HEADS.has(tail.folded) || (PLACE_HEADS.has(head.folded) && !given))) place += 3.2;
  if (placedBefore(tokens, first)) place += head.allCapitals ? 0.4 : 1.6;
  if (
    /^(?:city|town|village|province|district|region|island|port|suburb|neighbourhood|neighborhood|capital)$/.test(
      tokens[last + 1]?.folded ?? '',
    )
  )
    place += 1.4;
  if (
    tokens[first - 1]?.folded === 'of' &&
    /^(?:city|town|village|province|district|region|island|port|suburb|state|capital)$/.test(tokens[first - 2]?.folded ?? '')
  )
    place += 2.4;

  const doubt = ordinary * 0.9 + (head.opens && length === 1 ? 1.6 : 0) + (head.opens && !given && !titled ? 0.4 : 0);
  const kinds: [Kind, number][] = [
    ['person', person - doubt],
    ['organisation', organisation - doubt * (institution ? 0.2 : 1)],
    ['place', place - doubt],
  ];
  kinds.sort((a, b) => b[1] - a[1]);
  const [kind, score] = kinds[0] ?? ['person', -9];
  if (score < MINIMUM) return null;
  return { first, last, kind, confidence: Math.round(Math.min(0.95, 1 / (1 + Math.exp(-(score - 1.2)))) * 100) / 100 };
}

/** Below this score a stretch is left unmarked; chosen on the development corpora for precision. */
const MINIMUM = 1.6;
