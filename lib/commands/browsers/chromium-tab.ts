import type { CDPSession, Page } from 'playwright-core';
import { ANSWER_LIMIT, asJson, type Box, type Colours, eventually, type Frame, type OpenCard, type Tab } from './driver.ts';

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

const roleOf = ({ role }: AxNode) => String(role?.value ?? '');
const nameOf = ({ name }: AxNode) => String(name?.value ?? '');

/** The accessibility tree of a page, as its nodes and what lies within one, itself first. */
class AxTree {
  readonly nodes: readonly AxNode[];
  readonly #byId: ReadonlyMap<string, AxNode>;

  constructor(nodes: readonly AxNode[]) {
    this.nodes = nodes;
    this.#byId = new Map(nodes.map((node) => [node.nodeId, node]));
  }

  static async of(session: CDPSession, frameId?: string): Promise<AxTree> {
    const { nodes } = (await session.send('Accessibility.getFullAXTree', frameId === undefined ? {} : { frameId })) as {
      nodes: readonly AxNode[];
    };
    return new AxTree(nodes);
  }

  /** Those of a page and of the frames in it that are of its own site. */
  static async ofAll(session: CDPSession): Promise<AxTree[]> {
    interface Tree {
      readonly frame: { readonly id: string };
      readonly childFrames?: readonly Tree[];
    }
    const { frameTree } = (await session.send('Page.getFrameTree')) as { frameTree: Tree };
    const ids = (tree: Tree): string[] => [tree.frame.id, ...(tree.childFrames ?? []).flatMap(ids)];
    const [, ...inner] = ids(frameTree);
    return Promise.all([AxTree.of(session), ...inner.map((id) => AxTree.of(session, id))]);
  }

  within(node: AxNode): AxNode[] {
    return [
      node,
      ...(node.childIds ?? []).flatMap((id) => {
        const child = this.#byId.get(id);
        return child ? this.within(child) : [];
      }),
    ];
  }

  textsIn(node: AxNode): string[] {
    return this.within(node)
      .filter((inner) => roleOf(inner) === 'StaticText')
      .map(nameOf);
  }

  get dialogs(): AxNode[] {
    return this.nodes.filter((node) => !node.ignored && roleOf(node) === 'dialog');
  }
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

  async frames(): Promise<Frame[]> {
    const frames = this.page.frames().filter((frame) => frame !== this.page.mainFrame());
    return frames.map((frame) => ({
      address: async () => frame.url(),
      evaluate: async <T>(expression: string) => JSON.parse(await frame.evaluate<string>(asJson(expression))) as T,
      movePointer: async (x, y) => {
        const box = await (await frame.frameElement()).boundingBox();
        if (!box) throw new Error('the frame is not to be seen');
        await this.page.mouse.move(box.x + x, box.y + y);
      },
    }));
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
    const sessions = await Promise.all([this.session(), ...this.#sessionsOfOtherSites()]);
    const trees = (await Promise.all(sessions.flatMap((session) => (session ? [AxTree.ofAll(session)] : [])))).flat();
    return trees.flatMap((tree) =>
      tree.dialogs.map((node) => ({
        name: nameOf(node),
        modal: node.properties?.some(({ name, value }) => name === 'modal' && value.value === true) ?? false,
        text: tree.textsIn(node).join('\n'),
      })),
    );
  }

  async statusText(): Promise<string> {
    const tree = await AxTree.of(await this.session());
    return tree.nodes
      .filter((node) => roleOf(node) === 'status')
      .flatMap((node) => tree.textsIn(node))
      .join(' ');
  }

  async clickInCard(name: string): Promise<void> {
    const { x, y, width, height } = await this.boxInCard(name);
    await this.click(x + width / 2, y + height / 2);
  }

  async boxInCard(name: string): Promise<Box> {
    const session = await this.session();
    const find = async () => {
      const tree = await AxTree.of(session);
      const inside = tree.dialogs.flatMap((node) => tree.within(node));
      const controls = inside.filter((node) => /^(?:button|link)$/.test(roleOf(node)));
      const node = controls.find((node) => nameOf(node) === name) ?? controls.find((node) => nameOf(node).startsWith(name));
      if (node?.backendDOMNodeId === undefined) return null;
      await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node.backendDOMNodeId });
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendDOMNodeId });
      const [x = 0, y = 0, , , right = 0, bottom = 0] = model.content;
      return { x, y, width: right - x, height: bottom - y };
    };
    let before: Box | null = null;
    // A card that a map or a list comes into moves what is to be clicked; a control may be drawn anew while it is asked for.
    const still = async () => {
      const now: Box | null = await find().catch(() => null);
      const isStill = now !== null && JSON.stringify(now) === JSON.stringify(before);
      before = now;
      return isStill ? now : null;
    };
    return eventually(`the card has "${name}"`, still);
  }

  async clickControl(role: string, name: string): Promise<void> {
    await this.page.getByRole(role as Parameters<Page['getByRole']>[0], { name, exact: true }).click({ timeout: ANSWER_LIMIT });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async wear(colours: Colours): Promise<void> {
    await this.page.emulateMedia({
      colorScheme: colours === 'dark' ? 'dark' : 'light',
      forcedColors: colours === 'forced' ? 'active' : 'none',
    });
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

  /** Lines to the frames of other sites, which live in processes of their own; null for a frame that does not. */
  #sessionsOfOtherSites(): Promise<CDPSession | null>[] {
    const frames = this.page.frames().filter((frame) => frame !== this.page.mainFrame());
    return frames.map((frame) =>
      this.page
        .context()
        .newCDPSession(frame)
        .catch(() => null),
    );
  }

  /** Its line to the browser's own protocol. */
  session(): Promise<CDPSession> {
    this.#session ??= this.page.context().newCDPSession(this.page);
    return this.#session;
  }
}
