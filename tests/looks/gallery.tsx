/// <reference types="vite/client" />
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import '@fontsource/noto-sans-arabic/400.css';
import '@fontsource/noto-sans-arabic/700.css';
import { render } from 'preact';
import { CARD_STYLE, type CardActions, type CardMap, type CardNotice, CardView } from '#components/card/index.ts';
import { PanelView } from '#components/cast/index.ts';
import { MAP_STYLE } from '#components/map/index.ts';
import { OptionsView, type PageStanding, PopupView } from '#components/settings/index.ts';
import { WordsContext } from '#components/words/index.ts';
import { CARD_MAP } from '#lib/atlas/index.ts';
import type { Card } from '#lib/card/index.ts';
import type { Cast } from '#lib/cast/index.ts';
import { NO_NAMES } from '#lib/packs/index.ts';
import { DEFAULTS } from '#lib/settings/index.ts';
import { type Messages, wordsOf } from '#lib/words/index.ts';
import optionsStyle from '../../entrypoints/options/options.css?inline';
import popupStyle from '../../entrypoints/popup/popup.css?inline';
import panelStyle from '../../entrypoints/sidepanel/sidepanel.css?inline';
import { CARDS, mapsOf } from './cards.ts';

/** What is drawn: `?show=cards|states|panel|popup|options&theme=light|dark&locale=en`, or another of the languages. */
const asked = new URLSearchParams(location.search);
const LOCALES = import.meta.glob<Messages>('../../public/_locales/*/messages.json', { eager: true, import: 'default' });
const words = wordsOf(LOCALES[`../../public/_locales/${asked.get('locale') ?? 'en'}/messages.json`] ?? {});
const isDark = asked.get('theme') === 'dark';

/** A style under the asked theme, in letters that are the same on every machine. */
function themed(style: string): string {
  const FONT = '"Noto Sans", "Noto Sans Arabic", sans-serif';
  return style
    .replaceAll(/@media \(prefers-color-scheme: ?dark\)/g, isDark ? '@media all' : '@media not all')
    .replaceAll(/system-ui/g, FONT);
}

function wear(style: string, root: Document | ShadowRoot = document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themed(style));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

const nothing = () => undefined;
const ACTIONS: CardActions = {
  onStep: nothing,
  onBack: nothing,
  onClose: nothing,
  onCopy: async () => false,
  onChoose: nothing,
  onHide: nothing,
  onReport: nothing,
  onWrite: nothing,
  onUndo: nothing,
};

interface Drawing {
  readonly notice?: CardNotice;
  readonly map?: CardMap;
}

/** A card, as the page shows it, behind the ones that are there. */
function drawCard(root: HTMLElement, card: Card, { notice, map = null }: Drawing): HTMLElement {
  const host = document.createElement('dramatis-card');
  const shadow = host.attachShadow({ mode: 'open' });
  wear(CARD_STYLE, shadow);
  wear(
    ':host { display: block !important; break-inside: avoid; margin-block-end: 12px !important } .card { position: static; animation: none }',
    shadow,
  );
  const dialog = document.createElement('div');
  dialog.className = 'card';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-label', card.name);
  shadow.append(dialog);
  root.append(host);
  render(
    <WordsContext value={words}>
      <CardView card={card} canGoBack={card.kind === 'thing'} notice={notice ?? null} actions={ACTIONS} map={map} />
    </WordsContext>,
    dialog,
  );
  return dialog;
}

function layCards(): void {
  wear(`body { margin: 12px; background: ${isDark ? '#111' : '#fff'} } #root { columns: 390px; column-gap: 12px }`);
}

/** Every card, one after another. */
function showCards(root: HTMLElement): void {
  layCards();
  const mapOf = mapsOf(CARD_MAP.width, CARD_MAP.height);
  for (const { card, at } of CARDS) drawCard(root, card, { map: at ? mapOf(at) : null });
}

/** What becomes of a card under the reader's hand. */
function showStates(root: HTMLElement): void {
  layCards();
  const [person, , , , , stranger, uncertain] = CARDS.map(({ card }) => card);
  if (!person || !stranger || !uncertain) return;
  for (const did of ['hid-here', 'hid-everywhere', 'chose'] as const) drawCard(root, person, { notice: { did, name: person.name } });
  const press = (dialog: HTMLElement, label: string) =>
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();
  press(drawCard(root, { ...uncertain, remark: null }, {}), words.say('card_not_this'));
  press(drawCard(root, stranger, {}), words.say('card_copy'));
  drawCard(root, uncertain, { map: 'coming' });
}

