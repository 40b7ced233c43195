import { useEffect, useId, useState } from 'preact/hooks';
import { useWords } from '#components/words/index.ts';
import type { FoundEntry } from './own-section.tsx';

interface EntryPickerProps {
  readonly title: string;
  /** Where a new name is given: the name as it is so far. */
  readonly alias?: string;
  /** What is looked for at first. */
  readonly search: string;
  /** The id of an entry that cannot be picked. */
  readonly without?: string;
  readonly onFind: (name: string) => Promise<readonly FoundEntry[]>;
  readonly onPick: (entry: FoundEntry, alias: string) => void;
  readonly onCancel: () => void;
}

/** Finds an entry of any layer by name, and has the reader pick it. */
export function EntryPicker({ title, alias, search, without, onFind, onPick, onCancel }: EntryPickerProps) {
  const { say } = useWords();
  const id = useId();
  const [name, setName] = useState(alias ?? '');
  const [query, setQuery] = useState(search);
  const [found, setFound] = useState<readonly FoundEntry[] | null>(null);
  const naming = alias !== undefined;
  useEffect(() => {
    let current = true;
    const wanted = query.trim();
    if (wanted === '') setFound(null);
    else void onFind(wanted).then((entries) => current && setFound(entries.filter((entry) => entry.id !== without)));
    return () => {
      current = false;
    };
  }, [query]);
  return (
    <fieldset class="entry">
      <legend>{title}</legend>
      {naming && (
        <>
          <label for={`${id}-name`}>{say('own_other_name')}</label>
          <input id={`${id}-name`} maxLength={120} dir="auto" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </>
      )}
      <label for={`${id}-query`}>{say('own_find')}</label>
      <input id={`${id}-query`} type="search" dir="auto" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      <div role="status">{found?.length === 0 && say('own_none_found')}</div>
      <ul class="list">
        {found?.map((entry) => (
          <li key={entry.id}>
            <span class="grow">
              <bdi>
                <strong>{entry.name}</strong>
              </bdi>{' '}
              <bdi class="hint">{entry.lead}</bdi>
            </span>
            <button
              type="button"
              disabled={naming && name.trim() === ''}
              aria-label={say('own_pick_name', entry.name)}
              onClick={() => onPick(entry, name.trim())}
            >
              {say('own_pick')}
            </button>
          </li>
        ))}
      </ul>
      <p class="line">
        <button type="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </p>
    </fieldset>
  );
}
