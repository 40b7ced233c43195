import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { annotateDocument } from '#lib/commands/annotate-document.ts';
import { plainDocument } from '#lib/commands/read-document.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import type { Recogniser } from '#lib/names/index.ts';
import { type GoldText, parseArticles } from '#lib/training/corpus.ts';
import { readOwnArticles } from './own-articles.ts';

/** How an article introduces a person; null where it does not say who that is. */
interface GoldIntroduction {
  readonly article: string;
  readonly name: string;
  /** Words that may be told, and those that must be. */
  readonly said: { readonly may: string; readonly must: string } | null;
}

/** Articles with what was read of them by eye: `own` are those that the rules were made on, `styles` others, in twelve styles, `press` later ones. */
const HERE = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const SETS = {
  own: { gold: HERE('./introductions.txt'), texts: readOwnArticles },
  styles: { gold: HERE('./introduced/introductions.txt'), texts: () => readStyles(HERE('./introduced/styles.txt')) },
  press: { gold: HERE('./introduced/press-introductions.txt'), texts: () => readStyles(HERE('./introduced/press.txt')) },
} as const;

/** Articles without annotations. */
async function readStyles(file: string): Promise<GoldText[]> {
  return parseArticles(await readFile(file, 'utf8'), 'styles');
}

async function readGold(file: string): Promise<GoldIntroduction[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line && !line.startsWith('#'));
  return lines.map((line) => {
    const [article = '', name = '', may = '-', must = '-'] = line.split('|').map((field) => field.trim());
    return { article, name, said: may === '-' || must === '-' ? null : { may, must } };
  });
}

export interface IntroductionScore {
  /** Persons that the articles introduce and that are marked without an entry. */
  readonly introduced: number;
  /** Share of them with some introduction; share of all introductions given that say nothing wrong and what matters. */
  readonly found: number;
  readonly right: number;
  /** What was told of whom where it was wrong, and whose introduction was missed. */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];

/** Scores what is said of the persons of our own measuring articles against what was read by eye. */
export async function scoreIntroductions(glossary: Glossary, recogniser: Recogniser, set: keyof typeof SETS): Promise<IntroductionScore> {
  const gold = await readGold(SETS[set].gold);
  const wrong: string[] = [];
  const missed: string[] = [];
  let introduced = 0;
  let given = 0;
  for (const { id, text, day } of await SETS[set].texts()) {
    const { mentions } = annotateDocument(plainDocument(id, text, day), glossary, recogniser, day);
    for (const { name, said } of gold.filter(({ article }) => article === id)) {
      const mention = mentions.find((one) => one.entry === null && one.kind === 'person' && one.name === name);
      if (!mention) continue;
      if (said) introduced++;
      if (!mention.note) {
        if (said) missed.push(`${name}: ${said.may}`);
        continue;
      }
      given++;
      const may = new Set([...words(said?.may ?? ''), 'of', 'the', 'a', 'an']);
      const told = words(mention.note);
      const right = said !== null && told.every((word) => may.has(word)) && words(said.must).every((word) => told.includes(word));
      if (!right) wrong.push(`${name}: ${mention.note}`);
    }
  }
  return {
    introduced,
    found: introduced === 0 ? 0 : 1 - missed.length / introduced,
    right: given === 0 ? 0 : 1 - wrong.length / given,
    wrong,
    missed,
  };
}
