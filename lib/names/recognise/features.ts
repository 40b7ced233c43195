import { parts, type Token } from '#lib/text/index.ts';
import type { Block } from '../prepare.ts';
import { type DocumentFacts, speaksOfSport } from './document-facts.ts';
import type { GlossaryEvidence } from './evidence.ts';
import { keyOf } from './feature-key.ts';
import type { WordFacts, WordMemory } from './word-facts.ts';

const GAPS = { start: 0, space: 1, hyphen: 2, dot: 3, comma: 4, bracket: 5, ampersand: 6, break: 7, quote: 8, slash: 9, dash: 10 } as const;
const STYLES = { sentence: 0, title: 1, shouting: 2 } as const;

/** What surrounds the run of capitals that a token is in. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** Room for one token's features: whoever reads takes them before the next token is read. */
const KEYS = new Int32Array(256);
const GROUPS = new Uint8Array(256);

/** Works out the features of a block's open tokens, beside those of single words (see wordFeatures). */
export class FeatureReader {
  readonly keys = KEYS;
  readonly groups = GROUPS;
  count = 0;
  readonly #tokens: readonly Token[];
  /** Facts of the words that were asked for. */
  readonly #words: (WordFacts | undefined)[];
  readonly #memory: WordMemory;
  readonly #facts: DocumentFacts;
  readonly #evidence: GlossaryEvidence;
  readonly #style: number;
  /** 0 anything, 2 the article reports on sport, 3 this very block does. */
  readonly #topic: number;
  readonly #runs: readonly (Run | null)[];

  /** `open` is what `openTokens` says of the block's tokens. */
  constructor(block: Block, open: readonly boolean[], memory: WordMemory, facts: DocumentFacts, evidence: GlossaryEvidence) {
    this.#tokens = block.tokens;
    this.#words = new Array<WordFacts | undefined>(block.tokens.length).fill(undefined);
    this.#memory = memory;
    this.#facts = facts;
    this.#evidence = evidence;
    this.#style = STYLES[block.style];
    this.#runs = runsAround(block.tokens, open);
    this.#topic = (facts.sport ? 2 : 0) + (facts.sport && speaksOfSport(block) ? 1 : 0);
  }

