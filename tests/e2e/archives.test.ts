import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChild } from '#lib/commands/child.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STORES = ['chrome', 'edge', 'firefox'] as const;
/** Bytes that a store archive may have. */
const ROOM = 8 * 1000 * 1000;
/** Milliseconds for the packages to be installed and everything to be built, on a busy machine. */
const REBUILD = 600_000;

let here: Record<string, string>;
/** Those made elsewhere, while the others are looked into. */
let there: Promise<Record<string, string>>;
const elsewhere = await mkdtemp(path.join(os.tmpdir(), 'dramatis elsewhere '));

/** Runs a program that has to succeed; gives what it wrote. */
async function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<string> {
  const { code, output } = await runChild(program, args, { limit: REBUILD, cwd, env });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${output.slice(-3000)}`);
  return output;
}

/** The archives that a run of the zip command named, by what they are for. */
const archivesIn = (output: string): Record<string, string> =>
  Object.fromEntries([...output.matchAll(/^.*-(\w+)\.zip$/gm)].map(([file, name]) => [name, file.trim()]));

const sumOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
const sumsOf = async (archives: Record<string, string>) =>
  Object.fromEntries(await Promise.all(Object.entries(archives).map(async ([name, file]) => [name, await sumOf(file)] as const)));

async function filesOf(store: string): Promise<Record<string, Uint8Array>> {
  return unzipSync(await readFile(here[store] ?? ''));
}

/** Lays an archive out as files. */
async function unpack(archive: string, folder: string): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(archive)))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

async function rebuild(): Promise<Record<string, string>> {
  await unpack(here.sources ?? '', elsewhere);
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], elsewhere);
  return archivesIn(await run('npm', ['run', 'zip'], elsewhere, { TZ: 'Asia/Tokyo' }));
}

describe('the archives for the stores', () => {
  beforeAll(async () => {
    here = archivesIn(await run(process.execPath, ['lib/commands/zip.ts', '--built'], ROOT));
    there = rebuild();
    // The test of it hears of a failure.
    there.catch(() => undefined);
  });
  afterAll(async () => {
    await there.catch(() => undefined);
    await rm(elsewhere, { recursive: true, force: true });
  });

  it('are one for each store, and the sources', () => {
    expect(Object.keys(here)).toEqual([...STORES, 'sources']);
  });

  it.each(STORES)('for %s has no file that is not needed, no path of this machine, and room to spare', async (store) => {
    const files = await filesOf(store);
    expect(files['manifest.json']).toBeDefined();
    for (const [name, bytes] of Object.entries(files)) {
      expect(name).not.toMatch(/\.(map|ts|tsx|md|yaml|test\.js)$|(^|\/)\./);
      if (/\.(js|json|html|css)$/.test(name)) {
        const text = Buffer.from(bytes).toString('utf8');
        expect(text.includes(ROOT), name).toBe(false);
        expect(text.includes(os.homedir() + path.sep), name).toBe(false);
      }
    }
    expect((await readFile(here[store] ?? '')).length).toBeLessThanOrEqual(ROOM);
  });

  /**
   * Mozilla's linter, as the store runs it. What it may warn of, and why:
   * - preact sets innerHTML where a component asks for it by `dangerouslySetInnerHTML`, which none of ours does (a lint rule forbids it):
   *   one place in each bundle that holds preact;
   * - `dom.openOrClosedShadowRoot` is Chromium's; it is looked for before it is called, and Firefox's own way is taken first.
   */
  it('for Firefox has no error of Mozilla’s linter, and no warning that is not explained', { timeout: 120_000 }, async () => {
    const linter = createRequire(import.meta.url).resolve('addons-linter/bin/addons-linter');
    const output = await run(process.execPath, [linter, '--output', 'json', here.firefox ?? ''], ROOT);
    const report = JSON.parse(output.slice(output.indexOf('{'))) as {
      readonly errors: readonly unknown[];
      readonly warnings: readonly { readonly code: string; readonly file: string; readonly message: string }[];
    };
    expect(report.errors).toEqual([]);
    const files = await filesOf('firefox');
    const unexplained = report.warnings.filter(({ code, file, message }) => {
      const assignments =
        Buffer.from(files[file] ?? [])
          .toString('utf8')
          .match(/\.innerHTML\s*=(?!=)/g) ?? [];
      if (code === 'UNSAFE_VAR_ASSIGNMENT') return assignments.length !== 1;
      return !(code === 'UNSUPPORTED_API' && message.startsWith('dom.openOrClosedShadowRoot '));
    });
    expect(unexplained).toEqual([]);
  });

  it('come out the same to the byte from the sources archive: elsewhere, later, in another time zone', { timeout: REBUILD }, async () => {
    const archives = await there;
    expect(Object.values(archives).every((file) => file.startsWith(elsewhere))).toBe(true);
    expect(await sumsOf(archives)).toEqual(await sumsOf(here));
  });
});
