import type { ChromiumTab } from '#lib/commands/browsers.ts';
import type { Work } from './work.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args: { readonly data?: { readonly url?: string }; readonly beginData?: { readonly url?: string } };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', 'v8.execute', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const OURS = 'chrome-extension://';
/** Script that ran, as Chromium's timeline tells of it. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall']);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree']);

/** Records what a tab does while `run` goes on; gives the trace as JSON text. */
export async function trace(tab: ChromiumTab, run: () => Promise<void>): Promise<string> {
  const browser = tab.page.context().browser();
  if (!browser) throw new Error('Chromium has gone');
  await browser.startTracing(tab.page, { categories: CATEGORIES });
  await run();
  return (await browser.stopTracing()).toString('utf8');
}

const within = (inner: Span, outer: Span) => inner.from >= outer.from && inner.to <= outer.to;

/** Length of what is covered by any of these, in microseconds. */
function covered(spans: readonly Span[]): number {
  let sum = 0;
  let end = -Infinity;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/**
 * The extension's work on the main thread of the page at an address. A task counts whole in which its code ran, what the
 * browser did around it included; of a task that draws a frame only the code's own part. Pages that are measured make no
 * promises, so every run of microtasks is the extension's, unless the bench itself asked the page something.
 */
export function workIn(text: string, address: string): Work {
  const { traceEvents } = JSON.parse(text) as { traceEvents: readonly TraceEvent[] };
  const parsed = traceEvents.find(({ name, args }) => name === 'ParseHTML' && args.beginData?.url === address);
  if (!parsed) throw new Error(`the trace knows nothing of ${address}`);
  const events = traceEvents
    .filter(({ ph, pid, tid, dur }) => ph === 'X' && pid === parsed.pid && tid === parsed.tid && dur !== undefined)
    .map(({ name, ts, dur = 0, args }) => ({ name, url: args.data?.url ?? '', from: ts, to: ts + dur }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const asked = events.filter(({ name, url }) => name === 'EvaluateScript' && url === '');
  const isAsked = (span: Span) => asked.some((outer) => within(span, outer));
  const ours = events.filter(
    (event) => (SCRIPT.has(event.name) && event.url.startsWith(OURS)) || (event.name === 'RunMicrotasks' && !isAsked(event)),
  );
  const tasks: { from: number; to: number }[] = [];
  for (const event of events) if (event.name.endsWith('RunTask') && event.from >= (tasks.at(-1)?.to ?? 0)) tasks.push(event);
  let total = 0;
  let longest = 0;
  for (const task of tasks) {
    const mine = ours.filter((event) => within(event, task));
    // A checkpoint with nothing to do is no work of anybody's.
    if (covered(mine) < 20) continue;
    const inside = events.filter((event) => within(event, task));
    const drawsFrame = inside.some(({ name }) => name === 'PrePaint' || name === 'Commit');
    const others = covered(asked.filter((event) => within(event, task)));
    const time = drawsFrame ? covered(mine) : task.to - task.from - others;
    total += time;
    longest = Math.max(longest, time);
  }
  const gates = ours.filter(({ url }) => url.endsWith('/gate.js'));
  return {
    total: total / 1000,
    longest: longest / 1000,
    layouts: events.filter((event) => LAYOUT.has(event.name) && ours.some((outer) => within(event, outer))).length,
    gate: covered(gates) / 1000,
    longTasks: tasks.filter(({ from, to }) => to - from > 50_000).length,
  };
}
