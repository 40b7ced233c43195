/**
 * What turns the direction of writing, is not to be seen, or is no character of a text at all: controls, bidirectional
 * embeddings, overrides and isolates, zero-width spaces, soft hyphens, tags. The joiners that scripts need are none of them.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A text of a page as it may stand in a card or a list: on one line, nothing unseen in it, and no longer than so many UTF-16 units. */
export function shownText(text: string, longest: number): string {
  // What is far beyond the limit is not even looked at.
  const whole = text
    .slice(0, longest * 4)
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (whole.length <= longest) return whole;
  // No half of a character is left at the end.
  return `${whole
    .slice(0, longest - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
