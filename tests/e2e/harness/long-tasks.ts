/** What Chromium's trace tells of a stretch of time on one thread. Microseconds; `tdur` is the time that the thread itself ran. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string }; readonly beginData?: { readonly url?: string } };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A task in which code of the extension ran. */
export interface OurTask {
  /** Milliseconds that the thread spent on it: what else the machine does is not in it. */
  readonly time: number;
  /** Address of the page that was parsed last on the thread; pages of errors, which frames show, do not count. */
  readonly page: string;
}

/** What has to be recorded for this. */
export const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'];

const OURS = 'chrome-extension://';
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall']);
/** The page's own doing: in a task with any of it only our code counts. */
const PAGES_OWN = new Set(['ParseHTML', 'PrePaint', 'Commit', 'Paint']);

const within = (inner: Span, outer: Span) => inner.from >= outer.from && inner.to <= outer.to;

/**
 * Tasks of pages in which the extension's code ran, the longest first. Made for pages without scripts of their own: every run of
 * microtasks there is the extension's, unless it belongs to a script that the test itself sent.
 */
export function ourTasks(trace: string): OurTask[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const threads = Map.groupBy(
    traceEvents.filter(({ ph, dur }) => ph === 'X' && dur !== undefined),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  return [...threads.values()].flatMap(tasksOfThread).sort((a, b) => b.time - a.time);
}

function tasksOfThread(raw: readonly TraceEvent[]): OurTask[] {
  if (!raw.some(({ name }) => name === 'ParseHTML')) return [];
  const events = raw
    .map(({ name, ts, dur = 0, tdur = dur, args }) => ({
      name,
      time: tdur,
      url: args.data?.url ?? '',
      parsed: args.beginData?.url,
      from: ts,
      to: ts + dur,
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const tasks: OurTask[] = [];
  let page = '';
  for (let at = 0; at < events.length; at++) {
    const task = events[at];
    if (!task) break;
    if (task.parsed?.startsWith('http')) page = task.parsed;
    if (!task.name.endsWith('RunTask')) continue;
    const inside = [];
    for (let next = events[at + 1]; next && next.from < task.to; next = events[++at + 1]) inside.push(next);
    for (const { parsed } of inside) if (parsed?.startsWith('http')) page = parsed;
    const sent = inside.filter(({ name, url }) => SCRIPT.has(name) && !url.startsWith(OURS));
    const ours = outermost(
      inside.filter(
        (event) =>
          (SCRIPT.has(event.name) && event.url.startsWith(OURS)) ||
          (event.name === 'RunMicrotasks' && !sent.some((other) => within(event, other))),
      ),
    );
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
