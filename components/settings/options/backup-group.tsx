import { Refused } from '#components/glossary/index.ts';
import { useWords } from '#components/words/index.ts';
import type { Refusal } from '#lib/packs/index.ts';
import { Found, Group } from './search.tsx';

export interface BackupProps {
  /** Why the last file was refused; empty where none was. */
  readonly refusals: readonly Refusal[];
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onReset: () => void;
}

/** All settings and own entries as one file, out and in; and everything back to how it came. */
export function BackupGroup({ refusals, onExport, onImport, onReset }: BackupProps) {
  const { say } = useWords();
  return (
    <Group id="backup" title={say('backup_title')}>
      <Found by={[say('backup_export'), say('backup_import'), say('backup_hint')]}>
        <p class="hint">{say('backup_hint')}</p>
        <p class="line">
          <button type="button" onClick={onExport}>
            {say('backup_export')}
          </button>
          <label class="button">
            {say('backup_import')}
            <input
              type="file"
              class="behind"
              accept=".json,application/json"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) onImport(file);
                event.currentTarget.value = '';
              }}
            />
          </label>
        </p>
        <Refused refusals={refusals} />
      </Found>
      <Found by={[say('reset'), say('reset_hint')]}>
        <p class="hint">{say('reset_hint')}</p>
        <button type="button" onClick={onReset}>
          {say('reset')}
        </button>
      </Found>
    </Group>
  );
}
