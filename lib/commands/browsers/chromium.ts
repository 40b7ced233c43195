import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { ChromiumTab } from './chromium-tab.ts';
import { ANSWER_LIMIT, type DrivenBrowser, eventually, type LaunchOptions, type Tab, VIEWPORT } from './driver.ts';

/** A run of our own asks nothing of the network. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-default-browser-check',
  '--disable-domain-reliability',
];

class Chromium implements DrivenBrowser {
  readonly kind = 'chromium';
  readonly closed: Promise<void>;
  readonly #context: BrowserContext;
  readonly #origin: string;
  readonly #uncaught: string[] = [];

  constructor(context: BrowserContext, id: string) {
    this.#context = context;
    this.#origin = `chrome-extension://${id}`;
    this.closed = new Promise((resolve) => {
      context.once('close', () => resolve());
      // On some systems the program outlives its last window.
      context.on('page', (page) => page.once('close', () => context.pages().length === 0 && resolve()));
    });
  }

  pageAddress(file: string): string {
    return `${this.#origin}/${file}`;
  }

  async newTab(): Promise<ChromiumTab> {
    const tab = new ChromiumTab(await this.#context.newPage());
    const session = await tab.session();
    // Playwright tells of the page's own world alone.
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, url } }) => {
      this.#uncaught.push(`${url ?? ''}: ${text} ${exception?.description ?? ''}`);
    });
    await session.send('Runtime.enable');
    return tab;
  }

  async addresses(): Promise<string[]> {
    return this.#context.pages().map((page) => page.url());
  }

  async openedTab(file: string): Promise<ChromiumTab> {
    const find = async () => this.#context.pages().find((page) => page.url().startsWith(this.pageAddress(file))) ?? null;
    const page = await eventually(`${file} opens`, find);
    await page.waitForLoadState('load', { timeout: ANSWER_LIMIT });
    return new ChromiumTab(page);
  }

  async welcomeTab(): Promise<ChromiumTab> {
    const tab = await this.openedTab('welcome.html');
    // The window began with an empty tab.
    for (const other of this.#context.pages()) if (other.url() === 'about:blank') await other.close();
    return tab;
  }

  async command(name: string): Promise<void> {
    // Keys that the protocol sends go to the page and never reach the browser's own commands.
    await (await this.#background()).evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);
  }

  async chooseInSelectionMenu(tab: Tab): Promise<void> {
    // The protocol opens no menu: the extension is told what the menu would have told it, with what is selected in truth.
    const selectionText = await tab.evaluate<string>('getSelection().toString()');
    const info = { menuItemId: 'add-name', selectionText, editable: false, pageUrl: await tab.address() };
    await (await this.#background()).evaluate(`chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, undefined)`);
  }

  #background(): Promise<Worker> {
    const mine = (worker: Worker) => worker.url().startsWith(this.#origin);
    return eventually('the background runs', async () => this.#context.serviceWorkers().find(mine) ?? null);
  }

  async withholdSites(withheld: boolean): Promise<void> {
    const tab = await this.newTab();
    await tab.navigate('chrome://extensions/');
    const extensionId = new URL(this.#origin).hostname;
    const update = { extensionId, hostAccess: withheld ? 'ON_CLICK' : 'ON_ALL_SITES' };
    // What that page's own choice "Site access" does.
    await tab.evaluate(`chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(update)})`);
    await tab.close();
  }

  async stopBackground(): Promise<void> {
    const mine = (worker: Worker) => worker.url().startsWith(this.#origin);
    await eventually('the background runs', async () => this.#context.serviceWorkers().find(mine) ?? null);
    // The protocol lists the workers of one storage partition: that of a page of the extension.
    const tab = await this.newTab();
    await tab.navigate(this.pageAddress('popup.html'));
    const session = await tab.session();
    const stopped = new Promise<void>((resolve) => {
      session.on(
        'ServiceWorker.workerVersionUpdated',
        ({ versions }) => versions.some(({ runningStatus }) => runningStatus === 'stopped') && resolve(),
      );
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await tab.close();
  }

  async reloadExtension(): Promise<void> {
    // An extension that is no store's may be loaded again only in this mode.
    const mode = `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`;
    await this.#extensionsPage(`${mode}.then(() => chrome.developerPrivate.reload(ID, { failQuietly: true }))`);
  }

  async enableExtension(enabled: boolean): Promise<void> {
    await this.#extensionsPage(`chrome.management.setEnabled(ID, ${enabled})`);
  }

  /** Does something in the browser's own page of extensions, which may do it. */
  async #extensionsPage<T>(action: string): Promise<T> {
    const tab = await this.newTab();
    await tab.navigate('chrome://extensions/');
    const done = await tab.evaluate<T>(`((ID) => ${action})(${JSON.stringify(new URL(this.#origin).hostname)})`);
    await tab.close();
    return done;
  }

  async watchComplaints(): Promise<void> {
    const mode = `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`;
    const collect = `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ID, errorCollection: true })`;
    await this.#extensionsPage(`${mode}.then(() => ${collect})`);
  }

  async complaints(): Promise<string[]> {
    const uncaught = this.#uncaught.filter((line) => line.startsWith(this.#origin));
    const collected = await this.#extensionsPage<string[]>(
      `chrome.developerPrivate.getExtensionInfo(ID).then(({ runtimeErrors, manifestErrors }) => [...runtimeErrors, ...manifestErrors].map(({ source, message }) => source + ': ' + message))`,
    );
    return [...new Set([...uncaught, ...collected])];
  }

  async uncaught(): Promise<string[]> {
    return [...this.#uncaught];
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** Opens Chromium, Chrome or Edge with the extension loaded. */
export async function launchChromium({ program, extension, window, proxyPort }: LaunchOptions): Promise<DrivenBrowser> {
  // An empty folder name asks Playwright for a profile that it removes at the end.
  const context = await chromium.launchPersistentContext('', {
    executablePath: program,
    headless: !window,
    // Root has no sandbox to enter; without a window only pages of our own choosing are opened.
    chromiumSandbox: window && process.getuid?.() !== 0,
    viewport: window ? null : VIEWPORT,
    // A picture is of a card, not of one that is still fading in.
    reducedMotion: window ? null : 'reduce',
    timeout: ANSWER_LIMIT,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    // Playwright's own word for a proxy would send the loopback address there too.
    args: [
      '--enable-unsafe-extension-debugging',
      ...QUIET,
      ...(proxyPort === undefined ? [] : [`--proxy-server=http://127.0.0.1:${proxyPort}`]),
    ],
  });
  try {
    const browser = context.browser();
    if (!browser) throw new Error('Chromium has gone');
    if (extension === null) return new Chromium(context, '');
    const session = await browser.newBrowserCDPSession();
    // Branded Chrome has taken no --load-extension since version 137; the protocol loads it in all.
    const load = session.send as (method: string, params: object) => Promise<unknown>;
    const { id } = (await load.call(session, 'Extensions.loadUnpacked', { path: extension })) as { id: string };
    return new Chromium(context, id);
  } catch (error) {
    await context.close();
    throw error;
  }
}
