/** Letters that Unicode does not decompose but that names are written without. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ə: 'e',
  ŋ: 'n',
  ĸ: 'k',
};
const UNDECOMPOSED = /[ıßæœøđðþłħəŋĸ]/g;
/** Combining marks, apostrophes and their look-alikes, soft hyphens and zero-width characters. */
const DROPPED = /[\p{M}'’‘ʼʻʿʾ`´.\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const PLAIN = /^[a-z0-9]*$/;

/**
 * The form of a word under which names are compared: lower case, no diacritics, no apostrophes.
 * `fold('Şanlıurfa') === 'sanliurfa'`, `fold("Sana'a") === 'sanaa'`, `fold('U.S.') === 'us'`.
 * Only for matching: offsets into a folded word mean nothing.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  // Letters that stand for capitals ("™", "𝒞") are decomposed to capitals.
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter] ?? letter);
}
