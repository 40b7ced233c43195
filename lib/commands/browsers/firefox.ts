import { BidiSession } from './bidi.ts';
import { type DrivenBrowser, eventually, type LaunchOptions, type Tab, VIEWPORT } from './driver.ts';
import { FirefoxProcess } from './firefox-process.ts';
import { GECKO_ID, GECKO_ORIGIN_ID } from './firefox-profile.ts';
import { FirefoxTab, privileged } from './firefox-tab.ts';

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

class Firefox implements DrivenBrowser {
  readonly kind = 'firefox';
  readonly #session: BidiSession;
  readonly #process: FirefoxProcess;
  readonly #windowed: boolean;

  constructor(session: BidiSession, process: FirefoxProcess, windowed: boolean) {
    this.#session = session;
    this.#process = process;
    this.#windowed = windowed;
  }

  get closed(): Promise<void> {
    return this.#process.closed;
  }

  pageAddress(file: string): string {
    return `moz-extension://${GECKO_ORIGIN_ID}/${file}`;
  }

  async newTab(): Promise<FirefoxTab> {
    const { context } = await this.#session.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    return this.#tab(context);
  }

  async addresses(): Promise<string[]> {
    return (await this.#tabs()).map(({ url }) => url);
  }

  async openedTab(file: string): Promise<FirefoxTab> {
    const find = async () => (await this.#tabs()).find(({ url }) => url.startsWith(this.pageAddress(file))) ?? null;
    const { context, url } = await eventually(`${file} opens`, find);
    const tab = await this.#tab(context);
    await tab.loaded(url);
    return tab;
  }

  async welcomeTab(): Promise<FirefoxTab> {
    const tab = await this.openedTab('welcome.html');
    // The window began with an empty tab.
    for (const other of await this.#tabs())
      if (/^about:/.test(other.url)) await this.#session.send('browsingContext.close', { context: other.context });
    await tab.activate();
    return tab;
  }

  async command(name: string, letter?: string): Promise<void> {
    const done = await privileged<boolean>(
      this.#session,
      `(() => {
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        const shortcut = extension.manifest.commands[${JSON.stringify(name)}].suggested_key?.default;
        const letter = ${JSON.stringify(letter ?? null)} ?? shortcut?.split('+').at(-1);
        const key = [...document.querySelectorAll('keyset[id^="ext-keyset-id-"] key')].find((key) => key.getAttribute('key') === letter);
        key?.doCommand();
        return key !== undefined;
      })()`,
    );
    if (!done) throw new Error(`Firefox knows no key for ${name}`);
  }

  async chooseInSelectionMenu(tab: Tab, at: { x: number; y: number }): Promise<void> {
    if (!(tab instanceof FirefoxTab)) throw new Error('the tab is none of Firefox');
    await tab.clickRight(at.x, at.y);
    // A menu is the browser's own window: the item is activated there, as a click on it does.
    const choose = () =>
      privileged<boolean | null>(
        this.#session,
        `(() => {
          const menu = document.getElementById('contentAreaContextMenu');
          const item = menu?.querySelector('[id^="' + ${JSON.stringify(GECKO_ID)}.replace(/[^a-z0-9_-]/gi, '_') + '-menuitem-"]');
          if (menu?.state !== 'open' || !item || item.hidden) return null;
          menu.activateItem(item);
          return true;
        })()`,
      );
    await eventually('the menu of the selection has an item of the extension', choose);
  }

  async withholdSites(withheld: boolean): Promise<void> {
    await privileged(
      this.#session,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        const origins = extension.manifest.host_permissions;
        await ExtensionPermissions.${withheld ? 'remove' : 'add'}(extension.id, { permissions: [], origins }, extension);
        return origins;
      })()`,
    );
  }

  async stopBackground(): Promise<void> {
    await privileged(
      this.#session,
      `(async () => {
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        while (extension.backgroundState !== 'stopped') await new Promise((resolve) => setTimeout(resolve, 10));
      })()`,
    );
  }

  async reloadExtension(): Promise<void> {
    await this.#addon('await addon.reload()');
  }

  async enableExtension(enabled: boolean): Promise<void> {
    await this.#addon(`await addon.${enabled ? 'enable' : 'disable'}()`);
  }

  async #addon(action: string): Promise<void> {
    await privileged(
      this.#session,
      `(async () => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID(${JSON.stringify(GECKO_ID)});
        ${action};
        if (addon.isActive) await WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).readyPromise;
      })()`,
    );
  }

  uncaught(): Promise<string[]> {
    return privileged<string[]>(
      this.#session,
      `Services.console.getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
        .filter(({ sourceName }) => /^(?:moz-extension|https?):/.test(sourceName))
        // Firefox's own remark on a script that it ended itself.
        .filter(({ errorMessage }) => !errorMessage.includes('after context unloaded'))
        .map((message) => message.sourceName + ': ' + message.errorMessage)`,
    );
  }

  async watchComplaints(): Promise<void> {
    // Firefox's console keeps what was thrown from the start; what is merely written to it stays in its own process.
  }

  async complaints(): Promise<string[]> {
    return (await this.uncaught()).filter((line) => line.startsWith('moz-extension:'));
  }

  async close(): Promise<void> {
    // A profile that is thrown away needs no farewell, which takes Firefox a second or two.
    if (!this.#windowed) {
      await this.#process.kill();
      return;
    }
    // A browser that its user has closed takes no more commands.
    await this.#session.send('browser.close', {}).catch(() => undefined);
    await this.#process.end();
  }

  async #tabs(): Promise<Tree['contexts']> {
    return (await this.#session.send<Tree>('browsingContext.getTree', { maxDepth: 0 })).contexts;
  }

  async #tab(context: string): Promise<FirefoxTab> {
    const tab = new FirefoxTab(this.#session, context);
    if (!this.#windowed) await tab.resize(VIEWPORT.width, VIEWPORT.height);
    return tab;
  }
}

/** Opens Firefox with the extension installed for as long as it runs. */
export async function launchFirefox({ program, extension, ...options }: LaunchOptions): Promise<DrivenBrowser> {
  const { firefox, address } = await FirefoxProcess.start(program, options);
  try {
    const session = await BidiSession.open(address);
    if (extension !== null) await session.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    return new Firefox(session, firefox, options.window);
  } catch (error) {
    await firefox.end();
    throw error;
  }
}
