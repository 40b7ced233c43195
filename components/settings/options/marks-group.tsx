import { useWords } from '#components/words/index.ts';
import { CONFIDENCE_STEPS, MARK_DENSITIES, MARK_STYLES, SHOWN_KINDS, type ShownKind } from '#lib/settings/index.ts';
import type { MessageKey } from '#lib/words/index.ts';
import { KIND_LABELS } from '../labels.ts';
import { Switch } from '../switch.tsx';
import { Choice } from './choice.tsx';
import type { SettingsProps } from './options-view.tsx';
import { Found, Group } from './search.tsx';

const KIND_HINTS: Record<ShownKind, MessageKey> = {
  person: 'kind_person_hint',
  organisation: 'kind_organisation_hint',
  group: 'kind_group_hint',
  place: 'kind_place_hint',
  thing: 'kind_thing_hint',
  article: 'kind_article_hint',
};

/** What is marked: which kinds, how sure. */
export function KindsGroup({ settings, onChange }: SettingsProps) {
  const { say } = useWords();
  return (
    <Group id="kinds" title={say('kinds_of_names')}>
      {SHOWN_KINDS.map((kind) => (
        <Found key={kind} by={[say(KIND_LABELS[kind]), say(KIND_HINTS[kind])]}>
          <Switch
            label={say(KIND_LABELS[kind])}
            hint={say(KIND_HINTS[kind])}
            checked={settings.kinds[kind]}
            onChange={(shown) => onChange((now) => ({ ...now, kinds: { ...now.kinds, [kind]: shown } }))}
          />
        </Found>
      ))}
      <Choice
        label={say('confidence_title')}
        value={settings.confidence}
        onChange={(confidence) => onChange((now) => ({ ...now, confidence }))}
        options={CONFIDENCE_STEPS.map((value) => ({ value, label: say(`confidence_${value}`), hint: say(`confidence_${value}_hint`) }))}
      />
    </Group>
  );
}

/** How marks look and how many there are, with a piece of text that shows it. */
export function LooksGroup({ settings, onChange }: SettingsProps) {
  const { say } = useWords();
  const densityOf = (kind: ShownKind) => settings.markDensity[kind];
  return (
    <Group id="looks" title={say('looks_title')}>
      <Choice
        label={say('looks_style')}
        value={settings.markStyle}
        onChange={(markStyle) => onChange((now) => ({ ...now, markStyle }))}
        options={MARK_STYLES.map((value) => ({ value, label: say(`looks_${value}`), hint: say(`looks_${value}_hint`) }))}
      />
      <Found by={[say('looks_density'), say('looks_density_hint')]}>
        <fieldset>
          <legend>{say('looks_density')}</legend>
          <p class="hint">{say('looks_density_hint')}</p>
          {SHOWN_KINDS.map((kind) => (
            <label class="row pick" key={kind}>
              <span class="said">{say(KIND_LABELS[kind])}</span>
              <select
                value={densityOf(kind)}
                onChange={(event) => {
                  const markDensity = MARK_DENSITIES.find((known) => known === event.currentTarget.value) ?? 'every';
                  onChange((now) => ({ ...now, markDensity: { ...now.markDensity, [kind]: markDensity } }));
                }}
              >
                {MARK_DENSITIES.map((density) => (
                  <option key={density} value={density}>
                    {say(`density_${density}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      </Found>
      <Found by={[say('looks_preview'), say('looks_style')]}>
        <figure class="preview" lang="en" dir="ltr">
          <figcaption lang={useWords().language} dir={useWords().direction}>
            {say('looks_preview')}
          </figcaption>
          {/* The entrypoint marks these as it would on a page: nothing is wrapped there either. */}
          <p data-preview>
            Angela Merkel flew to Ankara on Monday. Merkel met officials of NATO and Turkish diplomats, and Ankara spoke of the Treaty of
            Lausanne. Her adviser Jonas Albrecht stayed away.
          </p>
        </figure>
      </Found>
    </Group>
  );
}
