import {
  type BrowserKind,
  type DrivenBrowser,
  eventually,
  findBrowser,
  hoverName,
  launchBrowser,
  type Tab,
} from '#lib/commands/browsers.ts';
import { DEFAULTS } from '#lib/settings/index.ts';
import { median } from '../figures.ts';
import { METERS } from './meter.ts';
import { type Scrolled, scrolling, WAIT_FOR_CARD } from './page-scripts.ts';
import { MOMENTS, type Moments, RECORDER, type Work } from './work.ts';

/** Puts a trace aside, for those who look for a cause. */
export type Keep = (name: string, text: string) => Promise<void>;

/** What was measured in one browser, with the extension or without it; each the median of its runs. */
export interface Side {
  readonly usual: Work;
  readonly huge: Work;
  readonly scrolled: Scrolled;
  /** MB; null where the system does not tell. */
  readonly navigated: number | null;
  readonly tabs: number | null;
}

/** What only the extension does. Milliseconds. */
interface Own {
  readonly gate: number;
  readonly gateLongest: number;
  /** From the page's being readable to its first marks: after the DOM was ready, and after the first paint. */
  readonly warm: Since;
  readonly stopped: Since;
  /** The same, warm, where pictures are still on their way. */
  readonly late: Since;
  /** From the end of the delay to the card. */
  readonly card: number;
}

interface Since {
  readonly ready: number;
  readonly painted: number;
}

export interface Figures {
  readonly browser: string;
  readonly without: Side;
  readonly with: Side;
  readonly own: Own;
}

const RUNS = 7;
/** Milliseconds a page is left alone, so that all is done that its loading leads to. */
const SETTLES = 3000;
const SCROLLS = 4000;
const NAVIGATIONS = 50;
const TABS = 30;

const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));
const say = (what: string) => process.stderr.write(`${what}\n`);

function medians<T extends Readonly<Record<string, number>>>(runs: readonly T[]): T {
  const [first] = runs;
  if (!first) throw new Error('nothing was measured');
  return Object.fromEntries(Object.keys(first).map((name) => [name, median(runs.map((run) => run[name] ?? 0))])) as T;
}

/** One browser with its tab. */
class Bench {
  readonly #kind: BrowserKind;
  readonly #browser: DrivenBrowser;
  readonly #site: string;
  readonly #keep: Keep;
  readonly #name: string;
  #tab: Tab;

  private constructor(kind: BrowserKind, browser: DrivenBrowser, tab: Tab, site: string, name: string, keep: Keep) {
    this.#kind = kind;
    this.#browser = browser;
    this.#tab = tab;
    this.#site = site;
    this.#name = name;
    this.#keep = keep;
  }

  static async open(kind: BrowserKind, extension: string | null, site: string, keep: Keep): Promise<Bench> {
    const browser = await launchBrowser(kind, { program: await findBrowser(kind), extension, window: false });
    if (extension !== null) await browser.welcomeTab();
    const tab = await browser.newTab();
    await tab.activate();
    await tab.atStart(RECORDER);
    return new Bench(kind, browser, tab, site, extension === null ? 'without' : 'with', keep);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async load(page: string): Promise<Moments> {
    await this.#tab.navigate(`${this.#site}/${page}.html`);
    await pause(SETTLES);
    return this.#tab.evaluate<Moments>(MOMENTS);
  }

  /** Work and moments of loading a page, over some runs; the first one, that warms all, is not counted. */
  async loads(page: string, runs: number): Promise<Work[]> {
    const works: Work[] = [];
    const address = `${this.#site}/${page}.html`;
    await this.load(page);
    for (let run = 0; run < runs; run++) {
      // Another page between: a reload would be another thing.
      await this.#tab.navigate('about:blank');
      const { work, text } = await METERS[this.#kind].record(this.#tab, address, async () => {
        await this.#tab.navigate(address);
        await pause(SETTLES);
      });
      await this.#keep(`${this.#kind}-${this.#name}-${page}-${run}.json`, text);
      works.push(work);
    }
    return works;
  }

