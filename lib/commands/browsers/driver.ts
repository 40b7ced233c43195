import type { BrowserKind } from './places.ts';

/** A rectangle in CSS pixels of the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A name as it is marked on a page. */
export interface MarkedName {
  /** Word behind `dramatis-` in the highlight's name. */
  readonly look: string;
  readonly text: string;
  /** One for each line that the name runs over, in the viewport as it is scrolled now. */
  readonly boxes: readonly Box[];
}

/** A dialog in the page's accessibility tree. */
export interface OpenCard {
  /** Its accessible name. */
  readonly name: string;
  readonly modal: boolean;
  /** What it says, one piece of text a line. */
  readonly text: string;
}

/** What colours the reader has: of a scheme, or their own in the place of every page's ("forced colours"). */
export type Colours = 'light' | 'dark' | 'forced';

/** A page in a frame, of whatever site. */
export interface Frame {
  address(): Promise<string>;
  /** As a tab's. */
  evaluate<T>(expression: string): Promise<T>;
  /** Moves the pointer to a point of the frame's own viewport. */
  movePointer(x: number, y: number): Promise<void>;
}

/** One tab. Pointer and keys are the browser's own input, not events made by a script. */
export interface Tab {
  /** Goes to an address and waits until it is loaded. */
  navigate(address: string): Promise<void>;
  address(): Promise<string>;
  /** The value of an expression in the page's own world, promises awaited; it must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** The frames of its page, in the order they came, frames in frames behind the one that holds them. */
  frames(): Promise<Frame[]>;
  /** Runs a script in the page's own world at the start of every document that the tab loads from now on. */
  atStart(script: string): Promise<void>;
  /** Moves the pointer to a point of the viewport. */
  movePointer(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  press(key: 'Escape' | 'Tab' | 'Enter'): Promise<void>;
  /** Presses Shift and leaves it down, or lets it go. */
  shift(way: 'down' | 'up'): Promise<void>;
  /** Pastes what is on the clipboard into the field that has the focus, by its keys. */
  paste(): Promise<void>;
  /** Taps a point of the viewport with a finger. */
  tap(x: number, y: number): Promise<void>;
  /** Drags a finger upwards over the page, as to scroll it. */
  swipe(x: number, y: number, distance: number): Promise<void>;
  /** Selects text as a mouse does, from one point to another. */
  drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
  /** The dialogs in the accessibility tree, closed shadow roots included. The tab must be the active one. */
  openCards(): Promise<OpenCard[]>;
  /** What the live region of the extension's element said last. The tab must be the active one. */
  statusText(): Promise<string>;
  /** Presses the button or link of this accessible name, else the first whose name begins so, in the open card. The tab must be the active one. */
  clickInCard(name: string): Promise<void>;
  /** Where that button or link stands, in CSS pixels of the viewport. */
  boxInCard(name: string): Promise<Box>;
  /** Clicks the control with this role and accessible name. */
  clickControl(role: string, name: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Shows this tab, in Firefox every tab, as to a reader with these colours. */
  wear(colours: Colours): Promise<void>;
  /** The viewport as a PNG. */
  screenshot(): Promise<Uint8Array>;
  activate(): Promise<void>;
  close(): Promise<void>;
}

/** A browser that runs with the extension in it and a profile of its own. */
export interface DrivenBrowser {
  readonly kind: BrowserKind;
  /** Address of one of the extension's own pages. */
  pageAddress(file: string): string;
  newTab(): Promise<Tab>;
  /** The tab that the extension opens at its installation. */
  welcomeTab(): Promise<Tab>;
  /** Where all its tabs are, the browser's own pages too. */
  addresses(): Promise<string[]>;
  /** A tab that the extension itself opened at one of its pages; `file` is how the address goes on ("options.html?name=Goris#own"), or begins to. */
  openedTab(file: string): Promise<Tab>;
  /**
   * Gives one of the manifest's keyboard commands, as the browser does when its keys are pressed. `letter`: that of the keys
   * which the reader gave it, where the manifest gives none.
   */
  command(name: 'next-name' | 'previous-name' | 'add-name', letter?: string): Promise<void>;
  /** Opens the menu over what is selected at a point of the active tab's viewport, and chooses the extension's item. */
  chooseInSelectionMenu(tab: Tab, at: { x: number; y: number }): Promise<void>;
  /** Takes the sites away from the extension, as the reader does in the browser's own settings; or gives them back. */
  withholdSites(withheld: boolean): Promise<void>;
  /** Stops the extension's background, as browsers do with one that has been idle. */
  stopBackground(): Promise<void>;
  /** Loads the extension anew under the pages that are open, as an update does. */
  reloadExtension(): Promise<void>;
  /** Switches the extension off, or on again, as the reader does in the browser's own settings. */
  enableExtension(enabled: boolean): Promise<void>;
  /** What nobody caught so far, in pages and in the extension's scripts on them and behind them. */
  uncaught(): Promise<string[]>;
  /** From now on `complaints` knows what the extension's scripts warn of and fail with, wherever they run. */
  watchComplaints(): Promise<void>;
  /** Warnings and errors of the extension's own, in its background, on pages and in its own pages; in Firefox errors alone. */
  complaints(): Promise<string[]>;
  /** Settled once the browser is gone, by `close` or by its user. */
  readonly closed: Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The browser's program. */
  readonly program: string;
  /** Folder of the built extension; null for the browser alone, to compare with. */
  readonly extension: string | null;
  /** Opens a window for a person; else there is none to be seen. */
  readonly window: boolean;
  /** Sends whatever does not stay on this machine to a proxy at this port of the loopback address. */
  readonly proxyPort?: number;
}

/** Size of a page that is driven without a window, in CSS pixels. */
export const VIEWPORT = { width: 1000, height: 720 };
/** Milliseconds a browser may take to start, to load a page, to answer. */
export const ANSWER_LIMIT = 30_000;

/** Waits until a look at something gives other than null. @throws naming `what` when it takes too long. */
export async function eventually<T>(what: string, look: () => Promise<T | null>, limit = ANSWER_LIMIT): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`${what}: not so after ${limit / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** An expression whose value comes back as JSON; undefined as null. */
export function asJson(expression: string): string {
  return `(async () => JSON.stringify((await (${expression})) ?? null))()`;
}
