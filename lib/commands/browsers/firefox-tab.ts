import type { BidiSession } from './bidi.ts';
import { asJson, type Box, type Colours, eventually, type Frame, type OpenCard, type Tab } from './driver.ts';

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** WebDriver's code points for keys without a letter. */
const KEYS = { Escape: '\uE00C', Tab: '\uE004', Enter: '\uE007' } as const;
const SHIFT = '\uE008';
const CONTROL = '\uE009';
const META = '\uE03D';

async function evaluateIn<T>(session: BidiSession, context: string, expression: string): Promise<T> {
  const evaluated = await session.send<Evaluated>('script.evaluate', {
    expression: asJson(expression),
    target: { context },
    awaitPromise: true,
  });
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text ?? 'an exception');
  return JSON.parse(String(evaluated.result?.value)) as T;
}

/** The value of an expression in the browser's own window, where all of Firefox can be reached. */
export async function privileged<T>(session: BidiSession, expression: string): Promise<T> {
  const { contexts } = await session.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  });
  const window = contexts[0];
  if (!window) throw new Error('Firefox has no window');
  return evaluateIn<T>(session, window.context, expression);
}

/**
 * The dialogs in the active tab's accessibility tree. Firefox begins to keep one when it is first asked for, and has none
 * for a moment now and then.
 */
const DIALOGS = `(async () => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const children = function* (node) { for (let child = node.firstChild; child; child = child.nextSibling) yield child; };
  const role = (node) => service.getStringRole(node.role);
  const texts = (node) => (role(node) === 'text leaf' ? [node.name ?? ''] : [...children(node)].flatMap(texts));
  const modal = (node) => {
    const extra = {};
    node.getState({}, extra);
    return (extra.value & Ci.nsIAccessibleStates.EXT_STATE_MODAL) !== 0;
  };
  const dialogs = (node) => (role(node) === 'dialog' ? [{ name: node.name ?? '', modal: modal(node), text: texts(node).join('\\n') }] : [...children(node)].flatMap(dialogs));
  for (let tries = 0; tries < 500; tries++) {
    const root = service.getAccessibleFor(gBrowser.selectedBrowser);
    if (root?.firstChild) return dialogs(root);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the tab has no accessibility tree');
})()`;

/** Does something with a control of a dialog in the active tab (`control`, in the tab `root`); null where there is none. */
const withControl = (name: string, action: string) => `(() => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const children = function* (node) { for (let child = node.firstChild; child; child = child.nextSibling) yield child; };
  const role = (node) => service.getStringRole(node.role);
  const all = (node) => [node, ...[...children(node)].flatMap(all)];
  const root = service.getAccessibleFor(gBrowser.selectedBrowser);
  const inside = root ? all(root).filter((node) => role(node) === 'dialog').flatMap(all) : [];
  const controls = inside.filter((node) => /^(?:pushbutton|button|buttonmenu|toggle button|link)$/.test(role(node)));
  const name = ${JSON.stringify(name)};
  const control = controls.find((node) => node.name === name) ?? controls.find((node) => node.name?.startsWith(name));
  return control ? ${action} : null;
})()`;
const BOX = `(() => {
  const boundsOf = (node) => {
    const [x, y, width, height] = [{}, {}, {}, {}];
    node.getBounds(x, y, width, height);
    return { x: x.value, y: y.value, width: width.value, height: height.value };
  };
  const [page, box] = [boundsOf(root), boundsOf(control)];
  return { ...box, x: box.x - page.x, y: box.y - page.y };
})()`;

/** What live regions of the active tab say. */
const STATUS = `(() => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const children = function* (node) { for (let child = node.firstChild; child; child = child.nextSibling) yield child; };
  const all = (node) => [node, ...[...children(node)].flatMap(all)];
  const texts = (node) => (service.getStringRole(node.role) === 'text leaf' ? [node.name ?? ''] : [...children(node)].flatMap(texts));
  const root = service.getAccessibleFor(gBrowser.selectedBrowser);
  return root ? all(root).filter((node) => service.getStringRole(node.role) === 'statusbar').flatMap(texts).join(' ') : '';
})()`;

/** A tab of Firefox. */
export class FirefoxTab implements Tab {
  readonly #session: BidiSession;
  readonly #context: string;

  constructor(session: BidiSession, context: string) {
    this.#session = session;
    this.#context = context;
  }

  async navigate(address: string): Promise<void> {
    // A page of an extension never counts as loaded here, so its own word is taken.
    const own = address.startsWith('moz-extension:');
    await this.#send('browsingContext.navigate', { url: address, wait: own ? 'none' : 'complete' });
    await this.loaded(address);
  }

  /** Waits until the tab stands at an address. */
  async loaded(address: string): Promise<void> {
    const wanted = new URL(address).href;
    // Between two pages there is no world to ask.
    const at = () => this.evaluate<[string, string]>('[location.href, document.readyState]').catch(() => ['', '']);
    await eventually(`${address} loads`, async () => {
      const [href, state] = await at();
      return href?.split('#')[0] === wanted.split('#')[0] && state === 'complete' ? true : null;
    });
  }