  #add(template: number, value: number, group = 0): void {
    this.keys[this.count] = keyOf(template, value);
    this.groups[this.count] = group;
    this.count++;
  }

  /** The facts of the word at a place; of no word beyond the block. */
  word(at: number): WordFacts {
    const known = this.#words[at];
    if (known) return known;
    const token = this.#tokens[at];
    if (!token) return this.#memory.none;
    const facts = this.#memory.of(token);
    this.#words[at] = facts;
    return facts;
  }

  /** Fills `keys` and `groups` with the features that depend on more than one word; `count` says how many. */
  read(at: number): void {
    this.count = 0;
    const token = this.#tokens[at];
    if (!token) return;
    const here = this.word(at);
    const before = this.word(at - 1);
    const after = this.word(at + 1);
    const gap = GAPS[token.gap];
    const gapAfter = GAPS[this.#tokens[at + 1]?.gap ?? 'start'];
    const opens = token.opens ? 1 : 0;
    const style = this.#style;
    this.#add(1, 0);
    this.#add(2, here.shape * 8 + opens * 4 + style);
    this.#add(3, (before.shape * 16 + here.shape) * 16 + gap);
    this.#add(4, (here.shape * 16 + after.shape) * 16 + gapAfter);
    this.#add(6, gap * 32 + gapAfter * 2 + opens);
    if (token.possessive) this.#add(11, here.shape);
    if (this.#tokens[at - 1]?.possessive) this.#add(12, here.shape);
    this.#add(14, before.word + gap);
    this.#add(15, after.word + gapAfter);
    this.#readClasses(at);
    this.#readLexica(at);
    const seen = this.#facts.seen.get(token.folded) ?? 0;
    for (let bit = 0, left = seen; left !== 0; bit++, left >>>= 1) if (left & 1) this.#add(40 + bit, opens * 4 + style);
    this.#add(55, (seen & 31) * 8 + opens * 4 + style);
    this.#add(56, (seen & 7) * 64 + here.wordClass.rarity * 8 + opens * 4 + style);
    this.#readGlossary(at, opens);
    if (this.#topic > 0) this.#readSport(at, gapAfter);
    this.#readRun(at);
  }

  #readClasses(at: number): void {
    const here = this.word(at).wordClass;
    const before = this.word(at - 1).wordClass;
    const after = this.word(at + 1).wordClass;
    this.#add(71, before.coarse * 128 + here.coarse, 2);
    this.#add(72, here.coarse * 128 + after.coarse, 2);
    this.#add(75, before.coarse * 128 + after.coarse);
  }

  #readLexica(at: number): void {
    this.#add(84, Math.imul(this.word(at - 1).lexica, 4096) + this.word(at).lexica);
    this.#add(85, Math.imul(this.word(at).lexica, 4096) + this.word(at + 1).lexica);
  }

  #readGlossary(at: number, opens: number): void {
    const { form, kind, alone } = this.#evidence;
    const own = form[at] ?? 0;
    const shape = this.word(at).shape;
    if (own !== 0) {
      this.#add(90, own, 3);
      this.#add(91, own * 32 + shape * 2 + opens, 3);
    } else this.#add(92, shape * 2 + opens, 3);
    this.#add(93, (kind[at - 1] ?? 0) * 32 + (kind[at] ?? 0), 3);
    this.#add(94, (kind[at] ?? 0) * 32 + (kind[at + 1] ?? 0), 3);
    const readings = alone[at] ?? 0;
    for (let bit = 0, left = readings; left !== 0; bit++, left >>>= 1) if (left & 1) this.#add(95, bit * 32 + shape * 2 + opens, 3);
  }

  /** Countries and cities that play are teams: "Iraq 0 Oman 0", "lost to Lyon". */
  #readSport(at: number, gapAfter: number): void {
    const topic = this.#topic;
    const kind = this.#evidence.kind[at] ?? 0;
    const run = this.#runs[at];
    this.#add(120, (kind * 16 + this.word(at).shape) * 4 + topic);
    this.#add(121, (kind * 16 + gapAfter) * 16 + this.word(at + 1).shape);
    if (!run) return;
    const kindBits = kind > 0 ? (kind - 1) >> 2 : 7;
    this.#add(122, this.word(run.first - 1).word + kindBits);
    this.#add(123, this.word(run.last + 1).word + kindBits);
    this.#add(124, this.word(run.last + 1).wordClass.middle * 8 + kindBits);
    this.#add(125, this.word(run.first - 1).wordClass.middle * 8 + kindBits);
  }

  /** What stands around the whole run of capitals, so that each of its words knows. */
  #readRun(at: number): void {
    const run = this.#runs[at];
    if (!run) return;
    const length = Math.min(run.last - run.first, 5);
    const position = run.first === run.last ? 3 : at === run.first ? 0 : at === run.last ? 2 : 1;
    const place = length * 4 + position;
    const lead = this.word(run.first - 1);
    const tail = this.word(run.last + 1);
    const first = this.word(run.first);
    const last = this.word(run.last);
    this.#add(100, place);
    this.#add(101, lead.word);
    this.#add(102, tail.word);
    this.#add(103, lead.wordClass.middle * 4 + position);
    this.#add(104, tail.wordClass.middle * 4 + position);
    this.#add(105, Math.imul(first.lexica, 64) + place);
    this.#add(106, Math.imul(last.lexica, 64) + place);
    this.#add(107, last.wordClass.middle * 4 + position, 2);
    this.#add(108, first.wordClass.middle * 4 + position, 2);
    this.#add(109, last.ending3 + position, 1);
    this.#add(110, last.word + position, 1);
    this.#add(111, GAPS[this.#tokens[run.last + 1]?.gap ?? 'start'] * 32 + place);
    this.#add(112, Math.imul(lead.lexica, 64) + place);
    this.#add(113, Math.imul(tail.lexica, 64) + place);
    this.#add(114, Math.imul(tail.wordClass.middle, 1024) + this.word(run.last + 2).wordClass.middle);
    this.#add(115, Math.imul(this.word(run.first - 2).wordClass.middle, 1024) + lead.wordClass.middle);
  }
}

/** For each token, the run of open tokens around it that no comma or break parts. */
function runsAround(tokens: readonly Token[], open: readonly boolean[]): (Run | null)[] {
  const runs = new Array<Run | null>(tokens.length).fill(null);
  for (let first = 0; first < tokens.length; first++) {
    if (!open[first]) continue;
    let last = first;
    while (open[last + 1] && !tokens[last]?.possessive && ties(tokens[last + 1])) last++;
    const run = { first, last };
    for (let at = first; at <= last; at++) runs[at] = run;
    first = last;
  }
  return runs;
}

function ties(token: Token | undefined): boolean {
  return token !== undefined && !parts(token.gap) && token.gap !== 'comma' && token.gap !== 'bracket';
}
