import { BROWSER_KINDS, findBrowser } from '#lib/commands/browsers.ts';
import { buildFor, TARGETS } from '#lib/commands/build.ts';

/** Before all tests: both browsers are there, and both builds are of the code as it is. */
export default async function setup(): Promise<void> {
  for (const kind of BROWSER_KINDS) await findBrowser(kind);
  for (const target of TARGETS) await buildFor(target);
}
