import { leavesOf, type Settings, settingsOf } from './schema.ts';

/** The settings as they are `now` without the change that led from `before` to `after`: what else has changed since stays. */
export function takenBack(now: Settings, before: Settings, after: Settings): Settings {
  const [was, became] = [leavesOf(before), leavesOf(after)];
  const leaves = new Map(leavesOf(now));
  for (const path of new Set([...was.keys(), ...became.keys()])) {
    const value = was.get(path);
    if (value === became.get(path)) continue;
    if (value === undefined) leaves.delete(path);
    else leaves.set(path, value);
  }
  return settingsOf(leaves);
}
