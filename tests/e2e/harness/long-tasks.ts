import { isOurs, isScript, isTask, type Span, type TracedSpan, threadsIn } from '../../bench/browsers/chromium-spans.ts';

/** A task in which code of the extension ran. */
export interface OurTask {
  /** Milliseconds that the thread spent on it: what else the machine does is not in it. */
  readonly time: number;
  /** Address of the page that was parsed last on the thread; pages of errors, which frames show, do not count. */
  readonly page: string;
}

/** What has to be recorded for this. */
export const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'];

/** The page's own doing: in a task with any of it only our code counts. */
const PAGES_OWN = new Set(['ParseHTML', 'PrePaint', 'Commit', 'Paint']);

/**
 * Tasks of pages in which the extension's code ran, the longest first. Made for pages without scripts of their own: every run of
 * microtasks there is the extension's, unless it belongs to a script that the test itself sent.
 */
export function ourTasks(trace: string): OurTask[] {
  return threadsIn(trace)
    .flatMap(tasksOfThread)
    .sort((a, b) => b.time - a.time);
}

function tasksOfThread(events: readonly TracedSpan[]): OurTask[] {
  if (!events.some(({ name }) => name === 'ParseHTML')) return [];
  const tasks: OurTask[] = [];
  let page = '';
  for (let at = 0; at < events.length; at++) {
    const task = events[at];
    if (!task) break;
    if (task.parsed?.startsWith('http')) page = task.parsed;
    if (!isTask(task)) continue;
    const inside = [];
    for (let next = events[at + 1]; next && next.from < task.to; next = events[++at + 1]) inside.push(next);
    for (const { parsed } of inside) if (parsed?.startsWith('http')) page = parsed;
    const sent = inside.filter((event) => isScript(event) && !isOurs(event, []));
    const ours = outermost(inside.filter((event) => isOurs(event, sent)));
    if (ours.length === 0) continue;
    const isMixed = sent.length > 0 || inside.some(({ name }) => PAGES_OWN.has(name));
    const time = isMixed ? ours.reduce((sum, event) => sum + event.time, 0) : task.time;
    tasks.push({ time: time / 1000, page });
  }
  return tasks;
}

/** Those of some spans, in order of their beginning, that lie in no other. */
function outermost<T extends Span>(spans: readonly T[]): T[] {
  const outer: T[] = [];
  for (const span of spans) if (span.from >= (outer.at(-1)?.to ?? -Infinity)) outer.push(span);
  return outer;
}
