import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { ANSWER_LIMIT } from './driver.ts';
import { makeProfile, type ProfileOptions } from './firefox-profile.ts';

/** A release takes a settings server other than its maker's only with this. */
const ENVIRONMENT = { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' };
const LISTENS = /WebDriver BiDi listening on (ws:\S+)/;
/** Milliseconds Firefox may take to end by itself before it is made to. */
const GRACE = 10_000;

/** A running Firefox and its profile; both are gone at the end, also when this process ends first. */
export class FirefoxProcess {
  readonly closed: Promise<void>;
  readonly #child: ChildProcess;
  readonly #profile: string;

  private constructor(child: ChildProcess, profile: string) {
    this.#child = child;
    this.#profile = profile;
    const abandon = () => {
      this.#kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    process.once('exit', abandon);
    this.closed = new Promise<void>((resolve) => child.once('close', () => resolve())).then(async () => {
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      process.removeListener('exit', abandon);
    });
  }

  /** Starts Firefox with a new profile; gives it and the address of its BiDi socket. */
  static async start(program: string, options: ProfileOptions): Promise<{ firefox: FirefoxProcess; address: string }> {
    const profile = await makeProfile(options);
    const args = [
      '--profile',
      profile,
      '--no-remote',
      '--new-instance',
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      ...(options.window ? [] : ['--headless']),
    ];
    // A group of its own: on Debian the program is a script that starts the browser.
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, ...ENVIRONMENT },
    });
    const firefox = new FirefoxProcess(child, profile);
    let said = '';
    const address = new Promise<string>((resolve, reject) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        // It goes on talking; only the beginning is of interest.
        if (said.length < 100_000) said += chunk.toString();
        const found = LISTENS.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once('error', reject);
      child.once('close', () => reject(new Error(`Firefox ended at once: ${said.trim().split('\n').at(-1) ?? ''}`)));
      setTimeout(() => reject(new Error(`Firefox opened no WebDriver BiDi socket in ${ANSWER_LIMIT / 1000} s`)), ANSWER_LIMIT).unref();
    });
    try {
      return { firefox, address: await address };
    } catch (error) {
      await firefox.end();
      throw error;
    }
  }

  /** Waits until Firefox has ended, and ends it if it does not by itself. */
  async end(): Promise<void> {
    const timer = setTimeout(() => this.#kill(), GRACE);
    if (this.#child.pid === undefined) {
      await rm(this.#profile, { recursive: true, force: true });
    } else await this.closed;
    clearTimeout(timer);
  }

  /** Ends Firefox at once. */
  async kill(): Promise<void> {
    this.#kill();
    await this.end();
  }

  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null) return;
    try {
      if (process.platform === 'win32') this.#child.kill();
      else process.kill(-pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  }
}
