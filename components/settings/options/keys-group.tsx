import { useWords } from '#components/words/index.ts';
import type { CommandKey } from '../popup-view.tsx';
import { Found, Group } from './search.tsx';

interface KeysProps {
  readonly commands: readonly CommandKey[];
  readonly onChangeKeys: () => void;
}

/** The keyboard commands as the browser has them. */
export function KeysGroup({ commands, onChangeKeys }: KeysProps) {
  const { say } = useWords();
  return (
    <Group id="keys" title={say('keys')}>
      <Found by={[say('keys'), say('keys_hint'), ...commands.map(({ says }) => says)]}>
        <p class="hint">{say('keys_hint')}</p>
        <dl>
          {commands.map(({ name, says, key }) => (
            <div key={name}>
              <dt>{says}</dt>
              <dd>{key === '' ? say('key_none') : <kbd dir="ltr">{key}</kbd>}</dd>
            </div>
          ))}
        </dl>
        <button type="button" onClick={onChangeKeys}>
          {say('keys_change')}
        </button>
      </Found>
    </Group>
  );
}
