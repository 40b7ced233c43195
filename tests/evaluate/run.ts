import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDay } from '#lib/chronicle/index.ts';
import { type AnnotatedMention, annotateDocument } from '#lib/commands/annotate-document.ts';
import { loadGlossary } from '#lib/commands/load-glossary.ts';
import { loadRecogniser } from '#lib/commands/load-recogniser.ts';
import { plainDocument } from '#lib/commands/read-document.ts';
import { runCommand } from '#lib/commands/usage.ts';
import type { Glossary } from '#lib/glossary/index.ts';
import type { Recogniser } from '#lib/names/index.ts';
import { FOLDS, foldFile, foldOf, TRAINED_ON } from '#lib/training/folds.ts';
import { calibrationLines, judge } from './calibration.ts';
import { type CorpusScore, type GoldDocument, openCorpora, type Prediction } from './corpora.ts';
import { scoreIntroductions } from './introductions.ts';
import { type OwnScore, ours, readOwnArticles, scoreOwn } from './own-articles.ts';
import { isNear, scorePlaces } from './places.ts';
import { predictionsOf, RIVALS } from './rivals.ts';

const HELP = `
npm run evaluate -- [--corpora FOLDER] [--errors N] [NAME...]

Scores the names found in annotated corpora: spans, kinds, links, places within 161 km, false marks for 1,000 words. The project's
own articles come first, beside compromise and a bare run of capitals on the same text; so do the corpora with --rivals.
  --corpora  a folder with *.jsonl and score.mjs (default: ../shared/eval)
  --rivals   scores compromise and a run of capitals on every corpus, too
  --errors   lists up to N missed and N false marks of each corpus
`;

const TYPE: Record<string, string> = { person: 'person', organisation: 'org', place: 'place', group: 'norp', thing: 'other' };

function predictionOf(mention: AnnotatedMention, glossary: Glossary): Prediction {
  const subkind = mention.kind === 'thing' && mention.entry ? glossary.byId(mention.entry)?.subkind : undefined;
  const type =
    subkind === 'weapon'
      ? 'weapon'
      : subkind === 'war' || subkind === 'battle' || subkind === 'event' || subkind === 'disaster'
        ? 'event'
        : (TYPE[mention.kind] ?? 'other');
  return {
    start: mention.start,
    end: mention.end,
    type,
    ...(mention.wikipedia && { wiki: mention.wikipedia }),
    ...(mention.lat !== undefined && mention.lon !== undefined && { lat: mention.lat, lon: mention.lon }),
  };
}

const percent = (value: number | null | undefined) => (value == null ? '    -' : (100 * value).toFixed(1).padStart(5));
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end;

function falseMarks(
  documents: readonly GoldDocument[],
  predictions: ReadonlyMap<string, readonly Prediction[]>,
): { perThousand: number; examples: string[] } {
  let words = 0;
  const examples: string[] = [];
  for (const document of documents) {
    words += document.text.split(/\s+/).length;
    const annotated = new Set(document.annotated ?? []);
    for (const mark of predictions.get(document.id) ?? []) {
      if (!annotated.has(mark.type)) continue;
      if (document.mentions.some((gold) => overlaps(gold, mark)) || document.ignore?.some(([start, end]) => overlaps({ start, end }, mark)))
        continue;
      examples.push(`${document.text.slice(mark.start, mark.end)} (${mark.type})`);
    }
  }
  return { perThousand: (1000 * examples.length) / Math.max(1, words), examples };
}

function missed(documents: readonly GoldDocument[], predictions: ReadonlyMap<string, readonly Prediction[]>): string[] {
  return documents.flatMap((document) => {
    const marks = predictions.get(document.id) ?? [];
    return document.mentions.filter((gold) => !marks.some((mark) => overlaps(gold, mark))).map((gold) => `${gold.surface} (${gold.type})`);
  });
}

/** Share of the gold names of a type that are marked with an entry of the glossary. */
function coverage(
  documents: readonly GoldDocument[],
  annotated: ReadonlyMap<string, readonly AnnotatedMention[]>,
  type: string,
): { share: number; without: string[] } {
  let all = 0;
  const without: string[] = [];
  for (const document of documents) {
    const linked = (annotated.get(document.id) ?? []).filter((mention) => mention.entry !== null);
    for (const gold of document.mentions) {
      if (gold.type !== type) continue;
      all++;
      if (!linked.some((mention) => overlaps(mention, gold))) without.push(gold.surface);
    }
  }
  return { share: all === 0 ? 0 : 1 - without.length / all, without };
}

function common(list: readonly string[], most: number): string {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([item, count]) => (count > 1 ? `${item} x${count}` : item))
    .join(' · ');
}

