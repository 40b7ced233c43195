/** The reasons that authors meet most, each with a way to know it by its English words. */
const COMMON = {
  json: /^is no JSON: (.+)$/,
  missing: /^is missing$/,
  unknown_field: /^no such field$/,
  plain: /^must be one line without markup or control characters$/,
  address: /^must hold no address$/,
  long: /^must be at most (\d+) characters$/,
  empty: /^must not be empty$/,
  one_of: /^must be one of (.+)$/,
  date: /^must be a date written /,
  ends_first: /^must not end before it begins$/,
  twice: /^is the id of an entry before it$/,
} as const satisfies Record<string, RegExp>;

export type CommonReason = keyof typeof COMMON;
export const COMMON_REASONS = Object.keys(COMMON) as readonly CommonReason[];

/**
 * Which of the common reasons this is, and what it speaks of (a number, a list); null for one that is said in English alone.
 * The English words are the form in which reasons are kept, since the command line and other people's tools read them.
 */
export function commonReason(reason: string): { readonly reason: CommonReason; readonly value: string } | null {
  for (const known of COMMON_REASONS) {
    const found = COMMON[known].exec(reason);
    if (found) return { reason: known, value: found[1] ?? '' };
  }
  return null;
}
