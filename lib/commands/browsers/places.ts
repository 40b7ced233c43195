import os from 'node:os';
import path from 'node:path';

export const BROWSER_KINDS = ['chromium', 'firefox'] as const;
export type BrowserKind = (typeof BROWSER_KINDS)[number];

/** Names of a browser's program on the search path, the freest first: a branded Chrome takes fewer switches. */
const PROGRAMS: Record<BrowserKind, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const MAC_APPLICATIONS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS: Record<BrowserKind, readonly string[]> = {
  chromium: ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  firefox: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
};

/** Every path where a browser of this kind usually is on this system, the best first. None need exist. */
export function usualPlaces(kind: BrowserKind): string[] {
  const places = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath = PROGRAMS[kind].flatMap((program) =>
    places.map((folder) => path.join(folder, process.platform === 'win32' ? `${program}.exe` : program)),
  );
  if (process.platform === 'darwin') {
    const folders = ['/Applications', path.join(os.homedir(), 'Applications')];
    return [...MAC_APPLICATIONS[kind].flatMap((application) => folders.map((folder) => path.join(folder, application))), ...onPath];
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return [...WINDOWS_PROGRAMS[kind].flatMap((program) => folders.map((folder) => path.join(folder, program))), ...onPath];
  }
  return onPath;
}
