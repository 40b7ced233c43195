import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type BrowserKind, hoverName, type MarkedName, markedNames, type OpenCard, openedCard, type Tab } from '#lib/commands/browsers.ts';
import { cardBoxOf } from './card-box.ts';
import { numberOf, openSession, type Session } from './session.ts';

/** Milliseconds a card may take to open or close on a busy machine. */
export const SOON = { timeout: 5_000 };
/** Longer than any delay before a card opens or closes. */
export const LONGER_THAN_DELAYS = 900;

/** A reader's hand on a page with marked names, in a browser that is open while one group of tests runs. */
export class Hand {
  #session: Session | null = null;
  #tab: Tab | null = null;
  names: MarkedName[] = [];

  /** Opens the browser before the tests of the group that is being described, a tab a test, and closes them. */
  constructor(kind: BrowserKind) {
    beforeAll(async () => {
      this.#session = await openSession(kind);
      await this.#session.browser.welcomeTab();
    });
    afterAll(() => this.#session?.close());
    afterEach(() => this.#tab?.close());
  }

  get session(): Session {
    if (!this.#session) throw new Error('no browser is open');
    return this.#session;
  }

  get tab(): Tab {
    if (!this.#tab) throw new Error('no page is open');
    return this.#tab;
  }

  /** Opens a fixture page and waits for its marks. */
  async open(page: string): Promise<void> {
    const { tab, names } = await this.session.openMarked(page);
    this.#tab = tab;
    this.names = names;
  }

  /** Reads anew which names are marked, and where. */
  async look(): Promise<void> {
    this.names = await markedNames(this.tab);
  }

  /** The first rectangle of a name's nth mention. */
  boxOf(text: string, nth = 0): MarkedName['boxes'][number] {
    const box = this.names[numberOf(this.names, text, nth)]?.boxes[0];
    if (!box) throw new Error(`"${text}" has no box`);
    return box;
  }

  hover(text: string, nth = 0): Promise<void> {
    return hoverName(this.tab, numberOf(this.names, text, nth));
  }

  /** Hovers a name and waits for its card. */
  async card(text: string, nth = 0): Promise<OpenCard> {
    await this.hover(text, nth);
    return this.opened();
  }

  /** Waits for the card that was called for. */
  opened(): Promise<OpenCard> {
    return openedCard(this.tab, SOON.timeout);
  }

  /** Moves the pointer where no name is: into the left margin, beside the first paragraph. */
  rest(): Promise<void> {
    return this.tab.movePointer(20, 300);
  }

  /** Closes the card by Esc, with the pointer off all names. */
  async away(): Promise<void> {
    await this.tab.press('Escape');
    await this.rest();
    await expect.poll(this.cards, SOON).toEqual([]);
  }

  /** The names of the cards that are open. */
  readonly cards = async (): Promise<string[]> => (await this.tab.openCards()).map(({ name }) => name);
  /** The name where the tour of the keyboard is. */
  readonly current = (): Promise<string> =>
    this.tab.evaluate<string>(`[...(CSS.highlights.get('dramatis-current') ?? [])].map(String).join()`);
  readonly cardBox = () => cardBoxOf(this.tab);

  /** How often a name is marked now. */
  async count(text: string): Promise<number> {
    return (await markedNames(this.tab)).filter((name) => name.text === text).length;
  }
}
