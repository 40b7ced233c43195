import { render } from 'preact';
import { browser } from 'wxt/browser';
import { OptionsView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import {
  joined,
  mergedAsAlias,
  moved,
  namesTakenBack,
  type OwnNames,
  parseBackup,
  parsePack,
  withAlias,
  withEntry,
  withoutAlias,
  withoutEntry,
  writeBackup,
} from '#lib/packs/index.ts';
import { findReply, parseMessage, type Request, subscribeReply } from '#lib/protocol/index.ts';
import { DEFAULTS, type Settings, takenBack } from '#lib/settings/index.ts';
import { commandKeys } from '../storage/commands.ts';
import { addPack, changeOwn, changeShelf, loadOwn, loadPack, loadShelf, watchNames } from '../storage/names-store.ts';
import { changeSettings, loadSettings, watchSettings } from '../storage/settings-store.ts';
import { browserWords, speak } from '../words/browser-words.ts';
import { readFile, saveFile } from './files.ts';
import { loadNotices } from './notices.ts';
import { packsForBackup, putBack, rememberPacks } from './packs.ts';
import { markPreview } from './preview.ts';
import { BEFORE_LOADING, begunName, type OptionsState, openKeys, SAMPLES } from './state.ts';

const words = browserWords();
const { say } = words;
const begun = begunName();
let state: OptionsState = BEFORE_LOADING;
let shiftHeld = false;

function set(change: Partial<OptionsState>): void {
  state = { ...state, ...change };
  draw();
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const send = (request: Request): Promise<unknown> => browser.runtime.sendMessage(request);

/** Does something that is stored; says so, with a way back where there is one, or says why it could not be. */
function act(work: () => Promise<unknown>, says: string | null = null, undo: (() => Promise<unknown>) | null = null): void {
  work()
    .then(() => says !== null && set({ done: { says, undo: undo && (() => act(undo, say('undone'))) } }))
    .catch((error: unknown) => set({ done: { says: say('not_stored', reasonOf(error)), undo: null } }));
}

function changeNow(change: (settings: Settings) => Settings): void {
  const before = state.settings;
  const after = change(before);
  set({ settings: after });
  act(
    () => changeSettings(change),
    say('changed'),
    () => changeSettings((now) => takenBack(now, before, after)),
  );
}

function changeNames(change: (own: OwnNames) => OwnNames, says: string): void {
  let before = state.own;
  let after = before;
  const noting = (own: OwnNames) => {
    before = own;
    after = change(own);
    return after;
  };
  act(
    async () => set({ own: await changeOwn(noting) }),
    says,
    () => changeOwn((now) => namesTakenBack(now, before, after)),
  );
}

async function takePack(text: string): Promise<void> {
  const parsed = parsePack(text);
  if (parsed.type === 'refused') {
    set({ packRefusals: parsed.refusals, done: null });
    return;
  }
  const { pack } = parsed;
  const asBefore = await rememberPacks([pack.id]);
  set({ packRefusals: [] });
  act(() => addPack(pack, null), say('packs_added', pack.name), asBefore);
}

async function takeBackup(file: File): Promise<void> {
  const parsed = parseBackup(await readFile(file));
  if (parsed.type === 'refused') {
    set({ backupRefusals: parsed.refusals, done: null });
    return;
  }
  const { settings, own } = state;
  const { packs } = parsed.backup;
  const packsAsBefore = await rememberPacks(packs.map(({ pack }) => pack.id));
  const imported = { settings: parsed.backup.settings, own: joined(own, parsed.backup.own) };
  set({ backupRefusals: [] });
  act(
    () => Promise.all([changeSettings(() => imported.settings), changeOwn((now) => joined(now, parsed.backup.own)), putBack(packs)]),
    say('backup_imported'),
    () =>
      Promise.all([
        changeSettings((now) => takenBack(now, settings, imported.settings)),
        changeOwn((now) => namesTakenBack(now, own, imported.own)),
        packsAsBefore(),
      ]),
  );
}

/** The browser is asked for the address's site first, while the click still counts. */
async function subscribe(address: URL): Promise<void> {
  set({ subscribing: { type: 'asking' } });
  const origins = [`${address.protocol}//${address.hostname}/*`];
  if (!(await browser.permissions.request({ origins }).catch(() => false))) {
    set({ subscribing: { type: 'problem', code: 'not-allowed', detail: '' } });
    return;
  }
  const known = state.shelf.map(({ id }) => id);
  const reply = parseMessage(subscribeReply, await send({ type: 'subscribe', address: address.href }).catch(() => null));
  if (reply?.type === 'subscribed') {
    const { pack } = reply;
    const undo = () => act(() => changeShelf((now) => now.filter(({ id }) => id !== pack)), say('undone'));
    // What took the place of an older version has that no more.
    set({ subscribing: null, done: { says: say('packs_added', pack), undo: known.includes(pack) ? null : undo } });
  } else if (reply?.type === 'problem') set({ subscribing: reply });
  else set({ subscribing: { type: 'problem', code: 'unreachable', detail: reply?.reason ?? '' } });
}

function draw(): void {
  const root = document.getElementById('root');
  if (!root) return;
  const { settings, own, shelf } = state;
  render(
    <WordsContext value={words}>
      <OptionsView
        settings={settings}
        onChange={changeNow}
        notices={state.notices}
        commands={state.commands}
        done={state.done}
        onChangeKeys={() => act(openKeys)}
        own={{
          own,
          begun,
          onSave: (entry) => changeNames((now) => withEntry(now, entry), say('own_saved', entry.name)),
          onDelete: (entry) => changeNames((now) => withoutEntry(now, entry.id), say('own_deleted', entry.name)),
          onMerge: (entry, into) => changeNames((now) => mergedAsAlias(now, entry.id, into.id), say('own_merged', entry.name, into.name)),
          onAlias: (alias) => changeNames((now) => withAlias(now, alias), say('own_saved', alias.name)),
          onDeleteAlias: (alias) => changeNames((now) => withoutAlias(now, alias.name), say('own_deleted', alias.name)),
          onFind: async (name) => parseMessage(findReply, await send({ type: 'find', name }).catch(() => null))?.entries ?? [],
        }}
        packs={{
          shelf,
          samples: SAMPLES.filter(({ file }) => !shelf.some(({ id }) => id === file)),
          refusals: state.packRefusals,
          subscribing: state.subscribing,
          onFile: (file) => void readFile(file).then(takePack),
          onSample: (file) =>
            void fetch(`/packs/${file}.json`)
              .then((reply) => reply.text())
              .then(takePack),
          onSubscribe: (address) => void subscribe(address),
          onSwitch: (pack, on) => act(() => changeShelf((now) => now.map((other) => (other.id === pack.id ? { ...other, on } : other)))),
          onMove: (pack, by) => act(() => changeShelf((now) => moved(now, pack.id, by))),
          onExport: (pack) =>
            act(async () => {
              const whole = await loadPack(pack.id);
              if (whole) saveFile(`${pack.id}.json`, `${JSON.stringify(whole, null, 2)}\n`);
            }),
          onRemove: (pack) =>
            act(async () => {
              const whole = await loadPack(pack.id);
              const before = await loadShelf();
              await changeShelf((now) => now.filter(({ id }) => id !== pack.id));
              const undo = async () => {
                if (whole) await addPack(whole, pack.subscription);
                await changeShelf(() => before);
              };
              set({ done: { says: say('own_deleted', pack.name), undo: () => act(undo, say('undone')) } });
            }),
          onRenew: (pack) => act(() => send({ type: 'renew', pack: pack.id })),
        }}
        backup={{
          refusals: state.backupRefusals,
          onExport: () => act(async () => saveFile('dramatis.json', writeBackup({ settings, own, packs: await packsForBackup() }))),
          onImport: (file) => void takeBackup(file),
          onReset: () =>
            act(
              () => changeSettings(() => DEFAULTS),
              say('reset_done'),
              () => changeSettings((now) => takenBack(now, settings, DEFAULTS)),
            ),
        }}
      />
    </WordsContext>,
    root,
  );
  markPreview(settings, shiftHeld);
}

const refreshNotices = async () => set({ notices: await loadNotices(words, refreshNotices) });

async function start(): Promise<void> {
  speak(words, say('options_title'));
  const [settings, own, shelf] = await Promise.all([loadSettings(), loadOwn(), loadShelf()]);
  set({ settings, own, shelf });
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  watchSettings((changed) => set({ settings: changed }));
  watchNames(() => void Promise.all([loadOwn(), loadShelf()]).then(([own, shelf]) => set({ own, shelf })));
  for (const type of ['keydown', 'keyup'] as const)
    addEventListener(type, (event) => {
      if (event.key !== 'Shift') return;
      shiftHeld = type === 'keydown';
      markPreview(state.settings, shiftHeld);
    });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => markPreview(state.settings, shiftHeld));
  set({ commands: await commandKeys() });
  await refreshNotices();
}

void start();
