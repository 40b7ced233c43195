import type { Token } from '#lib/text/index.ts';
import type { Mention } from './model.ts';
import type { Block } from './prepare.ts';

/** A stretch of tokens. Ends are included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A stretch of tokens of one block with the reading chosen for it. Ends are included. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly mention: Mention;
}

/** What a mention says beside where it stands. */
export type Reading = Omit<Mention, 'block' | 'start' | 'end' | 'surface'>;

export function textOf(block: Block, run: Run): string {
  const from = block.tokens[run.first];
  const to = block.tokens[run.last];
  return from && to ? block.text.slice(from.start, endOf(block, to)).replace(/\s+/g, ' ') : '';
}

/** Words that are written with a full stop and keep it where they end a name. */
const STOPPED =
  /^(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)$/;

/** Where a name ends that ends with this token, UTF-16 units: "Inc." and "Jr." with their full stop. */
function endOf({ text }: Block, token: Token): number {
  return text[token.end] === '.' && STOPPED.test(token.text) ? token.end + 1 : token.end;
}

export function spanOf(block: Block, number: number, run: Run, reading: Reading): Span {
  const start = block.tokens[run.first]?.start ?? 0;
  const last = block.tokens[run.last];
  const end = last ? endOf(block, last) : start;
  return { first: run.first, last: run.last, mention: { block: number, start, end, surface: block.text.slice(start, end), ...reading } };
}

/** In order; of two that overlap, the one that begins first, then the longer. */
export function withoutOverlap(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.first - b.first || b.last - a.last);
  const kept: Span[] = [];
  let end = -1;
  for (const span of sorted) {
    if (span.first <= end) continue;
    kept.push(span);
    end = span.last;
  }
  return kept;
}