const CAST: Cast = {
  day: 20201018,
  members: CARDS.slice(0, 7).map(({ card, at }, number) => ({
    key: card.key,
    name: card.name,
    kind: card.kind,
    entry: card.entry,
    lead: card.lead,
    mentions: Array.from({ length: card.count }, (_, nth) => number * 20 + nth),
    isPlace: at !== undefined,
    wikipedia: card.wikipedia,
  })),
  facts: [
    { date: '2018-04-26', member: 'Mike Pompeo', name: 'Mike Pompeo', text: 'becomes US Secretary of State', later: false },
    { date: '2020-09-27', member: 'war', name: 'Second Nagorno-Karabakh War', text: 'begins', later: false },
    { date: '2021-01', member: 'Mike Pompeo', name: 'Mike Pompeo', text: 'is no longer US Secretary of State', later: true },
  ],
};

function showPanel(root: HTMLElement): void {
  wear(panelStyle);
  wear(MAP_STYLE);
  const size = { width: 380, height: 260 };
  const map = mapsOf(size.width, size.height)(...CARDS.flatMap(({ at }) => at ?? []));
  render(
    <WordsContext value={words}>
      <PanelView
        title="Pompeo urges an end to the fighting"
        cast={CAST}
        reason=""
        map={map}
        beyond={3}
        wide={false}
        onWiden={nothing}
        mapSize={size}
        place={{ member: 'Mike Pompeo', at: 1 }}
        notice=""
        onJump={nothing}
        onBack={nothing}
        onCopy={nothing}
        onSave={nothing}
      />
    </WordsContext>,
    root,
  );
}

function showPopup(root: HTMLElement): void {
  wear(popupStyle);
  const standing: PageStanding =
    asked.get('state') === 'none'
      ? { type: 'no-article', anyway: false }
      : { type: 'marked', names: 42, kinds: { person: 20, place: 22 }, anyway: false };
  render(
    <WordsContext value={words}>
      <PopupView
        settings={DEFAULTS}
        host="news.example"
        shownHere
        standing={standing}
        commands={[{ name: 'open-panel', says: words.say('command_open_panel'), key: 'Alt+Shift+L' }]}
        canUndo={false}
        problem={null}
        onChange={nothing}
        onUndo={nothing}
        onReadAnyway={nothing}
        onOpen={nothing}
      />
    </WordsContext>,
    root,
  );
}

function showOptions(root: HTMLElement): void {
  wear(optionsStyle);
  const COMMANDS = ['toggle', 'next_name', 'previous_name', 'open_panel', 'add_name'] as const;
  render(
    <WordsContext value={words}>
      <OptionsView
        settings={DEFAULTS}
        notices={[]}
        commands={COMMANDS.map((name) => ({ name, says: words.say(`command_${name}`), key: 'Alt+Shift+L' }))}
        own={{
          own: NO_NAMES,
          begun: null,
          onSave: nothing,
          onDelete: nothing,
          onMerge: nothing,
          onAlias: nothing,
          onDeleteAlias: nothing,
          onFind: async () => [],
        }}
        packs={{
          shelf: [],
          samples: [{ file: 'novel', name: 'Pride and Prejudice' }],
          refusals: [],
          subscribing: null,
          onFile: nothing,
          onSample: nothing,
          onSubscribe: nothing,
          onSwitch: nothing,
          onMove: nothing,
          onExport: nothing,
          onRemove: nothing,
          onRenew: nothing,
        }}
        backup={{ refusals: [], onExport: nothing, onImport: nothing, onReset: nothing }}
        done={{ says: words.say('changed'), undo: nothing }}
        onChange={nothing}
        onChangeKeys={nothing}
      />
    </WordsContext>,
    root,
  );
}

const SHOWS: Readonly<Record<string, (root: HTMLElement) => void>> = {
  cards: showCards,
  states: showStates,
  panel: showPanel,
  popup: showPopup,
  options: showOptions,
};
const root = document.getElementById('root');
if (root) {
  const page = document.documentElement;
  page.lang = words.language;
  page.dir = words.direction;
  page.style.colorScheme = isDark ? 'dark' : 'light';
  (SHOWS[asked.get('show') ?? ''] ?? showCards)(root);
  // All letters are here before a picture is taken.
  void Promise.all(['400', '600', '700'].map((weight) => document.fonts.load(`${weight} 14px "Noto Sans"`)))
    .then(() => document.fonts.load('14px "Noto Sans Arabic"', 'ع'))
    .then(() => document.fonts.ready)
    .then(() => page.setAttribute('data-ready', ''));
}
