import { useState } from 'preact/hooks';
import { useWords } from '#components/words/index.ts';
import { type Settings, typedHost, withoutRule } from '#lib/settings/index.ts';
import { Switch } from '../switch.tsx';
import { Choice } from './choice.tsx';
import type { SettingsProps } from './options-view.tsx';
import { Found, Group } from './search.tsx';

/** A rule is put as the reader says it, even where it says what is so anyway: the mode may change. */
const withRule = (settings: Settings, host: string, shown: boolean): Settings => ({
  ...settings,
  sites: { ...settings.sites, [host]: shown },
});

/** Where names are shown: on or off, which pages, which sites. */
export function WhereGroup({ settings, onChange }: SettingsProps) {
  const { say } = useWords();
  return (
    <Group id="where" title={say('where_title')}>
      <Found by={[say('popup_everywhere'), say('where_on_hint')]}>
        <Switch
          label={say('popup_everywhere')}
          hint={say('where_on_hint')}
          checked={settings.on}
          onChange={(on) => onChange((now) => ({ ...now, on }))}
        />
      </Found>
      <Choice
        label={say('where_mode')}
        value={settings.where}
        onChange={(where) => onChange((now) => ({ ...now, where }))}
        options={[
          { value: 'everywhere', label: say('where_everywhere'), hint: say('where_everywhere_hint') },
          { value: 'chosen', label: say('where_chosen'), hint: say('where_chosen_hint') },
          { value: 'asked', label: say('where_asked'), hint: say('where_asked_hint') },
        ]}
      />
      <Sites settings={settings} onChange={onChange} />
      <Found by={[say('where_browser')]}>
        <p class="hint">{say('where_browser')}</p>
      </Found>
    </Group>
  );
}

function Sites({ settings, onChange }: SettingsProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const rules = Object.entries(settings.sites).sort(([a], [b]) => a.localeCompare(b));
  const add = (shown: boolean) => {
    const host = typedHost(typed);
    setWrong(host === null);
    if (host === null) return;
    onChange((now) => withRule(now, host, shown));
    setTyped('');
  };
  return (
    <Found by={[say('sites_title'), say('sites_hint'), ...rules.map(([host]) => host)]}>
      <fieldset>
        <legend>{say('sites_title')}</legend>
        <p class="hint">{say('sites_hint')}</p>
        {rules.length > 0 && (
          <ul class="list">
            {rules.map(([host, shown]) => (
              <li key={host}>
                <bdi class="grow">{host === 'local-files' ? say('sites_local_files') : host}</bdi>
                <select
                  aria-label={say('sites_rule_for', host)}
                  value={shown ? 'shown' : 'never'}
                  onChange={(event) => {
                    const show = event.currentTarget.value === 'shown';
                    onChange((now) => withRule(now, host, show));
                  }}
                >
                  <option value="shown">{say('sites_shown')}</option>
                  <option value="never">{say('sites_never')}</option>
                </select>
                <button type="button" aria-label={say('sites_remove', host)} onClick={() => onChange((now) => withoutRule(now, host))}>
                  {say('remove')}
                </button>
              </li>
            ))}
          </ul>
        )}
        <form
          class="line"
          onSubmit={(event) => {
            event.preventDefault();
            add(settings.where === 'chosen');
          }}
        >
          <input
            type="text"
            dir="ltr"
            value={typed}
            placeholder="news.example"
            aria-label={say('sites_host')}
            aria-invalid={wrong}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setWrong(false);
            }}
          />
          <button type="button" onClick={() => add(true)}>
            {say('sites_add_shown')}
          </button>
          <button type="button" onClick={() => add(false)}>
            {say('sites_add_never')}
          </button>
        </form>
        {wrong && <p role="alert">{say('sites_no_host')}</p>}
      </fieldset>
    </Found>
  );
}
