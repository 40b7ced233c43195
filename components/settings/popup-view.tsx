import type { ComponentChildren } from 'preact';
import { useWords } from '#components/words/index.ts';
import { type Settings, SHOWN_KINDS, withSite } from '#lib/settings/index.ts';
import type { MessageKey, Words } from '#lib/words/index.ts';
import { DelaySlider } from './delay-slider.tsx';
import { type CommandKey, KeyList } from './key-list.tsx';
import { KIND_LABELS } from './labels.ts';
import { Switch } from './switch.tsx';

/** What the popup knows of the page behind it. */
export type PageStanding =
  /** `kinds`: names marked of each kind. `anyway`: because the reader asked for this page. */
  | { readonly type: 'marked'; readonly names: number; readonly kinds: Readonly<Record<string, number>>; readonly anyway: boolean }
  | { readonly type: Unmarked; readonly anyway: boolean };

type Unmarked =
  | 'asking'
  | 'off'
  | 'all-off'
  | 'site-off'
  | 'not-chosen'
  | 'asked'
  | 'no-article'
  | 'language'
  | 'no-highlights'
  | 'browser-page'
  | 'withheld'
  | 'failed';

export interface PopupProps {
  readonly settings: Settings;
  /** Host of the page, or null where names can never be shown. */
  readonly host: string | null;
  readonly shownHere: boolean;
  readonly standing: PageStanding;
  readonly commands: readonly CommandKey[];
  /** Whether something was changed since the popup opened. */
  readonly canUndo: boolean;
  /** Why the last change was not stored, or null. */
  readonly problem: string | null;
  readonly onChange: (change: (settings: Settings) => Settings) => void;
  readonly onUndo: () => void;
  readonly onReadAnyway: (anyway: boolean) => void;
  readonly onOpen: (what: 'settings' | 'add-name' | 'panel') => void;
}

const STANDINGS: Record<Unmarked, MessageKey> = {
  asking: 'standing_asking',
  off: 'standing_off',
  'all-off': 'standing_all_off',
  'site-off': 'standing_site_off',
  'not-chosen': 'standing_not_chosen',
  asked: 'standing_asked',
  'no-article': 'standing_no_article',
  language: 'standing_language',
  'no-highlights': 'standing_no_highlights',
  'browser-page': 'standing_browser_page',
  withheld: 'standing_withheld',
  failed: 'standing_failed',
};

/** Where asking for the page changes something. */
const READABLE: ReadonlySet<PageStanding['type']> = new Set([
  'off',
  'all-off',
  'site-off',
  'not-chosen',
  'asked',
  'no-article',
  'language',
]);

/** How the page stands, in words. */
export function wordStanding(standing: PageStanding, { say, count }: Words): string {
  if (standing.type !== 'marked') return say(STANDINGS[standing.type]);
  return standing.names === 0 ? say('standing_none') : count('standing_marked', standing.names);
}

function Button({ onClick, children }: { readonly onClick: () => void; readonly children: ComponentChildren }) {
  return (
    <button type="button" onClick={onClick}>
      {children}
    </button>
  );
}

/** The popup: what is so here and why, the switches one uses daily, and the ways to everything else. */
export function PopupView(props: PopupProps) {
  const { settings, host, shownHere, standing, commands, onChange } = props;
  const words = useWords();
  const { say, number } = words;
  const has = (command: string) => commands.some(({ name }) => name === command);
  const hostShown = host !== null && settings.where !== 'asked';
  return (
    <main>
      <header>
        <h1>Dramatis</h1>
        <p role="status">{wordStanding(standing, words)}</p>
        <p class="actions">
          {standing.anyway && <Button onClick={() => props.onReadAnyway(false)}>{say('popup_stop_reading')}</Button>}
          {!standing.anyway && READABLE.has(standing.type) && (
            <Button onClick={() => props.onReadAnyway(true)}>
              {say(standing.type === 'asked' ? 'popup_read_asked' : 'popup_read_anyway')}
            </Button>
          )}
          {hostShown && shownHere && (
            <Button onClick={() => onChange((now) => withSite(now, host, false))}>{say('popup_never_here')}</Button>
          )}
          {has('open-panel') && standing.type === 'marked' && (
            <Button onClick={() => props.onOpen('panel')}>{say('popup_open_panel')}</Button>
          )}
        </p>
      </header>
      <section aria-label={say('popup_on_and_off')}>
        <Switch label={say('popup_everywhere')} checked={settings.on} onChange={(on) => onChange((now) => ({ ...now, on }))} />
        {hostShown && (
          <Switch
            label={host === 'local-files' ? say('popup_local_files') : say('popup_here', host)}
            checked={shownHere}
            disabled={!settings.on}
            onChange={(shown) => onChange((now) => withSite(now, host, shown))}
          />
        )}
      </section>
      <fieldset>
        <legend>{say('kinds_of_names')}</legend>
        {SHOWN_KINDS.map((kind) => (
          <Switch
            key={kind}
            label={say(KIND_LABELS[kind])}
            aside={standing.type === 'marked' && settings.kinds[kind] ? number(standing.kinds[kind] ?? 0) : undefined}
            checked={settings.kinds[kind]}
            onChange={(shown) => onChange((now) => ({ ...now, kinds: { ...now.kinds, [kind]: shown } }))}
          />
        ))}
      </fieldset>
      <DelaySlider settings={settings} onChange={onChange} />
      <p class="undo" role="alert">
        {props.problem !== null && say('not_stored', props.problem)}
        {props.problem === null && props.canUndo && (
          <>
            {say('changed')} <Button onClick={props.onUndo}>{say('undo')}</Button>
          </>
        )}
      </p>
      <details>
        <summary>{say('keys')}</summary>
        <KeyList commands={commands} />
      </details>
      <footer>
        <p class="actions">
          <Button onClick={() => props.onOpen('settings')}>{say('open_settings')}</Button>
          <Button onClick={() => props.onOpen('add-name')}>{say('popup_add_name')}</Button>
        </p>
        {say('nothing_leaves')}
      </footer>
    </main>
  );
}
