import { type Token, tokenise } from '#lib/text/index.ts';
import { CALENDAR, OPENERS } from './lexicon/institutions.ts';

/** How a block uses capitals. `shouting` and `title` blocks say nothing by them. */
type CapitalStyle = 'sentence' | 'title' | 'shouting';

export interface Block {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly style: CapitalStyle;
}

/** A document's words, and what its use of capitals says about them. */
export interface Prepared {
  readonly blocks: readonly Block[];
  /** Folded words that the text also uses without a capital. */
  readonly lowerCase: ReadonlySet<string>;
}

/** A heading In Title Case: short, and nearly every longer word with a capital. */
function capitalStyle(text: string, tokens: readonly Token[]): CapitalStyle {
  const words = tokens.filter(
    (token) => token.text.length > 3 && !(token.capital && /^\p{N}/u.test(token.text)) && !CALENDAR.has(token.folded),
  );
  if (words.length < 4) return 'sentence';
  const shouted = tokens.filter((token) => token.allCapitals).length;
  if (shouted > 3 && shouted >= tokens.length * 0.7) return 'shouting';
  // Headings have no full stop; a short sentence may be all names.
  if (/\.["”’)\]]*\s*$/.test(text)) return 'sentence';
  const capitals = words.filter((token) => token.capital).length;
  return tokens.length <= 40 && capitals >= words.length * 0.75 ? 'title' : 'sentence';
}

export function prepare(texts: readonly string[]): Prepared {
  const lowerCase = new Set<string>(OPENERS);
  const blocks = texts.map((text) => {
    const tokens = tokenise(text);
    for (const token of tokens) if (!token.capital) lowerCase.add(token.folded);
    return { text, tokens, style: capitalStyle(text, tokens) };
  });
  return { blocks, lowerCase };
}
