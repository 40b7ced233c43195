/** The browsers of this machine: finds them, gets them, opens them with the extension and drives them. */
import { access, constants } from 'node:fs/promises';
import { commandFor, download, downloadedBefore, installByApt } from './browsers/install.ts';
import { type BrowserKind, usualPlaces } from './browsers/places.ts';
import { runChild } from './child.ts';
import { InputError } from './usage.ts';

export { ChromiumTab } from './browsers/chromium-tab.ts';
export { type DrivenBrowser, eventually, type Frame, type MarkedName, type OpenCard, type Tab } from './browsers/driver.ts';
export { FirefoxTab } from './browsers/firefox-tab.ts';
export { launchBrowser } from './browsers/launch.ts';
export { BROWSER_KINDS, type BrowserKind } from './browsers/places.ts';
export { hoverName, markedNames, openedCard, settledNames } from './browsers/reading.ts';
export { type ServedFolder, serveFolder } from './browsers/serve.ts';

/** Names a browser's program for this project, whatever else is installed. */
const VARIABLES: Record<BrowserKind, string> = { chromium: 'CHROMIUM', firefox: 'FIREFOX' };
/** Milliseconds a browser may take to tell its version. */
const VERSION_LIMIT = 20_000;

/** Whether a program is there and starts: some systems put a stand-in there that only tells how to install the browser. */
async function starts(program: string): Promise<boolean> {
  try {
    await access(program, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows a browser asked for its version opens a window instead.
  if (process.platform === 'win32') return true;
  const { code, output } = await runChild(program, ['--version'], { limit: VERSION_LIMIT });
  return code === 0 && /\d+\.\d+/.test(output);
}

async function firstThatStarts(programs: readonly string[]): Promise<string | null> {
  for (const program of programs) if (await starts(program)) return program;
  return null;
}

async function present(kind: BrowserKind): Promise<string | null> {
  return (await firstThatStarts(usualPlaces(kind))) ?? firstThatStarts(await downloadedBefore(kind));
}

async function fetched(kind: BrowserKind): Promise<string | null> {
  const found = (await installByApt(kind)) ? await present(kind) : null;
  return found ?? ((await download(kind)) ? present(kind) : null);
}

/**
 * The program of a browser of this kind. Where the machine has none, one is installed or downloaded, which is said in one
 * line on standard error.
 * @throws InputError with the command to run where no browser can be had.
 */
export async function findBrowser(kind: BrowserKind): Promise<string> {
  const named = process.env[VARIABLES[kind]];
  if (named) {
    if (await starts(named)) return named;
    throw new InputError(`${VARIABLES[kind]} names ${named}, which does not start as a browser`);
  }
  const program = (await present(kind)) ?? (await fetched(kind));
  if (program) return program;
  throw new InputError(
    `no ${kind} found, and none could be downloaded; run "${await commandFor(kind)}", or name one by the variable ${VARIABLES[kind]}`,
  );
}
