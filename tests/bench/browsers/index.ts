import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSER_KINDS, type BrowserKind } from '#lib/commands/browsers.ts';
import { buildFor } from '#lib/commands/build.ts';
import { UsageError } from '#lib/commands/usage.ts';
import { type Figures, type Keep, measure } from './measure.ts';
import { servePages } from './pages.ts';
import { isBroken, tableOf } from './table.ts';

const RESULTS = fileURLToPath(new URL('../RESULTS.md', import.meta.url));

/** Measures the built extension in the named browsers, or both; gives the exit code. */
export async function benchBrowsers(args: readonly string[]): Promise<number> {
  const known = (arg: string): arg is BrowserKind => BROWSER_KINDS.some((kind) => kind === arg);
  const unknown = args.find((arg) => !known(arg) && arg !== '--keep');
  if (unknown !== undefined) throw new UsageError(`unknown argument ${unknown}; see --help`);
  const named = args.filter(known);
  const kinds = named.length > 0 ? BROWSER_KINDS.filter((kind) => named.includes(kind)) : BROWSER_KINDS;
  const kept = args.includes('--keep') ? await mkdtemp(path.join(os.tmpdir(), 'dramatis-traces-')) : null;
  const keep: Keep = async (name, text) => {
    if (kept !== null) await writeFile(path.join(kept, name), text);
  };
  const site = await servePages();
  const figures = new Map<BrowserKind, Figures>();
  try {
    for (const kind of kinds) {
      const extension = await buildFor(kind === 'chromium' ? 'chrome' : 'firefox');
      figures.set(kind, await measure(kind, extension, `http://127.0.0.1:${site.port}`, keep));
    }
  } finally {
    await site.close();
  }
  const table = tableOf(figures);
  process.stdout.write(table);
  if (kinds.length === BROWSER_KINDS.length) await writeFile(RESULTS, table);
  if (kept !== null) process.stdout.write(`\ntraces: ${kept}\n`);
  return isBroken(figures) ? 1 : 0;
}
