import { useWords } from '#components/words/index.ts';
import { DelaySlider } from '../delay-slider.tsx';
import type { SettingsProps } from './options-view.tsx';
import { Found, Group } from './search.tsx';

/** When a card opens, and which names never have one. */
export function CardsGroup({ settings, onChange }: SettingsProps) {
  const { say } = useWords();
  const hidden = Object.entries(settings.hiddenNames);
  return (
    <Group id="cards" title={say('cards_title')}>
      <Found by={[say('delay_label'), say('delay_hint')]}>
        <DelaySlider settings={settings} onChange={onChange}>
          <small class="hint">{say('delay_hint')}</small>
        </DelaySlider>
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
