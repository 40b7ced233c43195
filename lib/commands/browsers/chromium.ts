import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { ANSWER_LIMIT, asJson, type DrivenBrowser, eventually, type LaunchOptions, type OpenCard, type Tab, VIEWPORT } from './driver.ts';

/** A run of our own asks nothing of the network. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-default-browser-check',
  '--disable-domain-reliability',
];

/** Movements of a finger that swipes. */
const SWIPE_STEPS = 10;

interface AxNode {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** A tab of Chromium; `page` is Playwright's, for what only Chromium is asked. */
export class ChromiumTab implements Tab {
  readonly page: Page;
  #session: Promise<CDPSession> | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  async navigate(address: string): Promise<void> {
    await this.page.goto(address, { timeout: ANSWER_LIMIT });
  }

  async address(): Promise<string> {
    return this.page.url();
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await (await this.session()).send('Runtime.evaluate', {
      expression: asJson(expression),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return JSON.parse(String(result.value)) as T;
  }

  async atStart(script: string): Promise<void> {
    await this.page.addInitScript(script);
  }

  async movePointer(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y);
  }

  async click(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async shift(way: 'down' | 'up'): Promise<void> {
    await this.page.keyboard[way]('Shift');
  }

  async paste(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  async tap(x: number, y: number): Promise<void> {
    const session = await this.session();
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async swipe(x: number, y: number, distance: number): Promise<void> {
    const session = await this.session();
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let step = 1; step <= SWIPE_STEPS; step++)
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - (distance * step) / SWIPE_STEPS }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
    await this.page.mouse.up();
  }

  async openCards(): Promise<OpenCard[]> {
    const { nodes } = (await (await this.session()).send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const texts = (node: AxNode): string[] => {
      if (node.role?.value === 'StaticText') return [String(node.name?.value ?? '')];
      return (node.childIds ?? []).flatMap((id) => texts(byId.get(id) ?? { nodeId: id, ignored: true }));
    };
    const dialogs = nodes.filter((node) => !node.ignored && node.role?.value === 'dialog');
    return dialogs.map((node) => ({
      name: String(node.name?.value ?? ''),
      modal: node.properties?.some(({ name, value }) => name === 'modal' && value.value === true) ?? false,
      text: texts(node).join('\n'),
    }));
  }

  async statusText(): Promise<string> {
    const { nodes } = (await (await this.session()).send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const texts = (node: AxNode): string[] =>
      node.role?.value === 'StaticText'
        ? [String(node.name?.value ?? '')]
        : (node.childIds ?? []).flatMap((id) => texts(byId.get(id) ?? { nodeId: id, ignored: true }));
    return nodes
      .filter((node) => node.role?.value === 'status')
      .flatMap(texts)
      .join(' ');
  }

  async clickInCard(name: string): Promise<void> {
    const session = await this.session();
    const find = async () => {
      const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const within = (node: AxNode): AxNode[] => [
        node,
        ...(node.childIds ?? []).flatMap((id) => {
          const child = byId.get(id);
          return child ? within(child) : [];
        }),
      ];
      const inside = nodes.filter((node) => !node.ignored && node.role?.value === 'dialog').flatMap(within);
      const controls = inside.filter((node) => /^(?:button|link)$/.test(String(node.role?.value)));
      const nameOf = (node: AxNode) => String(node.name?.value ?? '');
      return controls.find((node) => nameOf(node) === name) ?? controls.find((node) => nameOf(node).startsWith(name)) ?? null;
    };
    const { backendDOMNodeId } = await eventually(`the card has "${name}"`, find);
    if (backendDOMNodeId === undefined) throw new Error(`"${name}" is no element`);
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: backendDOMNodeId });
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: backendDOMNodeId });
    const [x = 0, y = 0, , , right = 0, bottom = 0] = model.content;
    await this.click((x + right) / 2, (y + bottom) / 2);
  }

  async clickControl(role: string, name: string): Promise<void> {
    await this.page.getByRole(role as Parameters<Page['getByRole']>[0], { name, exact: true }).click({ timeout: ANSWER_LIMIT });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async screenshot(): Promise<Uint8Array> {
    return this.page.screenshot();
  }

  async activate(): Promise<void> {
    await this.page.bringToFront();
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  /** Its line to the browser's own protocol. */
  session(): Promise<CDPSession> {
    this.#session ??= this.page.context().newCDPSession(this.page);
    return this.#session;
  }
}

class Chromium implements DrivenBrowser {
  readonly kind = 'chromium';
  readonly closed: Promise<void>;
  readonly #context: BrowserContext;
  readonly #origin: string;

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
    return new ChromiumTab(await this.#context.newPage());
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