  async #since(page: string): Promise<Since> {
    await this.#tab.navigate('about:blank');
    const { painted, ready, marked } = await this.load(page);
    if (marked === null) throw new Error(`the ${page} page was not marked`);
    return { ready: marked - ready, painted: marked - Math.max(painted ?? ready, ready) };
  }

  async first(page: string, runs: number, before: () => Promise<void> = async () => undefined): Promise<Since> {
    const all: Since[] = [];
    for (let run = 0; run < runs; run++) {
      await before();
      all.push(await this.#since(page));
    }
    return { ready: median(all.map(({ ready }) => ready)), painted: median(all.map(({ painted }) => painted)) };
  }

  stop = (): Promise<void> => this.#browser.stopBackground();

  async scroll(): Promise<Scrolled> {
    await this.load('huge');
    const runs: Scrolled[] = [];
    for (let run = 0; run < 3; run++) runs.push(await this.#tab.evaluate<Scrolled>(scrolling(SCROLLS)));
    return medians(runs.map((run) => ({ ...run })));
  }

  /** Milliseconds from the end of the hover delay to the card, over some names; the first one, cold, is not counted. */
  async card(): Promise<number> {
    const times: number[] = [];
    await this.load('usual');
    for (let name = 0; name < RUNS + 1; name++) {
      await this.#tab.press('Escape');
      await this.#tab.movePointer(5, 5);
      await pause(600);
      await this.#tab.evaluate(WAIT_FOR_CARD);
      await hoverName(this.#tab, 3 + name * 2);
      const time = await eventually('a card opens', () =>
        this.#tab.evaluate<number | null>('window.benchCard && window.benchCard - window.benchRest'),
      );
      if (name > 0) times.push(time - DEFAULTS.hoverDelay);
    }
    return median(times);
  }

  /** MB after so many navigations in one tab. */
  async navigate(): Promise<number | null> {
    for (let turn = 0; turn < NAVIGATIONS; turn++) {
      await this.#tab.navigate(`${this.#site}/usual.html?${turn}`);
      await pause(400);
    }
    await pause(SETTLES);
    return METERS[this.#kind].memory(this.#tab);
  }

  /** MB with so many tabs open. */
  async fill(): Promise<number | null> {
    const tabs: Tab[] = [];
    for (let turn = 0; turn < TABS; turn++) {
      const tab = await this.#browser.newTab();
      tabs.push(tab);
      await tab.navigate(`${this.#site}/usual.html?${turn}`);
      await pause(600);
    }
    await pause(SETTLES);
    const memory = await METERS[this.#kind].memory(this.#tab);
    for (const tab of tabs) await tab.close();
    await this.#tab.activate();
    return memory;
  }

  async side(): Promise<Side> {
    return {
      usual: medians((await this.loads('usual', RUNS)).map((work) => ({ ...work }))),
      huge: medians((await this.loads('huge', 3)).map((work) => ({ ...work }))),
      scrolled: await this.scroll(),
      navigated: await this.navigate(),
      tabs: await this.fill(),
    };
  }

  version(): Promise<string> {
    return this.#tab.evaluate<string>(`navigator.userAgent.match(/(?:Headless)?Chrom\\w*\\/[\\d.]+|Firefox\\/[\\d.]+/)?.[0] ?? ''`);
  }
}

/** Measures one browser, first alone and then with the extension. */
export async function measure(kind: BrowserKind, extension: string, site: string, keep: Keep): Promise<Figures> {
  say(`${kind}, alone`);
  const alone = await Bench.open(kind, null, site, keep);
  const without = await alone.side().finally(() => alone.close());
  say(`${kind}, with the extension`);
  const bench = await Bench.open(kind, extension, site, keep);
  try {
    const gates = (await bench.loads('list', RUNS)).map(({ gate, longest }) => ({ gate, longest }));
    const side = await bench.side();
    const warm = await bench.first('usual', RUNS);
    const late = await bench.first('late', RUNS);
    const stopped = await bench.first('usual', RUNS, bench.stop);
    const card = await bench.card();
    const { gate, longest } = medians(gates);
    return { browser: await bench.version(), without, with: side, own: { gate, gateLongest: longest, warm, stopped, late, card } };
  } finally {
    await bench.close();
  }
}
