import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cutRelease, nextVersion } from '#lib/commands/version.ts';

const RELEASE = fileURLToPath(new URL('../../../lib/commands/release.ts', import.meta.url));
const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- Costs $& and $1 less.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n';

describe('the next version', () => {
  test.each([
    ['patch', '1.2.4'],
    ['minor', '1.3.0'],
    ['major', '2.0.0'],
    ['1.2.3', '1.2.3'],
    ['1.10.0', '1.10.0'],
  ])('%s', (wanted, version) => expect(nextVersion('1.2.3', wanted)).toBe(version));

  test.each([
    ['1.2.2', 'comes before'],
    ['0.9.9', 'comes before'],
    ['v1.3.0', 'is none of'],
    ['1.3', 'is none of'],
    ['1.3.0-beta.1', 'is none of'],
    ['01.3.0', 'is none of'],
    ['', 'is none of'],
  ])('is not %s', (wanted, reason) => expect(() => nextVersion('1.2.3', wanted)).toThrow(reason));
});

describe('the changelog', () => {
  test('gets a dated section and an empty one for what comes', () => {
    const { changelog, news } = cutRelease(CHANGELOG, '0.2.0', '2026-02-03');
    expect(news).toBe('- Costs $& and $1 less.');
    expect(changelog).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-02-03)\n\n- Costs $& and $1 less.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n',
    );
    expect(() => cutRelease(changelog, '0.3.0', '2026-02-04')).toThrow('says nothing under');
  });

  test('may have no release yet', () => {
    expect(cutRelease('# Changelog\n\n## Unreleased\n\n- A\n', '0.1.0', '2026-02-03').changelog).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-02-03)\n\n- A\n',
    );
  });
});

describe('npm run release, in a repository of its own', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  const read = (name: string) => readFileSync(at(name), 'utf8');
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
    GIT_CONFIG_GLOBAL: os.devNull,
  };
  const git = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const release = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [RELEASE, ...args], { cwd: folder, env, encoding: 'utf8' });
    return { code: status, out: stdout, error: stderr.trim() };
  };
  /** How the repository stands: what a refusal must leave alone. */
  const standing = () => [git('log', '--oneline'), git('tag'), git('status', '--porcelain'), read('package.json'), read('CHANGELOG.md')];
  const setTests = (exitCode: number) =>
    writeFileSync(
      at('package.json'),
      `${JSON.stringify({ name: 'x', version: '0.1.0', scripts: { test: `node -e "console.log('a name is not marked');console.log('1 passed, ${exitCode} failed');process.exit(${exitCode})"` } }, null, 2)}\n`,
    );

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'dramatis-release-'));
    git('init', '--quiet', '--initial-branch=main');
    setTests(0);
    const lock = { name: 'x', version: '0.1.0', lockfileVersion: 3, requires: true, packages: { '': { name: 'x', version: '0.1.0' } } };
    writeFileSync(at('package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
    writeFileSync(at('CHANGELOG.md'), CHANGELOG);
    git('add', '.');
    git('commit', '--quiet', '--message', 'Begin');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('sets the version, dates the changelog, commits and tags', () => {
    const { code, out, error } = release('minor');
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('v0.2.0 is committed and tagged');
    expect(JSON.parse(read('package.json')).version).toBe('0.2.0');
    const lock = JSON.parse(read('package-lock.json'));
    expect([lock.version, lock.packages[''].version]).toEqual(['0.2.0', '0.2.0']);
    expect(read('CHANGELOG.md')).toMatch(/^## Unreleased\n\n## 0\.2\.0 \(\d{4}-\d\d-\d\d\)\n\n- Costs/m);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '-1', '--format=%s')).toBe('Release 0.2.0');
    expect(git('cat-file', '-t', 'v0.2.0')).toBe('tag');
    expect(git('rev-parse', 'v0.2.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(release('minor')).toMatchObject({ code: 1, error: 'CHANGELOG.md says nothing under "## Unreleased"' });
  });

  test('takes the version that stands there, where it was never released', () => {
    expect(release('0.1.0').code).toBe(0);
    expect([git('tag'), git('log', '-1', '--format=%s')]).toEqual(['v0.1.0', 'Release 0.1.0']);
  });

  test('says with --dry-run what it would do, and does nothing', () => {
    const before = standing();
    const { code, out } = release('--dry-run', 'major');
    expect(code).toBe(0);
    expect(out).toContain('v1.0.0');
    expect(out).toContain('- Costs $& and $1 less.');
    expect(standing()).toEqual(before);
  });

  test.each([
    ['a file is not committed', () => writeFileSync(at('stray.txt'), 'x'), 1, 'there are changes that are not committed'],
    ['the tag is there', () => git('tag', 'v0.1.1'), 1, 'the tag v0.1.1 is there already'],
    [
      'the changelog says nothing new',
      () => {
        writeFileSync(at('CHANGELOG.md'), '# Changelog\n\n## 0.1.0\n\n- First.\n');
        git('commit', '--quiet', '--all', '--message', 'No news');
      },
      1,
      'CHANGELOG.md says nothing under "## Unreleased"',
    ],
    [
      'a check fails',
      () => {
        setTests(1);
        git('commit', '--quiet', '--all', '--message', 'Fails');
      },
      1,
      'npm test fails: 1 passed, 1 failed',
    ],
    [
      'the commit is refused',
      () => writeFileSync(at('.git/hooks/pre-commit'), '#!/bin/sh\necho no\nexit 1\n', { mode: 0o755 }),
      1,
      expect.stringContaining('git commit'),
    ],
  ])('refuses where %s, and leaves everything as it was', (_, prepare, code, error) => {
    prepare();
    const before = standing();
    expect(release('patch')).toMatchObject({ code, error });
    expect(standing()).toEqual(before);
  });

  test('shows what a failing check said', () => {
    setTests(1);
    git('commit', '--quiet', '--all', '--message', 'Fails');
    expect(release('patch').out).toContain('a name is not marked\n1 passed, 1 failed');
  });

  test.each([[[]], [['patch', 'minor']], [['later']]])('wants one version: %j', (args) => {
    expect(release(...args).code).toBe(2);
  });
});
