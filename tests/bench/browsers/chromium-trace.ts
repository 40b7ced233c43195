import type { ChromiumTab } from '#lib/commands/browsers.ts';
import { isOurs, isTask, type Span, type TracedSpan, threadsIn, within } from './chromium-spans.ts';
import type { Work } from './work.ts';

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8', 'v8.execute', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree']);

/** Records what a tab does while `run` goes on; gives the trace as JSON text. */
export async function trace(tab: ChromiumTab, run: () => Promise<void>): Promise<string> {
  const browser = tab.page.context().browser();
  if (!browser) throw new Error('Chromium has gone');
  await browser.startTracing(tab.page, { categories: CATEGORIES });
  await run();
  return (await browser.stopTracing()).toString('utf8');
}

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

/** Microseconds that a thread itself ran in these; what lies within another of them is in that one's. */
function ranIn(spans: readonly TracedSpan[]): number {
  return spans.filter((span) => !spans.some((outer) => outer !== span && within(span, outer))).reduce((sum, { time }) => sum + time, 0);
}

/**
 * The extension's work on the main thread of the page at an address. A task counts whole in which its code ran, what the
 * browser did around it included; of a task that draws a frame only the code's own part. Pages that are measured make no
 * promises, so every run of microtasks is the extension's, unless the bench itself asked the page something.
 */
export function workIn(text: string, address: string): Work {
  const events = threadsIn(text).find((spans) => spans.some(({ name, parsed }) => name === 'ParseHTML' && parsed === address));
  if (!events) throw new Error(`the trace knows nothing of ${address}`);
  const asked = events.filter(({ name, url }) => name === 'EvaluateScript' && url === '');
  const ours = events.filter((event) => isOurs(event, asked));
  const tasks: TracedSpan[] = [];
  for (const event of events) if (isTask(event) && event.from >= (tasks.at(-1)?.to ?? 0)) tasks.push(event);
  let total = 0;
  let ran = 0;
  let longest = 0;
  for (const task of tasks) {
    const mine = ours.filter((event) => within(event, task));
    // A checkpoint with nothing to do is no work of anybody's.
    if (covered(mine) < 20) continue;
    const inside = events.filter((event) => within(event, task));
    const drawsFrame = inside.some(({ name }) => name === 'PrePaint' || name === 'Commit');
    const others = asked.filter((event) => within(event, task));
    const time = drawsFrame ? covered(mine) : task.to - task.from - covered(others);
    total += time;
    ran += drawsFrame ? ranIn(mine) : task.time - ranIn(others);
    longest = Math.max(longest, time);
  }
  const gates = ours.filter(({ url }) => url.endsWith('/gate.js'));
  return {
    total: total / 1000,
    ran: ran / 1000,
    longest: longest / 1000,
    layouts: events.filter((event) => LAYOUT.has(event.name) && ours.some((outer) => within(event, outer))).length,
    gate: covered(gates) / 1000,
    longTasks: tasks.filter(({ from, to }) => to - from > 50_000).length,
  };
}
