/**
 * Layout of the two packed files, little-endian, all sections aligned to four bytes.
 *
 * index    header | rules u32[31] | slotKeys u32[slots] | slotValues u32[slots] | postings u32[postings]
 *          | places i32[2 x places] | standsFor u32[2 x standing] | heads u32[2 x entries]
 * entries  header | blocks u32[blocks + 1] | entries as lines of JSON in UTF-8 (`row.ts`), BLOCK of them to a block
 *
 * The index is an open-addressing hash table of token sequences (keys: the high half of the sequence's hash, 0 for a free
 * slot; place: the low half). Every prefix of a surface form has a slot, so that the longest match is found by walking on
 * while slots exist. A slot's value: bit 31 = a longer form goes on from here; bits 0 to 30 = NO_FORM where no form ends
 * here; else, with LISTED, the number of its first word in `postings`; else the form's only posting itself.
 */
export const MAGIC = 0x4d415244; // "DRAM"
export const FORMAT = 3;

/** Header, in u32: magic, format, stamp, entries, slots, postings, places, standing, forms, seal. Both files of a build share the stamp. */
export const HEADER_WORDS = 10;
/** Word of the header that holds the seal of a file that is kept; 0 in one that is not. */
export const SEAL = 9;

/** Where the search for a sequence begins: its hash's low half, scaled to a table of any size. */
export function firstSlot(low: number, slots: number): number {
  return Math.floor((low / 0x1_0000_0000) * slots);
}

/** The high half as a slot holds it: never 0. */
export const slotKey = (high: number): number => (high === 0 ? 1 : high);

export const GOES_ON = 0x80000000;
export const LISTED = 0x40000000;
export const NO_FORM = 0x7fffffff;

/** How a surface form names its entry. */
export const FORM_VIAS = ['name', 'alias', 'short', 'demonym', 'acronym', 'repaired'] as const;
export type FormVia = (typeof FORM_VIAS)[number];

/**
 * A posting: entry in bits 0 to 19, via in 20 to 22, flags, number of its case rule in bits 25 to 29 (1 to 31; 0 = the
 * rule is the next word of `postings`, where such a posting always is). In `postings` bit 31 marks a form's last.
 */
export const ENTRY_MASK = 0xfffff;
export const VIA_SHIFT = 20;
export const VIA_MASK = 0x7;
export const WEAK_FLAG = 1 << 23;
export const WORD_FLAG = 1 << 24;
export const RULE_SHIFT = 25;
export const RULE_MASK = 0x1f;
export const LAST_FLAG = 0x80000000;

/** The commonest case rules, by number from 1. */
export const RULES = 31;

/**
 * A case rule: bits 0 to 15 = token n must begin with a capital; bits 16 to 31 = token n is an acronym and must be in
 * capitals.
 */
export const MAX_FORM_TOKENS = 16;

/** Places are in thousandths of a degree; an entry without one has this for its latitude, or lies behind the section's end. */
export const NOWHERE = 0x7fffffff;
export const PLACE_SCALE = 1000;

/** Heads, first word: kind (0 to 2), subkind (3 to 7), renown (8 to 10), first country (11 to 20), second (21 to 30). */
export const KIND_MASK = 0x7;
export const SUBKIND_SHIFT = 3;
export const SUBKIND_MASK = 0x1f;
export const RENOWN_SHIFT = 8;
export const RENOWN_MASK = 0x7;
export const COUNTRY_SHIFT = 11;
export const COUNTRY2_SHIFT = 21;
export const COUNTRY_MASK = 0x3ff;
/** Heads, second word: first active year (0 to 15) and last (16 to 31; 0xffff is open). */
export const OPEN_YEAR = 0xffff;

/** Entries to a block: as many lines are read over at most to reach one. */
export const BLOCK = 16;

/** ISO 3166-1 alpha-2 as a number, 0 for none: 1 + 26 x first letter + second. */
export function packCountry(code: string | undefined): number {
  if (!code || !/^[A-Z]{2}$/.test(code)) return 0;
  return 1 + (code.charCodeAt(0) - 65) * 26 + (code.charCodeAt(1) - 65);
}

/** The code that `packCountry` made a number of, or null for none. */
export function unpackCountry(packed: number): string | null {
  if (packed === 0) return null;
  return String.fromCharCode(65 + Math.floor((packed - 1) / 26), 65 + ((packed - 1) % 26));
}
