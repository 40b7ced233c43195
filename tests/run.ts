import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '#lib/commands/browsers.ts';
import { runCommand } from '#lib/commands/usage.ts';

const HELP = `
npm test [-- NAME...]

Runs every check in turn, or the named ones: types, lint, dead-code, glossary, unit, browser, e2e.
Finds Chromium and Firefox, or gets them. Ends with "N passed, N failed"; exits 1 if anything failed.
`;

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const bin = (relative: string) => path.join(ROOT, 'node_modules', relative);
const vitest = (folder: string) => [bin('vitest/vitest.mjs'), 'run', '--config', `tests/${folder}/vitest.config.ts`];

/** A step counts as one test, or as many as vitest reports. */
interface Step {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly counted: boolean;
}

const STEPS: readonly Step[] = [
  {
    name: 'types',
    commands: [
      [bin('wxt/bin/wxt.mjs'), 'prepare'],
      [bin('typescript/bin/tsc'), '--noEmit'],
    ],
    counted: false,
  },
  { name: 'lint', commands: [[bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']], counted: false },
  { name: 'dead-code', commands: [[bin('knip/bin/knip.js')]], counted: false },
  { name: 'glossary', commands: [['lib/commands/glossary.ts', 'check']], counted: false },
  { name: 'unit', commands: [vitest('unit')], counted: true },
  { name: 'browser', commands: [vitest('browser')], counted: true },
  { name: 'e2e', commands: [vitest('e2e')], counted: true },
];

function run(command: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: environment });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

interface Count {
  passed: number;
  failed: number;
}

/** What vitest counted; a run that left no report, or ran no test, has failed. */
async function readReport(file: string): Promise<Count> {
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    const { numPassedTests = 0, numFailedTests = 0, numFailedTestSuites = 0 } = report as Record<string, number>;
    const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
    return numPassedTests + failed === 0 ? { passed: 0, failed: 1 } : { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function take(step: Step, folder: string, environment: NodeJS.ProcessEnv): Promise<Count> {
  process.stdout.write(`\n== ${step.name}\n`);
  const report = path.join(folder, `${step.name}.json`);
  const extra = step.counted ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  for (const command of step.commands) {
    const code = await run([...command, ...extra], environment);
    if (step.counted) {
      const count = await readReport(report);
      return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
    }
    if (code !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

await runCommand(HELP, async (args) => {
  const wanted = STEPS.filter((step) => args.length === 0 || args.includes(step.name));
  const environment: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' };
  if (wanted.some((step) => step.name === 'browser' || step.name === 'e2e')) environment.CHROMIUM = await findBrowser('chromium');
  if (wanted.some((step) => step.name === 'e2e')) environment.FIREFOX = await findBrowser('firefox');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dramatis-test-'));
  const total: Count = { passed: 0, failed: 0 };
  const failing: string[] = [];
  const times: string[] = [];
  try {
    for (const step of wanted) {
      const begun = performance.now();
      const count = await take(step, folder, environment);
      times.push(`${step.name} ${Math.round((performance.now() - begun) / 1000)}`);
      total.passed += count.passed;
      total.failed += count.failed;
      if (count.failed > 0) failing.push(step.name);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write(`\nseconds: ${times.join(', ')}\n`);
  process.stdout.write(`${failing.length > 0 ? `failing: ${failing.join(', ')}\n` : ''}${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
});
