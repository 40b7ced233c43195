import { readFile, stat } from 'node:fs/promises';
import nlp from 'compromise';
import { compiledFiles } from '#lib/commands/load-glossary.ts';
import { loadRecogniser } from '#lib/commands/load-recogniser.ts';
import { runCommand } from '#lib/commands/usage.ts';
import { Glossary, PackedIndex } from '#lib/glossary/index.ts';
import { annotate, type Recogniser } from '#lib/names/index.ts';
import { median, round } from './figures.ts';
import { articleBlocks, atLength, wordsIn } from './texts.ts';

const HELP = `
npm run --silent bench -- [--json]
npm run --silent bench -- --browsers [chromium] [firefox] [--keep]

Measures the glossary and the finding of names on this machine; every figure is the median of several runs. The text is
that of the project's own article pages. "grows" repeats it to 1,000, 10,000 and 100,000 words.

--browsers builds the extension and measures it in Chromium and Firefox, each with and without it, by trace and profile:
some minutes. It prints a table of the budgets and writes it to tests/bench/RESULTS.md, unless only one of the browsers is
named. --keep also keeps the traces, and says where. Exits 1 where a budget is not met.
`;

const RUNS = 15;

function timed(work: () => unknown, runs: number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Heap and array buffers in use, in bytes, after a collection. */
async function inUse(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function read(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(file);
  if (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength) return bytes.buffer;
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

interface Loaded {
  readonly recogniser: Recogniser;
  readonly glossary: Glossary;
  /** The index alone: all that marks wait for. */
  readonly surfaceForms: number;
  readonly loadMs: number;
  /** Index and entries: what a first card waits for. */
  readonly loadAllMs: number;
  readonly heapMb: number;
  readonly indexBytes: number;
  readonly entriesBytes: number;
}

async function load(): Promise<Loaded> {
  const files = await compiledFiles();
  const open = async () => new Glossary(await read(files.index), await read(files.entries));
  // Once first, so that what the code itself needs is not counted to the glossary.
  await open();
  await loadRecogniser();
  const before = await inUse();
  const glossary = await open();
  const recogniser = await loadRecogniser();
  annotate({ blocks: ['Angela Merkel met Vladimir Putin in Moscow.'], day: 20200101 }, glossary, recogniser);
  const heapMb = ((await inUse()) - before) / 1024 / 1024;
  const loadMs = await timedAsync(async () => new PackedIndex(await read(files.index)));
  const surfaceForms = new PackedIndex(await read(files.index)).formCount;
  const loadAllMs = await timedAsync(open);
  const [index, entries] = await Promise.all([stat(files.index), stat(files.entries)]);
  return { glossary, recogniser, surfaceForms, loadMs, loadAllMs, heapMb, indexBytes: index.size, entriesBytes: entries.size };
}

await runCommand(HELP, async (args) => {
  if (args.includes('--browsers')) {
    const { benchBrowsers } = await import('./browsers/index.ts');
    return benchBrowsers(args.filter((arg) => arg !== '--browsers'));
  }
  const blocks = await articleBlocks();
  const words = wordsIn(blocks);
  const { glossary, recogniser, surfaceForms, loadMs, loadAllMs, heapMb, indexBytes, entriesBytes } = await load();
  const run = (texts: readonly string[]) => annotate({ blocks: texts, day: 20201018 }, glossary, recogniser);
  for (let warm = 0; warm < 60; warm++) run(blocks);
  const text = blocks.join('\n\n');
  const byCompromise = () => {
    const document = nlp(text);
    return [document.people().out('array'), document.places().out('array'), document.organizations().out('array')];
  };
  byCompromise();
  // In turn, so that a machine which is busy for a while is busy for both.
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < RUNS; round++) {
    ours.push(timed(() => run(blocks), 3));
    theirs.push(timed(byCompromise, 1));
  }
  const annotateMs = (1000 * median(ours)) / words;
  const compromiseMs = (1000 * median(theirs)) / words;
  const grows = Object.fromEntries(
    [1000, 10_000, 100_000].map((length) => {
      const long = atLength(blocks, length);
      return [
        length,
        round(
          timed(() => run(long), length > 50_000 ? 3 : 9),
          1,
        ),
      ];
    }),
  );
  const figures = {
    annotateMsPer1000Words: round(annotateMs),
    compromiseMsPer1000Words: round(compromiseMs),
    ratio: round(compromiseMs / annotateMs, 1),
    loadMs: round(loadMs),
    loadAllMs: round(loadAllMs),
    indexBytes,
    entriesBytes,
    surfaceForms,
    entries: glossary.size,
    heapMb: round(heapMb, 1),
    words,
    growsMs: grows,
  };
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    for (const [name, value] of Object.entries(figures))
      process.stdout.write(`${name.padEnd(26)} ${typeof value === 'object' ? JSON.stringify(value) : value}\n`);
  return 0;
});
