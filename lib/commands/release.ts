import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ChildOutcome, runChild } from './child.ts';
import { InputError, runCommand, UsageError } from './usage.ts';
import { cutRelease, nextVersion } from './version.ts';

const HELP = `
npm run release -- patch|minor|major|X.Y.Z [--dry-run]

Sets the version, dates what stands under "Unreleased" in CHANGELOG.md, commits and tags (vX.Y.Z). It pushes nothing.
Refuses where something is not committed, the tag is there already, the changelog says nothing new, or npm test fails.
  --dry-run   checks everything but the tests, says what it would do, and changes nothing
`;

const CHANGED = ['package.json', 'package-lock.json', 'CHANGELOG.md'] as const;
/** Milliseconds. */
const QUICK = 60_000;
const TESTS = 3_600_000;
/** Lines of failing tests that are shown: what failed stands at their end. */
const TESTS_SHOWN = 120;
/** The project that is released: npm starts its scripts in its root. */
const ROOT = process.cwd();

const run = (command: string, args: readonly string[], limit = QUICK): Promise<ChildOutcome> =>
  runChild(command, args, { limit, cwd: ROOT });

/** Runs a program that has to succeed. @throws InputError with the last line that it wrote. */
async function must(command: string, ...args: string[]): Promise<string> {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new InputError(`${command} ${args.join(' ')} failed: ${output.trim().split('\n').at(-1)}`);
  return output.trim();
}

async function currentVersion(): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const { version } = parsed as { readonly version?: unknown };
  if (typeof version !== 'string') throw new InputError('package.json names no version');
  return version;
}

/** Changes the three files and records them; puts them back where that fails. */
async function record(version: string, changelog: string): Promise<void> {
  try {
    if ((await currentVersion()) !== version) await must('npm', 'version', version, '--no-git-tag-version', '--ignore-scripts');
    await writeFile(path.join(ROOT, 'CHANGELOG.md'), changelog);
    await must('git', 'commit', '--quiet', '--message', `Release ${version}`, '--', ...CHANGED);
  } catch (error) {
    await run('git', ['checkout', '--quiet', 'HEAD', '--', ...CHANGED]);
    throw error;
  }
  await must('git', 'tag', '--annotate', `v${version}`, '--message', `Dramatis ${version}`);
}

await runCommand(HELP, async (args) => {
  const dry = args.includes('--dry-run');
  const [wanted, ...more] = args.filter((arg) => arg !== '--dry-run');
  if (wanted === undefined || more.length > 0) throw new UsageError('one of patch, minor, major or X.Y.Z is wanted; see --help');

  const version = nextVersion(await currentVersion(), wanted);
  if ((await must('git', 'status', '--porcelain')) !== '') throw new InputError('there are changes that are not committed');
  if ((await must('git', 'tag', '--list', `v${version}`)) !== '') throw new InputError(`the tag v${version} is there already`);
  const today = new Date().toISOString().slice(0, 10);
  const { changelog, news } = cutRelease(await readFile(path.join(ROOT, 'CHANGELOG.md'), 'utf8'), version, today);
  if (dry) {
    process.stdout.write(
      `would run npm test, set the version ${version}, commit and tag v${version}, with this in the changelog:\n\n${news}\n`,
    );
    return 0;
  }
  process.stdout.write('npm test…\n');
  const tests = await run('npm', ['test'], TESTS);
  if (tests.code !== 0) {
    const said = tests.output.trim().split('\n');
    process.stdout.write(`${said.slice(-TESTS_SHOWN).join('\n')}\n`);
    throw new InputError(`npm test fails: ${said.at(-1)}`);
  }
  await record(version, changelog);
  process.stdout.write(`v${version} is committed and tagged; "npm run zip" makes its archives, "git push --follow-tags" sends it\n`);
  return 0;
});
