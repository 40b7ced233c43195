import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { runChild } from './child.ts';
import { runCommand, UsageError } from './usage.ts';

const HELP = `
npm run advisories    asks the registry whether a package that ships has a known weakness; exits 1 where one is high or critical.
                      A registry that does not answer is told and is no fault.
`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Milliseconds. */
const ANSWER_LIMIT = 60_000;

const report = v.object({
  vulnerabilities: v.record(v.string(), v.object({ severity: v.string(), range: v.optional(v.string(), '') })),
});

/** What an audit of the packages that ship comes to. */
export type Verdict =
  | { readonly type: 'unanswered'; readonly reason: string }
  | { readonly type: 'answered'; readonly grave: readonly string[]; readonly others: number };

/** Judges what `npm audit --json` printed. Never throws. */
export function judge(output: string): Verdict {
  let json: unknown;
  try {
    json = JSON.parse(output);
  } catch {
    return { type: 'unanswered', reason: output.trim().split('\n')[0]?.slice(0, 200) || 'no answer' };
  }
  const parsed = v.safeParse(report, json);
  if (!parsed.success) {
    const failed = v.safeParse(v.object({ message: v.string() }), json);
    return { type: 'unanswered', reason: failed.success ? failed.output.message.slice(0, 200) : 'an answer of another shape' };
  }
  const all = Object.entries(parsed.output.vulnerabilities);
  const grave = all.filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  return {
    type: 'answered',
    grave: grave.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`),
    others: all.length - grave.length,
  };
}

if (import.meta.main) {
  await runCommand(HELP, async (args) => {
    if (args.length > 0) throw new UsageError(`unknown argument ${args[0]}; see --help`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { output } = await runChild(npm, ['audit', '--json', '--omit=dev'], { limit: ANSWER_LIMIT, cwd: ROOT, env: {} });
    const verdict = judge(output.slice(Math.max(0, output.indexOf('{'))));
    if (verdict.type === 'unanswered') {
      process.stdout.write(`advisories: not checked, the registry does not tell (${verdict.reason})\n`);
      return 0;
    }
    for (const line of verdict.grave) process.stderr.write(`advisories: ${line}\n`);
    process.stdout.write(`advisories: ${verdict.grave.length} high or critical, ${verdict.others} others in what ships\n`);
    return verdict.grave.length > 0 ? 1 : 0;
  });
}
