import { useId, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { useWords } from '#components/words/index.ts';
import { KINDS } from '#lib/glossary/index.ts';
import { type PackEntry, packEntry } from '#lib/packs/index.ts';
import type { MessageKey } from '#lib/words/index.ts';
import { Reason } from './refused.tsx';

interface EntryFormProps {
  /** What is edited, or begun with. */
  readonly entry: Partial<PackEntry> & { readonly id: string };
  readonly onSave: (entry: PackEntry) => void;
  readonly onCancel: () => void;
}

const KIND_NAMES: Record<PackEntry['kind'], MessageKey> = {
  person: 'one_person',
  organisation: 'one_organisation',
  group: 'one_group',
  place: 'one_place',
  thing: 'one_thing',
};
/** The form's own words for the fields of an entry. */
const FIELD_NAMES: Readonly<Record<string, MessageKey>> = {
  name: 'own_name',
  kind: 'own_kind',
  summary: 'own_summary',
  aliases: 'own_aliases',
  born: 'own_born',
  died: 'own_died',
  founded: 'own_from',
  dissolved: 'own_to',
  lat: 'own_lat',
  lon: 'own_lon',
};
const DATE = '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?';

/** Begin and end have other names by kind. */
const spanKeys = (kind: PackEntry['kind']) => (kind === 'person' ? (['born', 'died'] as const) : (['founded', 'dissolved'] as const));

const lines = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');

/** An entry from the fields of the form; what the form does not show stays as it was. */
function entryOf(data: FormData, before: EntryFormProps['entry']): unknown {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const kind = KINDS.find((known) => known === text('kind')) ?? 'person';
  const {
    born: _born,
    died: _died,
    founded: _founded,
    dissolved: _dissolved,
    lat: _lat,
    lon: _lon,
    summary: _summary,
    aliases: _aliases,
    ...kept
  } = before;
  const { subkind, ...others } = kept;
  const [begin, end] = spanKeys(kind);
  const aliases = lines(text('aliases'));
  return {
    ...others,
    ...(subkind !== undefined && kind === before.kind && { subkind }),
    kind,
    name: text('name'),
    ...(text('summary') && { summary: text('summary') }),
    ...(aliases.length > 0 && { aliases }),
    ...(text('begin') && { [begin]: text('begin') }),
    ...(text('end') && { [end]: text('end') }),
    ...(kind === 'place' && text('lat') && text('lon') && { lat: Number(text('lat')), lon: Number(text('lon')) }),
  };
}

/** Writes an entry, or changes one. */
export function EntryForm({ entry, onSave, onCancel }: EntryFormProps) {
  const { say } = useWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [kind, setKind] = useState<PackEntry['kind']>(entry.kind ?? 'person');
  const [wrong, setWrong] = useState<{ readonly field: string; readonly reason: string } | null>(null);
  const [begin, end] = spanKeys(kind);
  const save = () => {
    if (!form.current) return;
    const parsed = v.safeParse(packEntry, entryOf(new FormData(form.current), entry));
    if (parsed.success) onSave(parsed.output);
    else {
      const [issue] = parsed.issues;
      setWrong({ field: v.getDotPath(issue) ?? '', reason: issue.message });
    }
  };
  const fieldName = (path: string) => {
    const key = FIELD_NAMES[path.split('.')[0] ?? ''];
    return key ? say(key) : path;
  };
  return (
    <form
      class="entry"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label for={`${id}-name`}>{say('own_name')}</label>
      <input id={`${id}-name`} name="name" required maxLength={120} dir="auto" defaultValue={entry.name ?? ''} />
      <label for={`${id}-kind`}>{say('own_kind')}</label>
      <select
        id={`${id}-kind`}
        name="kind"
        value={kind}
        onChange={(event) => setKind(KINDS.find((known) => known === event.currentTarget.value) ?? 'person')}
      >
        {KINDS.map((known) => (
          <option key={known} value={known}>
            {say(KIND_NAMES[known])}
          </option>
        ))}
      </select>
      <label for={`${id}-summary`}>{say('own_summary')}</label>
      <textarea id={`${id}-summary`} name="summary" maxLength={240} rows={2} dir="auto" defaultValue={entry.summary ?? ''} />
      <label for={`${id}-aliases`}>{say('own_aliases')}</label>
      <textarea id={`${id}-aliases`} name="aliases" rows={2} dir="auto" defaultValue={(entry.aliases ?? []).join('\n')} />
      <label for={`${id}-begin`}>{say(kind === 'person' ? 'own_born' : 'own_from')}</label>
      <input
        id={`${id}-begin`}
        name="begin"
        dir="ltr"
        pattern={DATE}
        placeholder="1990-05-31"
        title={say('own_date_hint')}
        defaultValue={entry[begin] ?? ''}
      />
      <label for={`${id}-end`}>{say(kind === 'person' ? 'own_died' : 'own_to')}</label>
      <input
        id={`${id}-end`}
        name="end"
        dir="ltr"
        pattern={DATE}
        placeholder="2020"
        title={say('own_date_hint')}
        defaultValue={entry[end] ?? ''}
      />
      {kind === 'place' && (
        <>
          <label for={`${id}-lat`}>{say('own_lat')}</label>
          <input id={`${id}-lat`} name="lat" dir="ltr" type="number" min={-90} max={90} step="any" defaultValue={entry.lat ?? ''} />
          <label for={`${id}-lon`}>{say('own_lon')}</label>
          <input id={`${id}-lon`} name="lon" dir="ltr" type="number" min={-180} max={180} step="any" defaultValue={entry.lon ?? ''} />
        </>
      )}
      {wrong !== null && (
        <p role="alert">
          {say('own_wrong', fieldName(wrong.field))} <Reason reason={wrong.reason} />
        </p>
      )}
      <p class="line">
        <button type="submit" class="first">
          {say('save')}
        </button>
        <button type="button" onClick={onCancel}>
          {say('cancel')}
        </button>
      </p>
    </form>
  );
}
