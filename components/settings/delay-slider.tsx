import type { ComponentChildren } from 'preact';
import { useWords } from '#components/words/index.ts';
import { LONGEST_DELAY, type Settings } from '#lib/settings/index.ts';

interface DelaySliderProps {
  readonly settings: Settings;
  readonly onChange: (change: (settings: Settings) => Settings) => void;
  /** What stands below it. */
  readonly children?: ComponentChildren;
}

/** How long the pointer rests before a card opens. */
export function DelaySlider({ settings, onChange, children }: DelaySliderProps) {
  const { say, number } = useWords();
  return (
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
      {children}
    </label>
  );
}
