import type { FirefoxTab } from '#lib/commands/browsers.ts';
import type { Work } from './work.ts';

/** Milliseconds between two looks at the stacks. */
const INTERVAL = 0.5;
/** Code of the extension that runs in pages. */
const OURS = /moz-extension:\/\/[^/]+\/(gate|reader)\.js/;

/** Tables of the Gecko Profiler's format, as far as they are read. */
interface Table {
  readonly schema: Readonly<Record<string, number>>;
  readonly data: readonly (readonly unknown[])[];
}
interface Thread {
  readonly name: string;
  readonly samples: Table;
  readonly stackTable: Table;
  readonly frameTable: Table;
  readonly markers: Table;
  readonly stringTable: readonly string[];
}
interface Profile {
  readonly threads: readonly Thread[];
  readonly processes: readonly Profile[];
  readonly meta: { readonly sampleUnits?: { readonly threadCPUDelta: string } };
}

/** Units of processor time, in milliseconds. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['µs', 1e-3],
]);

/** Records what Firefox does while `run` goes on; gives the profile as JSON text. */
export async function profile(tab: FirefoxTab, run: () => Promise<void>): Promise<string> {
  await tab.privileged(`Services.profiler.StartProfiler(4_000_000, ${INTERVAL}, ['js', 'cpu'], ['GeckoMain'])`);
  await run();
  const text = await tab.privileged<string>(`(async () => {
    const data = await Services.profiler.getProfileDataAsync();
    await Services.profiler.StopProfiler();
    return JSON.stringify(data);
  })()`);
  return text;
}

const columns = (table: Table, name: string) => {
  const at = table.schema[name];
  if (at === undefined) throw new Error(`the profile has no ${name}`);
  return (row: number): unknown => table.data[row]?.[at];
};

const all = ({ threads, processes }: Profile): Thread[] => [...threads, ...processes.flatMap(all)];

interface Sample {
  /** Milliseconds. */
  readonly time: number;
  /** Milliseconds that the thread ran since the sample before. */
  readonly ran: number;
  readonly ours: boolean;
  readonly gate: boolean;
}

/** Which samples of a thread have code of the extension on their stack. `unit`: milliseconds in what the profile gives processor time in. */
function samplesOf(thread: Thread, unit: number): Sample[] {
  const location = columns(thread.frameTable, 'location');
  const [frameOf, prefixOf] = [columns(thread.stackTable, 'frame'), columns(thread.stackTable, 'prefix')];
  const [stackOf, timeOf, ranOf] = ['stack', 'time', 'threadCPUDelta'].map((name) => columns(thread.samples, name));
  const files = new Map<number, { ours: boolean; gate: boolean }>();
  const ofStack = (stack: number): { ours: boolean; gate: boolean } => {
    const known = files.get(stack);
    if (known) return known;
    const file = OURS.exec(thread.stringTable[Number(location(Number(frameOf(stack))))] ?? '')?.[1];
    const prefix = prefixOf(stack);
    const below = typeof prefix === 'number' ? ofStack(prefix) : { ours: false, gate: false };
    const found = { ours: below.ours || file !== undefined, gate: below.gate || file === 'gate' };
    files.set(stack, found);
    return found;
  };
  return thread.samples.data.map((_, row) => {
    const stack = stackOf?.(row);
    return {
      time: Number(timeOf?.(row)),
      ran: Number(ranOf?.(row) ?? 0) * unit,
      ...(typeof stack === 'number' ? ofStack(stack) : { ours: false, gate: false }),
    };
  });
}

/**
 * The extension's work on the main threads of pages: the samples with its code on the stack, each for the time since the one
 * before. A run of them without a gap is a task.
 */
export function workInProfile(text: string): Work {
  const { threads, processes, meta } = JSON.parse(text) as Profile;
  const unit = UNITS.get(meta.sampleUnits?.threadCPUDelta ?? '');
  if (unit === undefined) throw new Error('the profile does not tell how long threads ran');
  // The browser's own process runs no code of pages.
  const pages = processes.flatMap(all).filter(({ name }) => name === 'GeckoMain');
  if (pages.length === 0) throw new Error(`the profile holds ${threads.length} threads and none of a page`);
  const work = { total: 0, ran: 0, longest: 0, layouts: 0, gate: 0, longTasks: 0 };
  for (const thread of pages) {
    const samples = samplesOf(thread, unit);
    if (!samples.some(({ ours }) => ours)) continue;
    const spans: { from: number; to: number }[] = [];
    samples.forEach(({ time, ran, ours, gate }, at) => {
      if (!ours) return;
      const before = samples[at - 1];
      const length = Math.min(time - (before?.time ?? time - INTERVAL), 4 * INTERVAL);
      work.total += length;
      work.ran += Math.min(ran, length);
      if (gate) work.gate += length;
      const last = spans.at(-1);
      if (last && before?.ours) last.to = time;
      else spans.push({ from: time - length, to: time });
    });
    work.longest = Math.max(work.longest, ...spans.map(({ from, to }) => to - from));
    const [nameOf, startOf, endOf] = ['name', 'startTime', 'endTime'].map((name) => columns(thread.markers, name));
    thread.markers.data.forEach((_, row) => {
      const name = thread.stringTable[Number(nameOf?.(row))] ?? '';
      const [from, to] = [Number(startOf?.(row)), Number(endOf?.(row))];
      if (/^(?:Reflow|Styles)/.test(name) && spans.some((span) => from >= span.from && to <= span.to)) work.layouts++;
      if (name === 'MainThreadLongTask') work.longTasks++;
    });
  }
  return work;
}
