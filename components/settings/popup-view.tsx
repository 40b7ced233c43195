import { LONGEST_DELAY, type Settings, type ShownKind } from '#lib/settings/index.ts';

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

const KIND_LABELS: Record<ShownKind, string> = {
  person: 'People',
  organisation: 'Organisations',
  group: 'Peoples and nationalities',
  place: 'Places',
  thing: 'Weapons, treaties, wars and other terms',
  article: 'Names only the article knows',
};

function wordStanding(standing: PageStanding): string {
  switch (standing.type) {
    case 'asking':
      return 'Looking at this page…';
    case 'marked':
      return standing.names === 1 ? '1 name found here' : `${standing.names} names found here`;
    case 'off':
      return 'Names are not shown here';
    case 'no-article':
      return 'No article was found on this page';
    case 'language':
      return 'This page is not in English; only English is read so far';
    case 'no-highlights':
      return 'This browser cannot mark text without changing the page (it lacks the CSS Custom Highlight API), so no names are marked';
    case 'browser-page':
      return 'The browser lets no extension read this page';
    case 'failed':
      return 'The glossary could not be read; reload the page to try again';
  }
}

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
  return (
    <main>
      <header>
        <h1>Dramatis</h1>
        <p role="status">{wordStanding(standing)}</p>
      </header>
      <section aria-label="On and off">
        <Switch label="Show names on every page" checked={settings.on} onChange={(on) => onSettings({ ...settings, on })} />
        {host !== null && (
          <Switch
            label={`Show names on ${host === 'local-files' ? 'local files' : host}`}
            checked={shownHere}
            disabled={!settings.on}
            onChange={onSite}
          />
        )}
      </section>
      <fieldset>
        <legend>Kinds of names</legend>
        {(Object.keys(KIND_LABELS) as ShownKind[]).map((kind) => (
          <Switch
            key={kind}
            label={KIND_LABELS[kind]}
            checked={settings.kinds[kind]}
            onChange={(shown) => onSettings({ ...settings, kinds: { ...settings.kinds, [kind]: shown } })}
          />
        ))}
      </fieldset>
      <label class="delay">
        <span>
          Wait before a card opens: <output>{settings.hoverDelay} ms</output>
        </span>
        <input
          type="range"
          min={0}
          max={LONGEST_DELAY / 2}
          step={50}
          value={settings.hoverDelay}
          aria-label="Wait before a card opens, in milliseconds"
          onChange={(event) => onSettings({ ...settings, hoverDelay: Number(event.currentTarget.value) })}
        />
      </label>
      <footer>Nothing you read leaves this browser.</footer>
    </main>
  );
}
