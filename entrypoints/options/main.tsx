import { render } from 'preact';
import { OptionsView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { mergedAsAlias, moved, withAlias, withEntry, withoutAlias, withoutEntry } from '#lib/packs/index.ts';
import { commandKeys } from '../storage/commands.ts';
import { changeShelf, loadOwn, loadShelf, watchNames } from '../storage/names-store.ts';
import { loadSettings, watchSettings } from '../storage/settings-store.ts';
import { browserWords, speak } from '../words/browser-words.ts';
import { readFile } from './files.ts';
import { loadNotices } from './notices.ts';
import { OptionsPage } from './options-page.ts';
import { markPreview } from './preview.ts';
import { begunName, openKeys, SAMPLES } from './state.ts';

const words = browserWords();
const { say } = words;
const begun = begunName();
const page = new OptionsPage(words, draw);
let shiftHeld = false;

function draw(): void {
  const root = document.getElementById('root');
  if (!root) return;
  const { settings, own, shelf, notices, commands, done, packRefusals, backupRefusals, subscribing } = page.state;
  render(
    <WordsContext value={words}>
      <OptionsView
        settings={settings}
        onChange={(change) => page.changeSettings(change)}
        notices={notices}
        commands={commands}
        done={done}
        onChangeKeys={() => page.act(openKeys)}
        own={{
          own,
          begun,
          onSave: (entry) => page.changeNames((now) => withEntry(now, entry), say('own_saved', entry.name)),
          onDelete: (entry) => page.changeNames((now) => withoutEntry(now, entry.id), say('own_deleted', entry.name)),
          onMerge: (entry, into) =>
            page.changeNames((now) => mergedAsAlias(now, entry.id, into.id), say('own_merged', entry.name, into.name)),
          onAlias: (alias) => page.changeNames((now) => withAlias(now, alias), say('own_saved', alias.name)),
          onDeleteAlias: (alias) => page.changeNames((now) => withoutAlias(now, alias.name), say('own_deleted', alias.name)),
          onFind: (name) => page.find(name),
        }}
        packs={{
          shelf,
          samples: SAMPLES.filter(({ file }) => !shelf.some(({ id }) => id === file)),
          refusals: packRefusals,
          subscribing,
          onFile: (file) => void readFile(file).then((text) => page.takePack(text)),
          onSample: (file) =>
            void fetch(`/packs/${file}.json`)
              .then((reply) => reply.text())
              .then((text) => page.takePack(text)),
          onSubscribe: (address) => void page.subscribe(address),
          onSwitch: (pack, on) =>
            page.act(() => changeShelf((now) => now.map((other) => (other.id === pack.id ? { ...other, on } : other)))),
          onMove: (pack, by) => page.act(() => changeShelf((now) => moved(now, pack.id, by))),
          onExport: (pack) => page.exportPack(pack),
          onRemove: (pack) => page.removePack(pack),
          onRenew: (pack) => page.renewPack(pack),
        }}
        backup={{
          refusals: backupRefusals,
          onExport: () => page.exportBackup(),
          onImport: (file) => void page.takeBackup(file),
          onReset: () => page.resetSettings(),
        }}
      />
    </WordsContext>,
    root,
  );
  markPreview(settings, shiftHeld);
}

const refreshNotices = async () => page.set({ notices: await loadNotices(words, refreshNotices) });

async function start(): Promise<void> {
  speak(words, say('options_title'));
  const [settings, own, shelf] = await Promise.all([loadSettings(), loadOwn(), loadShelf()]);
  page.set({ settings, own, shelf });
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  watchSettings((changed) => page.set({ settings: changed }));
  watchNames(() => void Promise.all([loadOwn(), loadShelf()]).then(([own, shelf]) => page.set({ own, shelf })));
  for (const type of ['keydown', 'keyup'] as const)
    addEventListener(type, (event) => {
      if (event.key !== 'Shift') return;
      shiftHeld = type === 'keydown';
      markPreview(page.state.settings, shiftHeld);
    });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => markPreview(page.state.settings, shiftHeld));
  page.set({ commands: await commandKeys() });
  await refreshNotices();
}

void start();
