import { readFile } from 'node:fs/promises';
import { ChromiumTab, FirefoxTab, type Tab } from '#lib/commands/browsers.ts';
import { trace, workIn } from './chromium-trace.ts';
import { profile, workInProfile } from './firefox-profile.ts';
import type { Work } from './work.ts';

/** What is asked of one kind of browser alone. */
interface Meter {
  /** What a tab's main thread does for the extension while `run` goes on; the page at `address` is loaded in it. */
  record(tab: Tab, address: string, run: () => Promise<void>): Promise<{ readonly work: Work; readonly text: string }>;
  /** Memory of all of the browser's processes in MB, after a collection; null where the system does not tell. */
  memory(tab: Tab): Promise<number | null>;
}

function only<T extends Tab>(tab: Tab, kind: new (...args: never[]) => T): T {
  if (tab instanceof kind) return tab;
  throw new Error('the tab is of another browser');
}

const MB = 1024 * 1024;

/** Memory that a process has for itself and its share of what it has with others, in bytes (Linux). */
async function proportional(process: number): Promise<number> {
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
}

const chromium: Meter = {
  record: async (tab, address, run) => {
    const text = await trace(only(tab, ChromiumTab), run);
    return { work: workIn(text, address), text };
  },
  memory: async (tab) => {
    const { page } = only(tab, ChromiumTab);
    const browser = page.context().browser();
    if (!browser || process.platform !== 'linux') return null;
    for (const other of page.context().pages()) {
      const session = await page.context().newCDPSession(other);
      await session.send('HeapProfiler.collectGarbage');
      await session.detach();
    }
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const sizes = await Promise.all(processInfo.map(({ id }) => proportional(id)));
    return sizes.reduce((sum, size) => sum + size, 0) / MB;
  },
};

const firefox: Meter = {
  record: async (tab, _address, run) => {
    const text = await profile(only(tab, FirefoxTab), run);
    return { work: workInProfile(text), text };
  },
  memory: async (tab) => {
    const bytes = await only(tab, FirefoxTab).privileged<number>(`(async () => {
      for (let turn = 0; turn < 3; turn++) {
        Services.obs.notifyObservers(null, 'child-gc-request');
        Services.obs.notifyObservers(null, 'child-cc-request');
        Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize');
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      const { memory, children } = await ChromeUtils.requestProcInfo();
      return memory + children.reduce((sum, child) => sum + child.memory, 0);
    })()`);
    return bytes / MB;
  },
};

export const METERS = { chromium, firefox } as const;
