import { useWords } from '#components/words/index.ts';
import { LONGEST_DELAY } from '#lib/settings/index.ts';
import type { SettingsProps } from './options-view.tsx';
import { Found, Group } from './search.tsx';

/** When a card opens, and which names never have one. */
export function CardsGroup({ settings, onChange }: SettingsProps) {
  const { say, number } = useWords();
  const hidden = Object.entries(settings.hiddenNames);
  return (
    <Group id="cards" title={say('cards_title')}>
      <Found by={[say('delay_label'), say('delay_hint')]}>
        <label class="delay">
          <output>{say('delay_now', number(settings.hoverDelay))}</output>
          <input
            type="range"
            min={0}
            max={LONGEST_DELAY / 2}
            step={50}
            value={settings.hoverDelay}
            aria-label={say('delay_label')}
            onChange={(event) => {
              const hoverDelay = Number(event.currentTarget.value);
              onChange((now) => ({ ...now, hoverDelay }));
            }}
          />
          <small class="hint">{say('delay_hint')}</small>
        </label>
      </Found>
      <Found by={[say('hidden_title'), say('hidden_hint'), ...hidden.map(([, name]) => name)]}>
        <h3>{say('hidden_title')}</h3>
        <p class="hint">{say('hidden_hint')}</p>
        {hidden.length > 0 && (
          <ul class="list">
            {hidden.map(([key, name]) => (
              <li key={key}>
                <bdi class="grow">{name}</bdi>
                <button
                  type="button"
                  aria-label={say('hidden_show_name', name)}
                  onClick={() =>
                    onChange((now) => {
                      const { [key]: _, ...hiddenNames } = now.hiddenNames;
                      return { ...now, hiddenNames };
                    })
                  }
                >
                  {say('hidden_show')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Found>
    </Group>
  );
}
