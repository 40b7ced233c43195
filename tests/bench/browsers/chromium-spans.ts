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

/** Microseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time on a thread, and what was done in it. */
export interface TracedSpan extends Span {
  readonly name: string;
  /** Microseconds that the thread itself ran. */
  readonly time: number;
  /** Of the script that ran; else empty. */
  readonly url: string;
  /** Of the page whose parsing began. */
  readonly parsed: string | undefined;
}

/** The threads of a trace in JSON, each as its stretches of time in order: those that begin together with the longest first. */
export function threadsIn(trace: string): readonly (readonly TracedSpan[])[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const threads = Map.groupBy(
    traceEvents.filter(({ ph, dur }) => ph === 'X' && dur !== undefined),
    ({ pid, tid }) => `${pid} ${tid}`,
  );
  return [...threads.values()].map((events) =>
    events
      .map(({ name, ts, dur = 0, tdur = dur, args }) => ({
        name,
        time: tdur,
        url: args.data?.url ?? '',
        parsed: args.beginData?.url,
        from: ts,
        to: ts + dur,
      }))
      .sort((a, b) => a.from - b.from || b.to - a.to),
  );
}

const OURS = 'chrome-extension://';
/** Script that ran, as Chromium's timeline tells of it. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall']);

export const within = (inner: Span, outer: Span) => inner.from >= outer.from && inner.to <= outer.to;
export const isScript = ({ name }: TracedSpan) => SCRIPT.has(name);
export const isTask = ({ name }: TracedSpan) => name.endsWith('RunTask');

/** Whether the extension's code ran. Pages that are looked at make no promises: a run of microtasks that is none of `others` is ours. */
export function isOurs(span: TracedSpan, others: readonly TracedSpan[]): boolean {
  if (isScript(span)) return span.url.startsWith(OURS);
  return span.name === 'RunMicrotasks' && !others.some((outer) => within(span, outer));
}
