import { useWords } from '#components/words/index.ts';
import { type CommandKey, KeyList } from '../key-list.tsx';
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
        <KeyList commands={commands} />
        <button type="button" onClick={onChangeKeys}>
          {say('keys_change')}
        </button>
      </Found>
    </Group>
  );
}
