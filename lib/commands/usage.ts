/** A call that cannot be taken; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something that cannot be done with this input; exit code 1. */
export class InputError extends Error {
  override name = 'InputError';
}

/** Runs a command: prints `help` on `--help`, turns known errors into one line on standard error and an exit code. */
export async function runCommand(help: string, main: (args: string[]) => Promise<number>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${help.trim()}\n`);
    return;
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe ("| head") may go first.
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = await main(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message.split('\n')[0]}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
