import { dayOf, parseDay } from '#lib/chronicle/index.ts';
import { type AnnotatedDocument, annotateDocument } from './annotate-document.ts';
import { loadGlossary } from './load-glossary.ts';
import { loadRecogniser } from './load-recogniser.ts';
import { readDocuments } from './read-document.ts';
import { readPack } from './read-pack.ts';
import { runCommand, UsageError } from './usage.ts';

const HELP = `
npm run --silent annotate -- [--date YYYY-MM-DD] [--format pretty|json|jsonl] [--pack FILE]... FILE...

Finds the names in a text and says who and what they are, as of the article's date.
FILE is .txt, .html or .jsonl (one {"id","text","date"?,"title"?} a line); - is standard input.
  --date    the article's date (HTML: found in the page unless given; else today)
  --pack    a pack of names that go before the glossary's (several: the first goes before the next)
  --format  pretty (on a terminal), json (one document), jsonl (one document a line)
`;

const FORMATS = ['pretty', 'json', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly files: string[];
  readonly day: number | null;
  readonly format: Format | null;
  readonly packs: readonly string[];
}

function parseOptions(args: readonly string[]): Options {
  const files: string[] = [];
  let day: number | null = null;
  let format: Format | null = null;
  const packs: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = (args[at] ?? '').split(/=(.*)/s);
    const value = () => inline ?? args[++at] ?? '';
    if (name === '--date') {
      const text = value();
      day = parseDay(text);
      if (day === null) throw new UsageError(`--date "${text}" is not a day written YYYY-MM-DD`);
    } else if (name === '--format') {
      const text = value();
      format = FORMATS.find((known) => known === text) ?? null;
      if (!format) throw new UsageError(`--format "${text}" is not one of ${FORMATS.join(', ')}`);
    } else if (name === '--pack') {
      const file = value();
      if (file === '') throw new UsageError('--pack: which file?');
      packs.push(file);
    } else if (name && name !== '-' && name.startsWith('-')) throw new UsageError(`unknown option ${name}; see --help`);
    else if (name) files.push(name);
  }
  if (files.length === 0) throw new UsageError('which file? give one or more, or - for standard input; see --help');
  return { files, day, format, packs };
}

/** The article's names, each once, with the line its card would show. */
function pretty(document: AnnotatedDocument): string {
  const lines = new Map<string, { count: number; text: string }>();
  for (const mention of document.mentions) {
    const key = `${mention.entry ?? mention.name} ${mention.via === 'metonym' || mention.via === 'demonym' ? mention.via : ''}`;
    const known = lines.get(key);
    if (known) known.count++;
    else
      lines.set(key, {
        count: 1,
        text: `${mention.name} (${mention.kind}${mention.surface === mention.name ? '' : `, "${mention.surface}"`})${mention.note ? `: ${mention.note}` : ''}`,
      });
  }
  const listed = [...lines.values()].map(({ count, text }) => (count > 1 ? `${text} [${count}]` : text));
  return [`${document.id} (${document.date}): ${document.mentions.length} names`, ...listed.map((line) => `  ${line}`)].join('\n');
}

await runCommand(HELP, async (args) => {
  const options = parseOptions(args);
  const layers = await Promise.all(options.packs.map(readPack));
  const glossary = await loadGlossary(layers);
  const recogniser = await loadRecogniser();
  const format = options.format ?? (process.stdout.isTTY ? 'pretty' : 'json');
  for (const file of options.files) {
    for (const document of await readDocuments(file)) {
      const annotated = annotateDocument(document, glossary, recogniser, options.day ?? document.day ?? dayOf(new Date()));
      process.stdout.write(`${format === 'pretty' ? pretty(annotated) : JSON.stringify(annotated, null, format === 'json' ? 1 : 0)}\n`);
    }
  }
  return 0;
});
