import { browser } from 'wxt/browser';
import { joined, namesTakenBack, type OwnNames, parseBackup, parsePack, type ShelvedPack, writeBackup } from '#lib/packs/index.ts';
import { type FindReply, findReply, parseMessage, type Request, subscribeReply } from '#lib/protocol/index.ts';
import { DEFAULTS, type Settings, takenBack } from '#lib/settings/index.ts';
import type { Words } from '#lib/words/index.ts';
import { addPack, changeOwn, changeShelf, loadPack, loadShelf } from '../storage/names-store.ts';
import { changeSettings } from '../storage/settings-store.ts';
import { readFile, saveFile } from './files.ts';
import { packsForBackup, putBack, rememberPacks } from './packs.ts';
import { BEFORE_LOADING, type OptionsState } from './state.ts';

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const send = (request: Request): Promise<unknown> => browser.runtime.sendMessage(request);

/** What the options page shows and what the reader does on it. */
export class OptionsPage {
  readonly #say: Words['say'];
  readonly #draw: () => void;
  #state: OptionsState = BEFORE_LOADING;

  /** `draw` is called whenever something else is to be shown. */
  constructor({ say }: Words, draw: () => void) {
    this.#say = say;
    this.#draw = draw;
  }

  get state(): OptionsState {
    return this.#state;
  }

  set(change: Partial<OptionsState>): void {
    this.#state = { ...this.#state, ...change };
    this.#draw();
  }

  /** Does something that is stored; says so, with a way back where there is one, or says why it could not be. */
  act(work: () => Promise<unknown>, says: string | null = null, undo: (() => Promise<unknown>) | null = null): void {
    work()
      .then(() => says !== null && this.set({ done: { says, undo: undo && (() => this.act(undo, this.#say('undone'))) } }))
      .catch((error: unknown) => this.set({ done: { says: this.#say('not_stored', reasonOf(error)), undo: null } }));
  }

  changeSettings(change: (settings: Settings) => Settings): void {
    const before = this.#state.settings;
    const after = change(before);
    this.set({ settings: after });
    this.act(
      () => changeSettings(change),
      this.#say('changed'),
      () => changeSettings((now) => takenBack(now, before, after)),
    );
  }

  resetSettings(): void {
    const { settings } = this.#state;
    this.act(
      () => changeSettings(() => DEFAULTS),
      this.#say('reset_done'),
      () => changeSettings((now) => takenBack(now, settings, DEFAULTS)),
    );
  }

  changeNames(change: (own: OwnNames) => OwnNames, says: string): void {
    let before = this.#state.own;
    let after = before;
    const noting = (own: OwnNames) => {
      before = own;
      after = change(own);
      return after;
    };
    this.act(
      async () => this.set({ own: await changeOwn(noting) }),
      says,
      () => changeOwn((now) => namesTakenBack(now, before, after)),
    );
  }

  /** The entries that go by a name. */
  async find(name: string): Promise<FindReply['entries']> {
    return parseMessage(findReply, await send({ type: 'find', name }).catch(() => null))?.entries ?? [];
  }

  async takePack(text: string): Promise<void> {
    const parsed = parsePack(text);
    if (parsed.type === 'refused') {
      this.set({ packRefusals: parsed.refusals, done: null });
      return;
    }
    const { pack } = parsed;
    const asBefore = await rememberPacks([pack.id]);
    this.set({ packRefusals: [] });
    this.act(() => addPack(pack, null), this.#say('packs_added', pack.name), asBefore);
  }

  /** The browser is asked for the address's site first, while the click still counts. */
  async subscribe(address: URL): Promise<void> {
    this.set({ subscribing: { type: 'asking' } });
    const origins = [`${address.protocol}//${address.hostname}/*`];
    if (!(await browser.permissions.request({ origins }).catch(() => false))) {
      this.set({ subscribing: { type: 'problem', code: 'not-allowed', detail: '' } });
      return;
    }
    const known = this.#state.shelf.map(({ id }) => id);
    const reply = parseMessage(subscribeReply, await send({ type: 'subscribe', address: address.href }).catch(() => null));
    if (reply?.type === 'subscribed') {
      const { pack } = reply;
      const undo = () => this.act(() => changeShelf((now) => now.filter(({ id }) => id !== pack)), this.#say('undone'));
      // What took the place of an older version has that no more.
      this.set({ subscribing: null, done: { says: this.#say('packs_added', pack), undo: known.includes(pack) ? null : undo } });
    } else if (reply?.type === 'problem') this.set({ subscribing: reply });
    else this.set({ subscribing: { type: 'problem', code: 'unreachable', detail: reply?.reason ?? '' } });
  }

  renewPack({ id }: ShelvedPack): void {
    this.act(() => send({ type: 'renew', pack: id }));
  }

  exportPack({ id }: ShelvedPack): void {
    this.act(async () => {
      const whole = await loadPack(id);
      if (whole) saveFile(`${id}.json`, `${JSON.stringify(whole, null, 2)}\n`);
    });
  }

  removePack(pack: ShelvedPack): void {
    this.act(async () => {
      const whole = await loadPack(pack.id);
      const before = await loadShelf();
      await changeShelf((now) => now.filter(({ id }) => id !== pack.id));
      const undo = async () => {
        if (whole) await addPack(whole, pack.subscription);
        await changeShelf(() => before);
      };
      this.set({ done: { says: this.#say('own_deleted', pack.name), undo: () => this.act(undo, this.#say('undone')) } });
    });
  }

  exportBackup(): void {
    const { settings, own } = this.#state;
    this.act(async () => saveFile('dramatis.json', writeBackup({ settings, own, packs: await packsForBackup() })));
  }

  async takeBackup(file: File): Promise<void> {
    const parsed = parseBackup(await readFile(file));
    if (parsed.type === 'refused') {
      this.set({ backupRefusals: parsed.refusals, done: null });
      return;
    }
    const { settings, own } = this.#state;
    const { packs } = parsed.backup;
    const packsAsBefore = await rememberPacks(packs.map(({ pack }) => pack.id));
    const imported = { settings: parsed.backup.settings, own: joined(own, parsed.backup.own) };
    this.set({ backupRefusals: [] });
    this.act(
      () => Promise.all([changeSettings(() => imported.settings), changeOwn((now) => joined(now, parsed.backup.own)), putBack(packs)]),
      this.#say('backup_imported'),
      () =>
        Promise.all([
          changeSettings((now) => takenBack(now, settings, imported.settings)),
          changeOwn((now) => namesTakenBack(now, own, imported.own)),
          packsAsBefore(),
        ]),
    );
  }
}
