import os from 'node:os';
import type { BrowserKind } from '#lib/commands/browsers.ts';
import type { Figures, Side } from './measure.ts';
import { HUGE, USUAL } from './pages.ts';

interface Row {
  readonly what: string;
  readonly unit: string;
  /** The most that is allowed; null where the figure is only told. */
  readonly budget: number | null;
  readonly of: (figures: Figures) => number | null;
  /** The same figure of the browser alone. */
  readonly alone?: (side: Side) => number | null;
}

const ROWS: readonly Row[] = [
  { what: 'gate, page of 4,500 elements that is no article: one look', unit: 'ms', budget: 1, of: ({ own }) => own.gateLongest },
  { what: 'gate, the same page: all looks', unit: 'ms', budget: null, of: ({ own }) => own.gate },
  { what: `our work, article of ${USUAL} words`, unit: 'ms', budget: 15, of: (figures) => figures.with.usual.total },
  { what: 'of that, what the thread itself ran', unit: 'ms', budget: null, of: (figures) => figures.with.usual.ran },
  { what: 'our longest task there', unit: 'ms', budget: 10, of: (figures) => figures.with.usual.longest },
  {
    what: 'layouts and restyles we caused there',
    unit: '',
    budget: null,
    of: (figures) => figures.with.usual.layouts,
  },
  {
    what: 'tasks over 50 ms there, of any origin',
    unit: '',
    budget: null,
    of: (figures) => figures.with.usual.longTasks,
    alone: ({ usual }) => usual.longTasks,
  },
  { what: 'first marks after the DOM is ready, warm', unit: 'ms', budget: null, of: ({ own }) => own.warm.ready },
  { what: 'first marks after first paint, warm', unit: 'ms', budget: 40, of: ({ own }) => own.warm.painted },
  { what: 'first marks after first paint, warm, pictures still to come', unit: 'ms', budget: 40, of: ({ own }) => own.late.painted },
  { what: 'first marks after first paint, background stopped', unit: 'ms', budget: 150, of: ({ own }) => own.stopped.painted },
  { what: 'pointer at rest to card, beyond the delay', unit: 'ms', budget: 50, of: ({ own }) => own.card },
  { what: `our longest task, ${HUGE.toLocaleString('en')} words`, unit: 'ms', budget: 50, of: (figures) => figures.with.huge.longest },
  { what: 'our work there', unit: 'ms', budget: null, of: (figures) => figures.with.huge.total },
  {
    what: 'scrolling it: time between frames, 95 of 100',
    unit: 'ms',
    budget: 20,
    of: (figures) => figures.with.scrolled.slow,
    alone: ({ scrolled }) => scrolled.slow,
  },
  {
    what: 'scrolling it: longest time between frames',
    unit: 'ms',
    budget: null,
    of: (figures) => figures.with.scrolled.worst,
    alone: ({ scrolled }) => scrolled.worst,
  },
  {
    what: 'memory after 50 navigations in one tab, all processes',
    unit: 'MB',
    budget: null,
    of: (figures) => figures.with.navigated,
    alone: ({ navigated }) => navigated,
  },
  {
    what: 'memory with 30 open articles, all processes',
    unit: 'MB',
    budget: null,
    of: (figures) => figures.with.tabs,
    alone: ({ tabs }) => tabs,
  },
];

const isOver = ({ budget, of }: Row, figures: Figures) => budget !== null && (of(figures) ?? 0) > budget;
const written = (value: number | null, unit: string) =>
  value === null ? 'not told' : unit === 'MB' || unit === '' ? value.toFixed(0) : value.toFixed(1);

/** Whether a budget is not met. */
export function isBroken(figures: ReadonlyMap<BrowserKind, Figures>): boolean {
  return [...figures.values()].some((of) => ROWS.some((row) => isOver(row, of)));
}

/** The table in Markdown, with the machine and the day. */
export function tableOf(figures: ReadonlyMap<BrowserKind, Figures>): string {
  const browsers = [...figures.values()];
  const cells = (row: Row) =>
    browsers.flatMap((of) => [
      `${written(row.of(of), row.unit)}${isOver(row, of) ? ' **over**' : ''}`,
      row.alone ? written(row.alone(of.without), row.unit) : '',
    ]);
  const cpu = os.cpus();
  const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  return `# Measured in browsers

Written by \`npm run bench -- --browsers\`; medians, headless. ${new Date().toISOString().slice(0, 10)}, ${cpu.length} cores
(${cpu[0]?.model.trim() ?? 'unknown'}), ${os.type()}, load ${os.loadavg()[0]?.toFixed(1)} at the end.

Chromium: by trace; a task counts whole in which our code ran. Firefox: by its profiler, a look at the stacks every half
millisecond; what has our code on the stack counts, and the profiler itself slows it. What a thread itself ran is its processor
time: on few cores it waits for the browser's other threads as well, and on a busy machine for other programs.

${line(['', 'budget', ...browsers.flatMap(({ browser }) => [browser, 'alone'])])}
${line(['---', '---:', ...browsers.flatMap(() => ['---:', '---:'])])}
${ROWS.map((row) => line([`${row.what}${row.unit ? `, ${row.unit}` : ''}`, row.budget === null ? '' : `${row.budget}`, ...cells(row)])).join('\n')}
`;
}
