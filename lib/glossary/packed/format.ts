/**
 * Layout of the two packed files, little-endian, all sections aligned to four bytes.
 *
 * index    header | slotKeys u32[slots] | slotValues u32[slots] | postings u32[2 x n] | places f32[2 x entries]
 *          | standsFor u32[entries] | heads u32[2 x entries]
 * entries  header | offsets u32[entries + 1] | entries as JSON in UTF-8, one after the other
 *
 * The index is an open-addressing hash table of token sequences (keys: the high half of the sequence's hash; place:
 * the low half). Every prefix of a surface form has a slot, so that the longest match is found by walking on while
 * slots exist. A slot's value is 0 for a free slot; else bit 31 = a longer form goes on from here, bits 0 to 30 =
 * 1 + first posting, or 0x7fffffff where no form ends here.
 */
export const MAGIC = 0x4d415244; // "DRAM"
export const FORMAT = 1;

/** Header, in u32: magic, format, stamp, slots, postings, entries, forms, 0. Both files of a build share the stamp. */
export const HEADER_WORDS = 8;

/** Where the search for a sequence begins: its hash's low half, scaled to a table of any size. */
export function firstSlot(low: number, slots: number): number {
  return Math.floor((low / 0x1_0000_0000) * slots);
}

export const GOES_ON = 0x80000000;
export const NO_FORM = 0x7fffffff;

/** How a surface form names its entry. */
export const FORM_VIAS = ['name', 'alias', 'short', 'demonym', 'acronym', 'repaired'] as const;
export type FormVia = (typeof FORM_VIAS)[number];

/** First word of a posting: entry in bits 0 to 23, via in bits 24 to 27, flags above. */
export const ENTRY_MASK = 0x00ffffff;
export const VIA_SHIFT = 24;
export const VIA_MASK = 0xf;
export const LAST_FLAG = 1 << 28;
export const WEAK_FLAG = 1 << 29;
export const WORD_FLAG = 1 << 30;

/**
 * Second word of a posting, the case rule: bits 0 to 15 = token n must begin with a capital;
 * bits 16 to 31 = token n is an acronym and must be in capitals.
 */
export const MAX_FORM_TOKENS = 16;

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

/** ISO 3166-1 alpha-2 as a number, 0 for none: 1 + 26 x first letter + second. */
export function packCountry(code: string | undefined): number {
  if (!code || !/^[A-Z]{2}$/.test(code)) return 0;
  return 1 + (code.charCodeAt(0) - 65) * 26 + (code.charCodeAt(1) - 65);
}
