import { useState } from 'preact/hooks';
import { useWords } from '#components/words/index.ts';
import type { Kind } from '#lib/glossary/index.ts';
import { freeId, OWN_LAYER, type OwnNames, type PackAlias, type PackEntry } from '#lib/packs/index.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryPicker } from './entry-picker.tsx';

/** An entry that goes by a name, of whatever layer. */
export interface FoundEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly lead: string;
}

export interface OwnProps {
  readonly own: OwnNames;
  /** A name to begin with, from a selection or a card, and the entry it may be another name of. */
  readonly begun: { readonly name: string; readonly of: string | null } | null;
  readonly onSave: (entry: PackEntry) => void;
  readonly onDelete: (entry: PackEntry) => void;
  readonly onMerge: (entry: PackEntry, into: FoundEntry) => void;
  readonly onAlias: (alias: PackAlias) => void;
  readonly onDeleteAlias: (alias: PackAlias) => void;
  /** The entries that go by a name. */
  readonly onFind: (name: string) => Promise<readonly FoundEntry[]>;
}

type Doing =
  | { readonly type: 'nothing' }
  | { readonly type: 'editing'; readonly entry: Partial<PackEntry> & { readonly id: string } }
  | { readonly type: 'merging'; readonly entry: PackEntry }
  | { readonly type: 'naming'; readonly name: string; readonly of: string | null };

/** An own entry is known to others by its layer; among the own ones an alias says just the id. */
const ownReference = (id: string): string => (id.startsWith(`${OWN_LAYER}:`) ? id.slice(OWN_LAYER.length + 1) : id);

/** The reader's own entries: written, changed, merged, deleted. */
export function OwnSection(props: OwnProps) {
  const { own, begun } = props;
  const { say, count } = useWords();
  const [doing, setDoing] = useState<Doing>(
    begun === null
      ? { type: 'nothing' }
      : begun.of !== null
        ? { type: 'naming', name: begun.name, of: begun.of }
        : { type: 'editing', entry: { id: freeId(own, begun.name), name: begun.name } },
  );
  const stop = () => setDoing({ type: 'nothing' });
  return (
    <div class="own">
      <p>{count('own_count', own.entries.length)}</p>
      {own.entries.length > 0 && (
        <ul class="list">
          {own.entries.map((entry) => (
            <li key={entry.id}>
              <span class="grow">
                <bdi>
                  <strong>{entry.name}</strong>
                </bdi>{' '}
                <bdi class="hint">{entry.summary ?? ''}</bdi>
              </span>
              <button type="button" aria-label={say('own_edit_name', entry.name)} onClick={() => setDoing({ type: 'editing', entry })}>
                {say('edit')}
              </button>
              <button type="button" aria-label={say('own_merge_name', entry.name)} onClick={() => setDoing({ type: 'merging', entry })}>
                {say('own_merge')}
              </button>
              <button type="button" aria-label={say('own_delete_name', entry.name)} onClick={() => props.onDelete(entry)}>
                {say('remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {own.aliases.length > 0 && (
        <>
          <h3>{say('own_aliases_title')}</h3>
          <ul class="list">
            {own.aliases.map((alias) => (
              <li key={alias.name}>
                <span class="grow">
                  <bdi>{alias.name}</bdi> → <bdi>{own.entries.find(({ id }) => id === alias.of)?.name ?? alias.of}</bdi>
                </span>
                <button type="button" aria-label={say('own_delete_name', alias.name)} onClick={() => props.onDeleteAlias(alias)}>
                  {say('remove')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {doing.type === 'nothing' && (
        <p class="line">
          <button type="button" onClick={() => setDoing({ type: 'editing', entry: { id: freeId(own, 'entry') } })}>
            {say('own_add')}
          </button>
          <button type="button" onClick={() => setDoing({ type: 'naming', name: '', of: null })}>
            {say('own_add_alias')}
          </button>
        </p>
      )}
      {doing.type === 'editing' && (
        <EntryForm
          key={doing.entry.id}
          entry={doing.entry}
          onCancel={stop}
          onSave={(entry) => {
            const isNew = !own.entries.some(({ id }) => id === entry.id);
            props.onSave(isNew ? { ...entry, id: freeId(own, entry.name) } : entry);
            stop();
          }}
        />
      )}
      {doing.type === 'merging' && (
        <EntryPicker
          title={say('own_merge_into', doing.entry.name)}
          search={doing.entry.name}
          without={`${OWN_LAYER}:${doing.entry.id}`}
          onFind={props.onFind}
          onCancel={stop}
          onPick={(into) => {
            props.onMerge(doing.entry, { ...into, id: ownReference(into.id) });
            stop();
          }}
        />
      )}
      {doing.type === 'naming' && (
        <EntryPicker
          title={say('own_alias_of')}
          alias={doing.name}
          search={doing.of ?? doing.name}
          onFind={props.onFind}
          onCancel={stop}
          onPick={(of, name) => {
            props.onAlias({ name, of: ownReference(of.id) });
            stop();
          }}
        />
      )}
    </div>
  );
}