function row(name: string, score: CorpusScore, marks: number): string {
  const { strict, typed, link } = score;
  return `${name.padEnd(16)} ${String(score.docs).padStart(4)}  ${percent(strict?.p)} ${percent(strict?.r)} ${percent(strict?.f1)}   ${percent(typed?.micro?.f1)}  ${percent(typed?.person?.f1)} ${percent(typed?.org?.f1)} ${percent(typed?.place?.f1)}   ${percent(link.accuracy)} (${link.n})   ${marks.toFixed(1).padStart(5)}`;
}

/** How many of an article's gold names have the right entry, where the gold names them by their canonical name. */
function entriesRight(
  document: GoldDocument,
  mentions: readonly AnnotatedMention[],
  glossary: Glossary,
): { right: number; wrong: string[]; noName: string[] } {
  const namesOf = (mention: AnnotatedMention) => {
    const entry = mention.entry ? glossary.byId(mention.entry) : null;
    const principal = entry?.standsFor ? glossary.byId(entry.standsFor) : null;
    return new Set(
      [entry, principal]
        .flatMap((one) => (one ? [one.name, ...one.aliases, ...one.demonyms] : []))
        .map((name) => name.toLowerCase().replace(/^the /, '')),
    );
  };
  let right = 0;
  const wrong: string[] = [];
  for (const gold of document.mentions) {
    const found =
      mentions.find((mention) => mention.start === gold.start && mention.end === gold.end) ??
      mentions.find((mention) => overlaps(mention, gold));
    const canonical = (gold.canonical ?? '').toLowerCase().replace(/^the /, '');
    const ok = found && (found.entry === null ? gold.evidence === 'in-article' : namesOf(found).has(canonical));
    if (ok) right++;
    else wrong.push(`${gold.surface} -> ${found ? (found.entry ?? `article: ${found.name}`) : 'no mark'} (gold ${gold.canonical})`);
  }
  const noName = mentions.filter((mention) => !document.mentions.some((gold) => overlaps(gold, mention))).map((mention) => mention.surface);
  return { right, wrong, noName };
}

/** Share of places with the gold's extent and both coordinates that lie within 161 km (100 miles) of it; null for none. */
function placesRight(
  documents: readonly GoldDocument[],
  predictions: ReadonlyMap<string, readonly Prediction[]>,
): { share: number; count: number } | null {
  let count = 0;
  let right = 0;
  for (const document of documents)
    for (const gold of document.mentions) {
      const found = predictions.get(document.id)?.find((mark) => mark.start === gold.start && mark.end === gold.end);
      if (gold.lat == null || gold.lon == null || found?.lat === undefined || found.lon === undefined) continue;
      count++;
      if (isNear({ lat: found.lat, lon: found.lon }, { lat: gold.lat, lon: gold.lon })) right++;
    }
  return count === 0 ? null : { share: right / count, count };
}

/** The project's own articles, scored beside the rivals. */
async function printOwn(glossary: Glossary, recogniser: Recogniser): Promise<void> {
  const texts = await readOwnArticles();
  const print = (name: string, score: OwnScore, typed: boolean) =>
    process.stdout.write(
      `${name.padEnd(24)} ${percent(score.strict)}  ${typed ? percent(score.typed) : '    -'}   ${score.falseMarks.toFixed(1).padStart(5)}\n`,
    );
  process.stdout.write(`own articles (${texts.length})     strict  typed  false/1000\n`);
  print('ours', scoreOwn(texts, ours(glossary, recogniser)), true);
  const kinds: Record<string, string> = { person: 'person', org: 'organisation', place: 'place' };
  for (const rival of RIVALS) {
    const found = scoreOwn(texts, ({ text }) =>
      rival.find(text).map(({ start, end, type }) => ({ start, end, kind: kinds[type] ?? null })),
    );
    print(rival.name, found, rival.name === 'compromise');
  }
}

/** How well persons without an entry are introduced, in our own articles. */
async function printIntroductions(glossary: Glossary, recogniser: Recogniser, errors: number): Promise<void> {
  for (const set of ['own', 'styles', 'press'] as const) {
    const { introduced, found, right, wrong, missed: without } = await scoreIntroductions(glossary, recogniser, set);
    process.stdout.write(
      `introductions of ${introduced} persons (${set}): found ${percent(found).trim()}, right ${percent(right).trim()}\n`,
    );
    for (const line of wrong.slice(0, errors)) process.stdout.write(`  wrong: ${line}\n`);
    for (const line of without.slice(0, errors)) process.stdout.write(`  missed: ${line}\n`);
  }
}

/** How many places of towns that share their names are taken for the right one, in articles of our own. */
async function printPlaces(glossary: Glossary, recogniser: Recogniser, errors: number): Promise<void> {
  const { places, found, right, wrong, missed: without } = await scorePlaces(glossary, recogniser);
  process.stdout.write(`towns of shared names, ${places} places: found ${percent(found).trim()}, within 161 km ${percent(right).trim()}\n`);
  for (const line of wrong.slice(0, errors)) process.stdout.write(`  wrong: ${line}\n`);
  for (const line of without.slice(0, errors)) process.stdout.write(`  missed: ${line}\n`);
}

