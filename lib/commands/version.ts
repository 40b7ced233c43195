import { InputError, UsageError } from './usage.ts';

const LEVELS = ['major', 'minor', 'patch'] as const;
/** Three numbers: stores take nothing else. */
const VERSION = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;

function numbersOf(version: string): readonly [number, number, number] | null {
  const found = VERSION.exec(version);
  return found && [Number(found[1]), Number(found[2]), Number(found[3])];
}

/**
 * The version that follows by a level, or the one that is named; that may be the current one, which the first release takes.
 * @throws UsageError for neither, InputError for one that goes back.
 */
export function nextVersion(current: string, wanted: string): string {
  const now = numbersOf(current);
  if (!now) throw new InputError(`the version ${current} is not three numbers`);
  const [major, minor, patch] = now;
  const level = LEVELS.find((name) => name === wanted);
  if (level === 'major') return `${major + 1}.0.0`;
  if (level === 'minor') return `${major}.${minor + 1}.0`;
  if (level === 'patch') return `${major}.${minor}.${patch + 1}`;
  const named = numbersOf(wanted);
  if (!named) throw new UsageError(`${wanted} is none of patch, minor, major and X.Y.Z`);
  const at = named.findIndex((number, place) => number !== now[place]);
  if (at >= 0 && (named[at] ?? 0) < (now[at] ?? 0)) throw new InputError(`${wanted} comes before ${current}`);
  return wanted;
}

const UNRELEASED = /^## Unreleased[ \t]*\n([\s\S]*?)(?=^## |(?![\s\S]))/m;

/**
 * Dates what stands under "Unreleased" and leaves that heading empty; `news` is what stood there.
 * @throws InputError where nothing does.
 */
export function cutRelease(changelog: string, version: string, day: string): { readonly changelog: string; readonly news: string } {
  const news = UNRELEASED.exec(changelog)?.[1]?.trim();
  if (!news) throw new InputError('CHANGELOG.md says nothing under "## Unreleased"');
  return {
    changelog: changelog.replace(UNRELEASED, () => `## Unreleased\n\n## ${version} (${day})\n\n${news}\n\n`).trimEnd() + '\n',
    news,
  };
}