  address(): Promise<string> {
    return this.evaluate('location.href');
  }

  evaluate<T>(expression: string): Promise<T> {
    return evaluateIn<T>(this.#session, this.#context, expression);
  }

  async frames(): Promise<Frame[]> {
    interface Tree {
      readonly context: string;
      readonly children: readonly Tree[];
    }
    const { contexts } = await this.#session.send<{ contexts: Tree[] }>('browsingContext.getTree', { root: this.#context });
    const inner = ({ children }: Tree): string[] => children.flatMap((child) => [child.context, ...inner(child)]);
    return contexts.flatMap(inner).map((context) => new FirefoxTab(this.#session, context));
  }

  async atStart(script: string): Promise<void> {
    await this.#session.send('script.addPreloadScript', { functionDeclaration: `() => {${script}}`, contexts: [this.#context] });
  }

  /** The value of an expression in the browser's own window: for what only Firefox is asked. */
  privileged<T>(expression: string): Promise<T> {
    return privileged<T>(this.#session, expression);
  }

  async movePointer(x: number, y: number): Promise<void> {
    await this.#point([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }]);
  }

  async click(x: number, y: number): Promise<void> {
    await this.#point([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async clickRight(x: number, y: number): Promise<void> {
    await this.#point([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 2 },
      { type: 'pointerUp', button: 2 },
    ]);
  }

  async press(key: keyof typeof KEYS): Promise<void> {
    const value = KEYS[key];
    await this.#key([
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
  }

  async shift(way: 'down' | 'up'): Promise<void> {
    await this.#key([{ type: way === 'down' ? 'keyDown' : 'keyUp', value: SHIFT }]);
  }

  async paste(): Promise<void> {
    const value = process.platform === 'darwin' ? META : CONTROL;
    await this.#key([
      { type: 'keyDown', value },
      { type: 'keyDown', value: 'v' },
      { type: 'keyUp', value: 'v' },
      { type: 'keyUp', value },
    ]);
  }

  async tap(x: number, y: number): Promise<void> {
    await this.#touch([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pause', duration: 60 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  async swipe(x: number, y: number, distance: number): Promise<void> {
    const steps = Array.from({ length: 8 }, (_, at) => ({
      type: 'pointerMove',
      x: Math.round(x),
      y: Math.round(y - (distance * (at + 1)) / 8),
      duration: 20,
    }));
    const begin = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
    ];
    await this.#touch([...begin, ...steps, { type: 'pointerUp', button: 0 }]);
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.#point([
      { type: 'pointerMove', x: Math.round(from.x), y: Math.round(from.y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerMove', x: Math.round(to.x), y: Math.round(to.y), duration: 100 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  openCards(): Promise<OpenCard[]> {
    return privileged<OpenCard[]>(this.#session, DIALOGS);
  }

  statusText(): Promise<string> {
    return privileged<string>(this.#session, STATUS);
  }

  async clickInCard(name: string): Promise<void> {
    const press = () => privileged<true | null>(this.#session, withControl(name, '(control.doAction(0), true)'));
    await eventually(`the card has "${name}"`, press);
  }

  boxInCard(name: string): Promise<Box> {
    return eventually(`the card has "${name}"`, () => privileged<Box | null>(this.#session, withControl(name, BOX)));
  }

  async clickControl(role: string, name: string): Promise<void> {
    const find = async () => {
      const { nodes } = await this.#send<{ nodes: unknown[] }>('browsingContext.locateNodes', {
        locator: { type: 'accessibility', value: { role, name } },
      });
      return nodes[0] ?? null;
    };
    const node = await eventually(`a ${role} named "${name}" is there`, find);
    const centre = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: node } };
    await this.#point([centre, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#send('browsingContext.setViewport', { viewport: { width, height } });
  }

  async wear(colours: Colours): Promise<void> {
    // 0 dark, 1 light; 2: the reader's colours always.
    await privileged(
      this.#session,
      `(() => {
        Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${colours === 'dark' ? 0 : 1});
        Services.prefs.setIntPref('browser.display.document_color_use', ${colours === 'forced' ? 2 : 0});
      })()`,
    );
  }

  async screenshot(): Promise<Uint8Array> {
    const { data } = await this.#send<{ data: string }>('browsingContext.captureScreenshot', {});
    return Buffer.from(data, 'base64');
  }

  async activate(): Promise<void> {
    await this.#send('browsingContext.activate', {});
  }

  async close(): Promise<void> {
    await this.#send('browsingContext.close', {});
  }

  #send<T>(method: string, params: object): Promise<T> {
    return this.#session.send<T>(method, { context: this.#context, ...params });
  }

  #key(actions: readonly object[]): Promise<unknown> {
    return this.#send('input.performActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  #touch(actions: readonly object[]): Promise<unknown> {
    return this.#send('input.performActions', {
      actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }],
    });
  }

  #point(actions: readonly object[]): Promise<unknown> {
    return this.#send('input.performActions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }
}
