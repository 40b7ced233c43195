import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface ChildOutcome {
  /** Exit code; null where the program could not be started, was killed or ran out of time. */
  readonly code: number | null;
  /** Everything it wrote, both streams as they came, without colours and redrawn lines. */
  readonly output: string;
}

export interface ChildOptions {
  /** Milliseconds after which the program and its children are killed. */
  readonly limit: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a program that redraws its lines left standing: of each line, what was written last. */
function plain(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines.map((line) => line.split('\r').at(-1) ?? '').join('\n');
}

/** Runs a program with nothing on its standard input and its output kept. Never throws and never outlasts its limit. */
export function runChild(command: string, args: readonly string[], options: ChildOptions): Promise<ChildOutcome> {
  const { promise, resolve } = Promise.withResolvers<ChildOutcome>();
  // A group of its own, so that what the program started ends with it.
  const grouped = process.platform !== 'win32';
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: grouped,
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  });
  const kill = () => {
    try {
      if (grouped && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    } catch {
      // It was gone already.
    }
  };
  let output = '';
  const timer = setTimeout(() => {
    output += `\nno end after ${Math.round(options.limit / 1000)} s`;
    kill();
    // A grandchild that left the group may hold the pipes open; there is nothing more to wait for.
    finish(null);
  }, options.limit);
  process.once('exit', kill);
  const finish = (code: number | null) => {
    clearTimeout(timer);
    process.removeListener('exit', kill);
    resolve({ code, output: plain(output) });
  };
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => {
    output += error.message;
    finish(null);
  });
  child.on('close', (code) => finish(code));
  return promise;
}