/** The models that each left a fold out; empty where they were not made. */
async function unseenModels(): Promise<Recogniser[]> {
  if (!existsSync(foldFile(0))) return [];
  return Promise.all(Array.from({ length: FOLDS }, (_, fold) => loadRecogniser(foldFile(fold))));
}

await runCommand(HELP, async (args) => {
  const option = (name: string) => {
    const at = args.indexOf(name);
    return at < 0 ? null : (args[at + 1] ?? null);
  };
  const folder = path.resolve(option('--corpora') ?? fileURLToPath(new URL('../../../shared/eval/', import.meta.url)));
  const errors = Number(option('--errors') ?? 0);
  const wanted = args.filter((arg, at) => !arg.startsWith('--') && !args[at - 1]?.startsWith('--'));
  const glossary = await loadGlossary();
  const shipped = await loadRecogniser();
  if (wanted.length === 0) {
    await printOwn(glossary, shipped);
    await printIntroductions(glossary, shipped, errors);
    await printPlaces(glossary, shipped, errors);
  }
  const corpora = await openCorpora(folder);
  if (!corpora) {
    process.stdout.write(`No corpora at ${folder}: nothing was scored. Give their folder with --corpora.\n`);
    return 0;
  }
  const folds = await unseenModels();
  if (folds.length === 0)
    process.stdout.write(`Scores of ${TRAINED_ON.join(', ')} are of texts that were trained on; "npm run train -- --folds" mends that.\n`);
  const recogniserFor = (corpus: string, id: string) => (TRAINED_ON.includes(corpus) ? (folds[foldOf(id)] ?? shipped) : shipped);
  const judged: ReturnType<typeof judge> = [];
  process.stdout.write('corpus           docs  strict P / R / F1     micro3  person   org place    link (n)       false/1000\n');
  for (const [name, documents] of corpora.files) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const annotated = new Map(
      documents.map((document) => {
        const day = parseDay((document.date ?? '').slice(0, 10)) ?? 20200101;
        return [
          document.id,
          annotateDocument(plainDocument(document.id, document.text, day), glossary, recogniserFor(name, document.id), day).mentions,
        ];
      }),
    );
    const predictions = new Map([...annotated].map(([id, mentions]) => [id, mentions.map((mention) => predictionOf(mention, glossary))]));
    for (const document of name === 'wnut17' ? [] : documents) {
      const marks = (annotated.get(document.id) ?? []).map((mention) => ({
        ...predictionOf(mention, glossary),
        confidence: mention.confidence,
        known: mention.entry !== null,
      }));
      judged.push(...judge(marks, document.mentions, new Set(document.annotated ?? [])));
    }
    const { perThousand, examples } = falseMarks(documents, predictions);
    for (const [corpus, score] of Object.entries(corpora.score(documents, predictions)))
      process.stdout.write(`${row(corpus === name ? name : `${name}/${corpus}`.slice(0, 16), score, perThousand)}\n`);
    if (args.includes('--rivals'))
      for (const rival of RIVALS)
        for (const score of Object.values(corpora.score(documents, predictionsOf(rival, documents))))
          process.stdout.write(`${row(`  ${rival.name}`, score, falseMarks(documents, predictionsOf(rival, documents)).perThousand)}\n`);
    const near = placesRight(documents, predictions);
    if (near) process.stdout.write(`  places within 161 km: ${percent(near.share).trim()} of ${near.count}\n`);
    const first = documents[0];
    if (documents.length === 1 && first?.mentions.every((gold) => gold.canonical)) {
      const { right, wrong, noName } = entriesRight(first, annotated.get(first.id) ?? [], glossary);
      process.stdout.write(
        `  right entry: ${right} of ${first.mentions.length}; marks that are no name: ${noName.length}${noName.length > 0 ? ` (${noName.join(', ')})` : ''}\n`,
      );
      for (const line of wrong) process.stdout.write(`    ${line}\n`);
    }
    const covered = (['person', 'org', 'place'] as const).map((type) => ({ type, ...coverage(documents, annotated, type) }));
    process.stdout.write(`  with an entry: ${covered.map(({ type, share }) => `${type} ${percent(share).trim()}`).join(', ')}\n`);
    if (errors > 0) for (const { type, without } of covered) process.stdout.write(`    no entry, ${type}: ${common(without, errors)}\n`);
    if (errors > 0)
      process.stdout.write(`  missed: ${common(missed(documents, predictions), errors)}\n  false: ${common(examples, errors)}\n`);
  }
  process.stdout.write('right, of the marks given:    0.9 and more   0.8            0.7            0.6            less\n');
  for (const line of calibrationLines(judged)) process.stdout.write(`${line}\n`);
  return 0;
});
