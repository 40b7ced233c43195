import { useWords } from '#components/words/index.ts';
import { LONGEST_DELAY, type Settings, SHOWN_KINDS, type ShownKind } from '#lib/settings/index.ts';
import type { MessageKey, Words } from '#lib/words/index.ts';

/** What the popup knows of the page behind it. */
export type PageStanding =
  | { readonly type: 'asking' }
  | { readonly type: 'marked'; readonly names: number }
  | { readonly type: 'off' }
  | { readonly type: 'no-article' }
  | { readonly type: 'language' }
  | { readonly type: 'no-highlights' }
  | { readonly type: 'browser-page' }
  | { readonly type: 'failed' };

export interface PopupProps {
  readonly settings: Settings;
  /** Host of the page, or null where names can never be shown. */
  readonly host: string | null;
  readonly shownHere: boolean;
  readonly standing: PageStanding;
  readonly onSettings: (settings: Settings) => void;
  readonly onSite: (shown: boolean) => void;
}

const KIND_LABELS: Record<ShownKind, MessageKey> = {
  person: 'kind_person',
  organisation: 'kind_organisation',
  group: 'kind_group',
  place: 'kind_place',
  thing: 'kind_thing',
  article: 'kind_article',
};

const STANDINGS: Record<Exclude<PageStanding['type'], 'marked'>, MessageKey> = {
  asking: 'standing_asking',
  off: 'standing_off',
  'no-article': 'standing_no_article',
  language: 'standing_language',
  'no-highlights': 'standing_no_highlights',
  'browser-page': 'standing_browser_page',
  failed: 'standing_failed',
};

const wordStanding = (standing: PageStanding, { say, count }: Words): string =>
  standing.type === 'marked' ? count('standing_marked', standing.names) : say(STANDINGS[standing.type]);

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Switch({ label, checked, disabled = false, onChange }: SwitchProps) {
  return (
    <label class="row">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

/** The popup: what is so here, and the switches one uses daily. */
export function PopupView({ settings, host, shownHere, standing, onSettings, onSite }: PopupProps) {
  const words = useWords();
  const { say, number } = words;
  return (
    <main>
      <header>
        <h1>Dramatis</h1>
        <p role="status">{wordStanding(standing, words)}</p>
      </header>
      <section aria-label={say('popup_on_and_off')}>
        <Switch label={say('popup_everywhere')} checked={settings.on} onChange={(on) => onSettings({ ...settings, on })} />
        {host !== null && (
          <Switch
            label={host === 'local-files' ? say('popup_local_files') : say('popup_here', host)}
            checked={shownHere}
            disabled={!settings.on}
            onChange={onSite}
          />
        )}
      </section>
      <fieldset>
        <legend>{say('kinds_of_names')}</legend>
        {SHOWN_KINDS.map((kind) => (
          <Switch
            key={kind}
            label={say(KIND_LABELS[kind])}
            checked={settings.kinds[kind]}
            onChange={(shown) => onSettings({ ...settings, kinds: { ...settings.kinds, [kind]: shown } })}
          />
        ))}
      </fieldset>
      <label class="delay">
        <output>{say('delay_now', number(settings.hoverDelay))}</output>
        <input
          type="range"
          min={0}
          max={LONGEST_DELAY / 2}
          step={50}
          value={settings.hoverDelay}
          aria-label={say('delay_label')}
          onChange={(event) => onSettings({ ...settings, hoverDelay: Number(event.currentTarget.value) })}
        />
      </label>
      <footer>{say('nothing_leaves')}</footer>
    </main>
  );
}
